/** The thread that holds a stage. Its own entry point of the build: threads start from a file. */

import { parentPort, workerData } from "node:worker_threads";
import { diagnosticsOf } from "../../base/diagnostic.ts";
import type { Folders } from "../../render.ts";
import type { Answer, Question, Running } from "./messages.ts";
import { openStage } from "./stage.ts";

const { folders, samples, stopped } = workerData as {
  readonly folders: Folders;
  readonly samples: string;
  readonly stopped: ReadonlyMap<string, number>;
};
const onRun = (running: string | null) => parentPort!.postMessage({ running } satisfies Running);
const stage = openStage(folders, samples, { stopped, onRun });

parentPort!.on("message", async ({ id, name, values }: Question) => {
  const port = parentPort!;
  try {
    const call = (await stage)[name] as (...args: readonly unknown[]) => Promise<unknown>;
    const value = await call(...values);
    port.postMessage({ id, ok: true, value: detached(value) } satisfies Answer);
  } catch (thrown) {
    port.postMessage({ id, ok: false, diagnostics: diagnosticsOf(thrown) } satisfies Answer);
  }
});

/** Native libraries hand out memory that cannot change threads. */
function detached(value: unknown): unknown {
  if (value instanceof Uint8Array) return new Uint8Array(value);
  if (Array.isArray(value)) return value.map(detached);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, detached(inner)]));
}
