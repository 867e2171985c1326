/** `--workers`, `--queue` and `--store`: where a run renders, the same for every command that renders many pieces. */

import { rmdir } from "node:fs/promises";
import { hostname } from "node:os";
import { join, resolve } from "node:path";
import type { Command } from "commander";
import type { Diagnostic } from "../base/diagnostic.ts";
import { contentHash } from "../base/hash.ts";
import type { Preparation } from "../run/preparation.ts";
import type { JobQueue } from "../run/queue/job-queue.ts";
import { inLanguage, type Language } from "./language.ts";
import { wholeNumber } from "./options.ts";
import { wrongOption } from "./usage.ts";

export interface QueueFlags {
  readonly workers?: string;
  readonly queue?: string;
  readonly store?: string;
}

export function addQueueOptions(command: Command, language: Language): void {
  const say = (text: string) => inLanguage(text, language);
  command
    .option("--workers <n>", say("số luồng | worker threads"))
    .option(
      "--queue <redis://…>",
      say("giao cho các máy chạy anpham worker | hand to machines that run anpham worker"),
    )
    .option(
      "--store <folder|s3://…>",
      say(
        "kho chung với các máy đó; mặc định trong thư mục ra | store shared with them; in the output folder by default",
      ),
    );
}

/** In the output folder. */
const HANDOVER = ".handover";

export interface RunPlace extends Preparation {
  readonly command: string;
  readonly out: string;
  /** Told what holds a queue up. */
  readonly onTrouble: (trouble: Diagnostic) => void;
}

/**
 * The threads of this process, or a queue. A run into the same folder from the same machine is the same run.
 * @throws AnphamError `request.bad-usage`, `queue.bad-address`, `queue.unreachable`, `store.bad-address`
 */
export async function openQueue(
  flags: QueueFlags,
  { command, folders, out, template, profile, onTrouble }: RunPlace,
): Promise<JobQueue> {
  const { queue: address } = flags;
  if (address === undefined) {
    if (flags.store !== undefined) wrongOption("--store", "--queue redis://… --store …", command);
    const workers = flags.workers === undefined ? null : wholeNumber("--workers", flags.workers, command);
    const { forRuns, openPool } = await import("../run/pool.ts");
    const { localQueue } = await import("../run/queue/local-queue.ts");
    const pool = openPool(forRuns(workers));
    pool.prepare({ folders, template, profile });
    return localQueue(pool);
  }
  if (flags.workers !== undefined) wrongOption("--workers", "anpham worker --workers 4", command);
  const { redisQueue, QUEUE_DEFAULTS } = await import("../run/queue/redis-queue.ts");
  const run = contentHash([hostname(), resolve(out), command]).slice(0, 16);
  const own = flags.store === undefined ? join(out, HANDOVER) : null;
  const store = own ?? flags.store!;
  const queue = await redisQueue({ ...QUEUE_DEFAULTS, address, run, store, folders, onTrouble });
  return own === null ? queue : leavingNothing(queue, own);
}

/** A folder that the run made for itself goes with it; while files lie in it, they are wanted. */
const leavingNothing = (queue: JobQueue, folder: string): JobQueue => ({
  ...queue,
  async close() {
    await queue.close();
    await rmdir(folder).catch(() => undefined);
  },
});
