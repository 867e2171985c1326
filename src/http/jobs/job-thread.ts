/**
 * A job in a thread of its own: reading tables and laying out contact sheets takes time that the thread that answers
 * requests does not have. What it renders, it asks the service's rendering threads for. Its own entry point of the
 * build: threads start from a file.
 */

import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { diagnosticsOf } from "../../base/diagnostic.ts";
import { runJob } from "./run-job.ts";
import type { FromThread, JobSpec, ToThread } from "./thread-messages.ts";
import { threadQueue } from "./thread-queue.ts";

const port = parentPort!;
const spec = workerData as JobSpec;
const stop = new AbortController();
const say = (message: FromThread) => port.postMessage(message);
const { queue, settle } = threadQueue(say);
port.on("message", (message: ToThread) => {
  if (message.type === "stop") stop.abort();
  else settle(message.seq, message.results);
});

async function openQueue() {
  if (!spec.redis) return { ...queue, close: async () => undefined };
  const { redisQueue, QUEUE_DEFAULTS } = await import("../../run/queue/redis-queue.ts");
  const { address, store } = spec.redis;
  const { brand, fonts, templates } = spec.folders;
  return redisQueue({
    ...QUEUE_DEFAULTS,
    address,
    store,
    run: spec.job.id,
    folders: { brand, fonts, templates },
    onTrouble: (trouble) => say({ type: "trouble", trouble }),
  });
}

try {
  const open = await openQueue();
  try {
    const end = await runJob(spec, {
      queue: open,
      signal: stop.signal,
      out: join(spec.folder, "out"),
      onProgress: (progress) => say({ type: "progress", progress }),
    });
    say({ type: "end", end });
  } finally {
    await open.close();
  }
} catch (thrown) {
  say({ type: "end", end: { counts: {}, diagnostics: diagnosticsOf(thrown), stopped: true } });
}
port.close();
