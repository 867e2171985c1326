/** Jobs on the worker threads of this process: needs no service. */

import { diagnose } from "../../base/diagnostic.ts";
import type { RenderPool } from "../pool.ts";
import { failedJob, type RenderJob, type RenderJobResult } from "../render-job.ts";
import { type DoneJob, type JobQueue, MOST_DEATHS } from "./job-queue.ts";
import { createProgress } from "./progress.ts";

/**
 * Renders, on another thread when one dies: it may have died of what its neighbours took. The last death is the job's
 * own, `queue.poison-job`.
 * @param first of the attempts, already under way
 */
export async function surely(
  job: RenderJob,
  first: Promise<RenderJobResult> | RenderJobResult,
  again: () => Promise<RenderJobResult>,
): Promise<{ readonly results: RenderJobResult; readonly isPoison: boolean }> {
  let results = await first;
  for (let deaths = 1; isDeath(results); deaths++) {
    if (deaths === MOST_DEATHS) {
      return { results: failedJob(job, [diagnose("queue.poison-job", { deaths })]), isPoison: true };
    }
    results = await again();
  }
  return { results, isPoison: false };
}

/** The pool ends with its queue. */
export function localQueue(pool: RenderPool): JobQueue {
  const progress = createProgress();

  const finished = async (
    job: RenderJob,
    first: RenderJobResult,
    again: () => Promise<RenderJobResult>,
  ): Promise<RenderJobResult> => {
    const { results, isPoison } = await surely(job, first, again);
    if (isPoison) progress.add("parked");
    progress.add("finished");
    return results;
  };

  return {
    async run(job, signal) {
      const begin = () => pool.run(job, signal);
      progress.add("taken");
      try {
        return await finished(job, await begin(), begin);
      } catch (thrown) {
        progress.add("cancelled");
        throw thrown;
      }
    },
    async *each<J extends RenderJob>(jobs: Iterable<J> | AsyncIterable<J>, signal?: AbortSignal) {
      async function* taken(): AsyncGenerator<J> {
        for await (const job of jobs) {
          progress.add("taken");
          yield job;
        }
      }
      for await (const { job, results } of pool.each(taken(), signal)) {
        const done: DoneJob<J> = { job, results: await finished(job, results, () => pool.run(job)) };
        yield done;
      }
    },
    progress: progress.read,
    async close() {
      progress.end();
      await pool.close();
    },
  };
}

/** Whether the worker died of the job. */
export const isDeath = (results: RenderJobResult): boolean =>
  results.some(({ diagnostics }) => diagnostics.some(({ code }) => code === "run.worker-died"));
