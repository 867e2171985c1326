/** The queue of a job's thread: every rendering goes to the service and comes back by its number. */

import type { DoneJob, JobQueue } from "../../run/queue/job-queue.ts";
import type { RenderJob, RenderJobResult } from "../../run/render-job.ts";
import type { FromThread } from "./thread-messages.ts";

/** Renderings that are asked for before their turn. */
const AHEAD = 8;

export interface ThreadQueue {
  readonly queue: Pick<JobQueue, "each">;
  /** Hands over what came back. */
  settle(seq: number, results: RenderJobResult | null): void;
}

export function threadQueue(say: (message: FromThread) => void): ThreadQueue {
  const waiting = new Map<number, (results: RenderJobResult | null) => void>();
  let next = 0;
  const ask = ({ folders, requests }: RenderJob) =>
    new Promise<RenderJobResult | null>((resolve) => {
      const seq = next++;
      waiting.set(seq, resolve);
      say({ type: "render", seq, job: { folders, requests } });
    });
  return {
    settle(seq, results) {
      waiting.get(seq)?.(results);
      waiting.delete(seq);
    },
    queue: {
      async *each<J extends RenderJob>(jobs: Iterable<J> | AsyncIterable<J>, signal?: AbortSignal) {
        const begun: { readonly job: J; readonly results: Promise<RenderJobResult | null> }[] = [];
        const take = async function* (): AsyncGenerator<DoneJob<J>> {
          const { job, results } = begun.shift()!;
          const done = await results;
          if (done) yield { job, results: done };
        };
        for await (const job of jobs) {
          if (signal?.aborted) break;
          begun.push({ job, results: ask(job) });
          if (begun.length >= AHEAD) yield* take();
        }
        while (begun.length > 0) yield* take();
      },
    },
  };
}
