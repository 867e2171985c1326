/** Templates that never end, and threads that are stopped for them: the studio goes on and says which one it is. */

import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { packageFolders } from "../../src/package-folders.ts";
import { buildApp } from "../../src/studio/server/app.ts";
import { openEvents } from "../../src/studio/server/events.ts";
import { openStageThread, StageStopped, type StageThread } from "../../src/studio/server/stage-thread.ts";
import type { Choice } from "../../src/studio/shared/wire.ts";

const folder = mkdtempSync(join(realpathSync(tmpdir()), "anpham-endless-"));
const put = (id: string, more: string, page = "") => {
  mkdirSync(join(folder, id), { recursive: true });
  writeFileSync(
    join(folder, id, "template.tsx"),
    `import { ALL_THEMES, defineTemplate, Page } from "anpham/kit";
    const label = { vi: "thử", en: "probe" };
    ${more}
    export default defineTemplate({
      id: "${id}", name: label, description: label, formats: ["a5"], themes: ALL_THEMES,
      pages: () => { ${page} return <Page><div /></Page>; },
    });`,
  );
};

let thread: StageThread;
beforeAll(() => {
  put("good", "");
  put("endless", "while (true) {}");
  const folders = { ...packageFolders(), templates: folder };
  thread = openStageThread(folders, join(folders.brand, "samples", "briefs"), 60, 3);
});
afterAll(async () => {
  await thread.close();
  rmSync(folder, { recursive: true, force: true });
});

const choice = (template: string): Choice => ({
  template,
  format: "a5",
  theme: "vuon-len",
  institution: "cd-y-te",
  campaign: "gdnn-2026",
  message: null,
  audience: null,
  event: null,
  dataSet: null,
  row: null,
  profile: "offset",
  set: {},
  stress: { text: 1, programmes: null },
});

it("opens, names the template, and takes it back when it is mended", async () => {
  const ready = async () =>
    Object.fromEntries(
      (await thread.stage.catalogue()).templates.map(({ id, definition }) => [id, definition !== null]),
    );
  expect(await ready()).toEqual({ good: true, endless: false });
  expect((await thread.stage.view(choice("good"))).view).not.toBeNull();

  const { view, findings } = await thread.stage.view(choice("endless"));
  expect(view).toBeNull();
  expect(findings.map(({ code }) => code)).toEqual(["studio.stopped"]);
  expect(findings[0]!.message.vi).toContain("“endless”");
  expect(findings[0]!.source?.place.file).toBe(join(folder, "endless", "template.tsx"));

  put("endless", "");
  await thread.stage.refresh(["endless"], false);
  expect(await ready()).toEqual({ good: true, endless: true });
}, 60_000);

it("gives up the piece that never ends alone: what there is is still told, and tables are still there", async () => {
  put("looping", "", "while (true) {}");
  const folders = { ...packageFolders(), templates: folder };
  const short = openStageThread(folders, join(folders.brand, "samples", "briefs"), 8);
  try {
    const { table } = await short.stage.rows(
      "a.csv",
      new TextEncoder().encode(`slogan\nMột\nHai\n${"Ba\n".repeat(1900)}`),
    );
    const said = async () => {
      const { view } = await short.stage.view({ ...choice("good"), row: { table, number: 2 } });
      return JSON.stringify(view?.brief);
    };
    expect(await said()).toContain(`"Hai"`);
    const looping = expect(short.stage.view(choice("looping"))).rejects.toThrow(StageStopped);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const { templates } = await short.stage.catalogue();
    expect(templates.map(({ id }) => id)).toContain("good");
    await looping;
    expect(await said()).toContain(`"Hai"`);
  } finally {
    await short.close();
    rmSync(join(folder, "looping"), { recursive: true });
  }
}, 60_000);

it("has nothing to tell of a layout whose thread was stopped meanwhile, which is no fault", async () => {
  const { view } = await thread.stage.view(choice("good"));
  const stopped = <A extends readonly unknown[], T>(ask: (...values: A) => Promise<T>) => {
    return (...values: A) => {
      const answer = ask(...values);
      void thread.close();
      return answer;
    };
  };
  const { stage } = thread;
  const app = await buildApp({
    front: {
      ...stage,
      picture: stopped(stage.picture),
      parts: stopped(stage.parts),
      plates: stopped(stage.plates),
      plate: stopped(stage.plate),
    },
    wall: stage,
    read: async () => undefined,
    look: (looked) => stage.view(looked),
    committed: async () => null,
    golden: null,
    events: openEvents("0.0.0"),
    editor: "none",
    folders: [folder],
  });
  const statusOf = async (path: string) => (await app.inject(path)).statusCode;
  const { revision } = view!;
  expect(await statusOf(`/api/parts/${revision}/0`)).toBe(204);
  expect(await statusOf(`/api/plates/${revision}/0`)).toBe(204);
  expect(await statusOf(`/api/plates/${revision}/0/C.png`)).toBe(404);
  expect(await statusOf(`/api/picture/${revision}/0.svg`)).toBe(404);
  await app.close();
}, 60_000);
