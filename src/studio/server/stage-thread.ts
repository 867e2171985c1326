/** A stage on a thread of its own: stopped when it answers no more, and started anew. */

import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { AnphamError } from "../../base/diagnostic.ts";
import { packageRoot } from "../../base/package-root.ts";
import type { Folders } from "../../render.ts";
import { type Answer, KEPT_TABLES, type Question, type Running } from "../stage/messages.ts";
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
  readonly values: readonly unknown[];
  readonly asked: number;
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: Error) => void;
  timer: NodeJS.Timeout;
}

/** A large handbook with every face cold takes two. */
const LONGEST_S = 20;
/** How long an answer about files that have changed since is still waited for. */
const OUTDATED_S = 4;

/** A module only defines its template. */
const LONGEST_RUN_S = 8;

/** These lay nothing out: whatever a thread is stopped for, it is not they. */
const ASKED_AGAIN: ReadonlySet<keyof Stage> = new Set(["catalogue", "rows"]);

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

/**
 * Starts with the first question.
 * @param longest seconds that an answer may take
 * @param longestRun seconds that a template's module may run: then that template is refused until it changes, and
 * what is waited for is asked again
 */
export function openStageThread(
  folders: Folders,
  samples: string,
  longest = LONGEST_S,
  longestRun = LONGEST_RUN_S,
): StageThread {
  const waiting = new Map<number, Waiting>();
  /** Tables by name and bytes, which every new thread is given: rows of them are chosen on the page. */
  let tables: readonly (readonly unknown[])[] = [];
  const stopped = new Map<string, number>();
  let worker: Worker | null = null;
  let running: NodeJS.Timeout | undefined;
  let count = 0;

  const leave = (): Worker | null => {
    const old = worker;
    worker = null;
    clearTimeout(running);
    return old;
  };

  /** @param lost what gets no answer; all else that is waited for has to be asked again */
  const stop = (reason: StageStopped, lost: Iterable<readonly [number, Waiting]> = waiting) => {
    const old = leave();
    for (const [id, { reject, timer }] of lost) {
      clearTimeout(timer);
      waiting.delete(id);
      reject(reason);
    }
    return old?.terminate();
  };

  /** What is still waited for, of a new thread. */
  const askAgain = () => {
    for (const [id, one] of waiting) {
      worker ??= start();
      clearTimeout(one.timer);
      one.timer = stopAfter(longest, id, one.asked);
      post(worker, id, one);
    }
  };

  const leaveOut = (template: string) => {
    void leave()?.terminate();
    stopped.set(template, longestRun);
    askAgain();
  };

  const post = (thread: Worker, id: number, { name, values }: Pick<Waiting, "name" | "values">) => {
    if (name === "refresh") for (const changed of values[0] as readonly string[]) stopped.delete(changed);
    thread.postMessage({ id, name, values } satisfies Question);
  };

  const start = (): Worker => {
    const started = new Worker(join(packageRoot(), "dist", "studio", "stage", "worker.js"), {
      workerData: { folders, samples, stopped },
    });
    started.on("message", (answer: Answer | Running) => {
      if ("running" in answer) {
        if (worker !== started) return;
        clearTimeout(running);
        const template = answer.running;
        if (template !== null) running = setTimeout(() => leaveOut(template), longestRun * 1000);
        return;
      }
      const asked = waiting.get(answer.id);
      if (!asked) return;
      waiting.delete(answer.id);
      clearTimeout(asked.timer);
      if (answer.ok && asked.name === "rows") tables = [...tables, asked.values].slice(-KEPT_TABLES);
      if (answer.ok) asked.resolve(answer.value);
      else asked.reject(new AnphamError(answer.diagnostics));
    });
    const died = (reason: string) => {
      if (worker === started) void stop(new StageStopped(reason, null));
    };
    started.on("error", (error) => died(String(error)));
    started.on("exit", () => died("the thread ended"));
    started.unref();
    for (const values of tables) post(started, ++count, { name: "rows", values });
    return started;
  };

  const stopAfter = (seconds: number, id: number, asked: number): NodeJS.Timeout =>
    setTimeout(() => {
      const waited = Math.round((performance.now() - asked) / 1000);
      const lost = [...waiting].filter(([other, { name }]) => other === id || !ASKED_AGAIN.has(name));
      void stop(new StageStopped(`no answer within ${waited} s`, waited), lost);
      askAgain();
    }, seconds * 1000);

  const ask = (name: keyof Stage, values: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      worker ??= start();
      const id = ++count;
      const asked = performance.now();
      const one = { name, values, asked, resolve, reject, timer: stopAfter(longest, id, asked) };
      waiting.set(id, one);
      post(worker, id, one);
    });

  const hasten = () => {
    const all = [...waiting];
    if (all.some(([, { name }]) => name === "export")) return;
    for (const [id, one] of all) {
      const left = longest - (performance.now() - one.asked) / 1000;
      if (left <= OUTDATED_S) continue;
      clearTimeout(one.timer);
      one.timer = stopAfter(OUTDATED_S, id, one.asked);
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
