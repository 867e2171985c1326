/** Opens the studio: its threads, its watch over the files, and its server on this machine alone. */

import { existsSync } from "node:fs";
import { join } from "node:path";
import { fail } from "../base/diagnostic.ts";
import { listenReason } from "../base/listen-reason.ts";
import { packageVersion } from "../base/package-root.ts";
import { isSystemError } from "../base/system-reason.ts";
import { foldersOf } from "../compose/template-folders.ts";
import { packageFolders } from "../package-folders.ts";
import type { Folders } from "../render.ts";
import { answered, buildApp } from "./server/app.ts";
import { type CommittedTemplates, committedTemplates } from "./server/committed.ts";
import { openEvents } from "./server/events.ts";
import { openStageThread, type StageThread } from "./server/stage-thread.ts";
import { type Change, GATHER_MS, watchFolders } from "./server/watch.ts";
import type { Choice } from "./shared/wire.ts";

export interface StudioOptions {
  readonly folders: Folders;
  /** 0 takes any that is free. */
  readonly port: number;
  /** As `editorCall` understands it. */
  readonly editor: string;
}

export interface Studio {
  /** `http://localhost:4100/` */
  readonly address: string;
  close(): Promise<void>;
}

/** Laying out that takes longer is told of before it is done. */
const SLOW_MS = 400;

/** @throws AnphamError `service.no-port`, and what the folders are wrong about */
export async function openStudio({ folders, port, editor }: StudioOptions): Promise<Studio> {
  const samples = samplesOf(folders.brand);
  const front = openStageThread(folders, samples);
  const wall = openStageThread(folders, samples);
  const events = openEvents(packageVersion());
  let past: Promise<{ readonly templates: CommittedTemplates; readonly thread: StageThread } | null> | null =
    null;
  const openPast = async () => {
    const templates = await committedTemplates(foldersOf(folders.templates)[0]!);
    if (!templates) return null;
    return { templates, thread: openStageThread({ ...folders, templates: templates.folder }, samples) };
  };

  let reading = Promise.resolve();
  let looked: Choice | null = null;
  const look = (choice: Choice) => {
    looked = choice;
    return answered(
      choice,
      () => front.stage.view(choice),
      (findings) => ({ view: null, findings }),
    );
  };

  let noticed = 0;
  let told = 0;
  const reread = async ({ files, templates, brand, fonts }: Change, number: number) => {
    const start = performance.now();
    if (fonts) await Promise.all([front.close(), wall.close()]);
    await front.stage.refresh(templates, brand).catch(() => undefined);
    const choice = looked;
    const answer = choice && number === noticed ? await look(choice) : null;
    // What is wrong with files that have changed again is not told.
    if (number === noticed || answer?.view) {
      const laid = choice && answer && { choice, answer };
      events.send({ kind: "changed", files, ms: performance.now() - start + GATHER_MS, laid });
      told = number;
    }
    // The small pictures and the lists may wait for the large one.
    await wall.stage.refresh(templates, brand).catch(() => undefined);
    if (number === noticed) events.send({ kind: "settled" });
  };
  const watching = watchFolders(folders, (change) => {
    const number = ++noticed;
    for (const thread of [front, wall]) thread.hasten();
    setTimeout(() => {
      if (told < number) events.send({ kind: "reading" });
    }, SLOW_MS).unref();
    // One after the other, and whoever asks meanwhile gets what comes out of the last.
    reading = reading.then(() => reread(change, number));
  });
  const app = await buildApp({
    front: front.stage,
    read: () => reading,
    look,
    wall: wall.stage,
    committed: async () => {
      past ??= openPast();
      return (await past)?.thread.stage ?? null;
    },
    golden: goldenOf(foldersOf(folders.templates)[0]!),
    events,
    editor,
    folders: [...foldersOf(folders.templates), folders.brand, join(samples)],
  });
  const close = async () => {
    events.close();
    const old = await past;
    await Promise.all([
      app.close(),
      watching.close(),
      front.close(),
      wall.close(),
      old?.thread.close(),
      old?.templates.close(),
    ]);
  };
  try {
    await app.listen({ host: "127.0.0.1", port });
    await watching.ready;
    // Compiled and laid out faces are there before the first look.
    await front.stage.catalogue();
  } catch (thrown) {
    await close();
    if (isSystemError(thrown) && "port" in thrown) {
      const [reasonVi, reason] = listenReason(thrown);
      fail("service.no-port", { port, reasonVi, reason }, {}, { cause: thrown });
    }
    throw thrown;
  }
  const taken = app.server.address();
  return { address: `http://localhost:${typeof taken === "object" && taken ? taken.port : port}/`, close };
}

/** Where a project keeps reference pictures beside its templates. */
function goldenOf(templates: string): string | null {
  const folder = join(templates, "..", "test", "golden");
  return existsSync(folder) ? folder : null;
}

/** Data sets to try texts with: the brand folder's own, else the product's. */
function samplesOf(brand: string): string {
  const own = join(brand, "samples", "briefs");
  return existsSync(own) ? own : join(packageFolders().brand, "samples", "briefs");
}
