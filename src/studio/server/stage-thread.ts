/** A stage on a thread of its own: stopped when it answers no more, and started anew. */

import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { AnphamError } from "../../base/diagnostic.ts";
import { packageRoot } from "../../base/package-root.ts";
import type { Folders } from "../../render.ts";
import type { Answer, Question } from "../stage/messages.ts";
import type { Stage } from "../stage/stage.ts";

export interface StageThread {
  readonly stage: Stage;
  /** Files changed: what is still waited for is of files that are no more, and soon given up. An export never is. */
  hasten(): void;
  close(): Promise<void>;
}

/** The thread ended before it answered. */
export class StageStopped extends Error {
  override readonly name = "StageStopped";
  /** `null` when it died by itself. */
  readonly seconds: number | null;

  constructor(reason: string, seconds: number | null) {
    super(reason);
    this.seconds = seconds;
  }
}

interface Waiting {
  readonly name: keyof Stage;
  readonly asked: number;
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: Error) => void;
  timer: NodeJS.Timeout;
}

/** A large handbook with every face cold takes two. */
const LONGEST_S = 20;
/** How long an answer about files that have changed since is still waited for. */
const OUTDATED_S = 4;

const NAMES: readonly (keyof Stage)[] = [
  "catalogue",
  "view",
  "picture",
  "parts",
  "plates",
  "plate",
  "thumbnail",
  "export",
  "fields",
  "rows",
  "refresh",
];

/** Starts with the first question. @param longest seconds that an answer may take */
export function openStageThread(folders: Folders, samples: string, longest = LONGEST_S): StageThread {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let count = 0;

  const stop = (reason: StageStopped) => {
    const old = worker;
    worker = null;
    for (const [id, { reject, timer }] of waiting) {
      clearTimeout(timer);
      waiting.delete(id);
      reject(reason);
    }
    return old?.terminate();
  };

  const start = (): Worker => {
    const started = new Worker(join(packageRoot(), "dist", "studio", "stage", "worker.js"), {
      workerData: { folders, samples },
    });
    started.on("message", (answer: Answer) => {
      const asked = waiting.get(answer.id);
      if (!asked) return;
      waiting.delete(answer.id);
      clearTimeout(asked.timer);
      if (answer.ok) asked.resolve(answer.value);
      else asked.reject(new AnphamError(answer.diagnostics));
    });
    const died = (reason: string) => {
      if (worker === started) void stop(new StageStopped(reason, null));
    };
    started.on("error", (error) => died(String(error)));
    started.on("exit", () => died("the thread ended"));
    started.unref();
    return started;
  };

  const stopAfter = (seconds: number, asked: number): NodeJS.Timeout =>
    setTimeout(() => {
      const waited = Math.round((performance.now() - asked) / 1000);
      void stop(new StageStopped(`no answer within ${waited} s`, waited));
    }, seconds * 1000);

  const ask = (name: keyof Stage, values: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      worker ??= start();
      const id = ++count;
      const asked = performance.now();
      waiting.set(id, { name, asked, resolve, reject, timer: stopAfter(longest, asked) });
      worker.postMessage({ id, name, values } satisfies Question);
    });

  const hasten = () => {
    const all = [...waiting.values()];
    if (all.some(({ name }) => name === "export")) return;
    for (const one of all) {
      const left = longest - (performance.now() - one.asked) / 1000;
      if (left <= OUTDATED_S) continue;
      clearTimeout(one.timer);
      one.timer = stopAfter(OUTDATED_S, one.asked);
    }
  };

  const stage = Object.fromEntries(
    NAMES.map((name) => [name, (...values: readonly unknown[]) => ask(name, values)]),
  ) as unknown as Stage;
  return {
    stage,
    hasten,
    async close() {
      await stop(new StageStopped("the studio was closed", null));
    },
  };
}
