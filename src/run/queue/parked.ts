/** Jobs that were given up, for the people who look after a queue. */

import type { Job, Queue } from "bullmq";
import type { Diagnostic } from "../../base/diagnostic.ts";
import { connect, QUEUE } from "./connection.ts";
import { readFailure } from "./message.ts";
import { tellingRefusals } from "./redis-reason.ts";

export interface ParkedJob {
  readonly id: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** @throws AnphamError `queue.refused`, whatever is asked of it */
export interface QueueOffice {
  /** How many jobs are in which state. */
  counts(): Promise<Readonly<Record<"waiting" | "active" | "parked", number>>>;
  parked(): Promise<readonly ParkedJob[]>;
  /** Has parked jobs tried again, their past forgotten. Answers how many. */
  retry(): Promise<number>;
  /** Removes what waits, of all runs. Answers how many. */
  drain(): Promise<number>;
  close(): Promise<void>;
}

/** @throws AnphamError `queue.bad-address`, `queue.unreachable` */
export async function openOffice(address: string): Promise<QueueOffice> {
  const { redis, bullmq } = await connect(address);
  const queue: Queue = new bullmq.Queue(QUEUE, { connection: redis });
  queue.on("error", () => undefined);
  const failed = async (): Promise<readonly Job[]> => (await queue.getFailed()).filter(Boolean);
  const waiting = () => queue.getJobCountByTypes("waiting", "delayed");
  return {
    counts: tellingRefusals(async () => {
      const { active = 0, failed: parked = 0 } = await queue.getJobCounts("active", "failed");
      return { waiting: await waiting(), active, parked };
    }),
    parked: tellingRefusals(async () =>
      (await failed()).map(({ id, failedReason }) => ({ id: id!, diagnostics: readFailure(failedReason) })),
    ),
    retry: tellingRefusals(async () => {
      const jobs = await failed();
      for (const job of jobs) {
        await job.updateProgress({ begun: 0 });
        await job.retry("failed", { resetAttemptsMade: true });
      }
      return jobs.length;
    }),
    drain: tellingRefusals(async () => {
      const count = await waiting();
      await queue.drain(true);
      return count;
    }),
    async close() {
      await queue.close();
      redis.disconnect();
    },
  };
}
