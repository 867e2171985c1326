/** Where jobs go to be rendered: the threads of this process, or any number of machines. */

import type { RenderJob, RenderJobResult } from "../render-job.ts";

export interface JobQueue {
  /**
   * Renders a job; what fails in it is a diagnostic of its result. An abort gives it up.
   * @throws AnphamError `run.queue-full`, `run.cancelled`
   */
  run(job: RenderJob, signal?: AbortSignal): Promise<RenderJobResult>;
  /**
   * Renders jobs and yields results in their order. Jobs are taken only as there is room, so a run of any length
   * needs the memory of a few. After an abort no job is begun; those that were are finished and yielded. A result
   * counts as taken over when the next one is asked for.
   */
  each<J extends RenderJob>(
    jobs: Iterable<J> | AsyncIterable<J>,
    signal?: AbortSignal,
  ): AsyncGenerator<DoneJob<J>>;
  /** How far this queue's jobs are, now and whenever that changes, until it is closed. Slow readers skip states. */
  progress(): AsyncIterable<QueueProgress>;
  /** Lets go of everything; jobs that still wait are cancelled. */
  close(): Promise<void>;
}

export interface DoneJob<J extends RenderJob> {
  readonly job: J;
  readonly results: RenderJobResult;
}

/** Counts of jobs since the queue was opened. */
export interface QueueProgress {
  /** Taken on. */
  readonly taken: number;
  /** Rendered, or known not to be possible. */
  readonly finished: number;
  /** Of those finished: given up, for a reason that does not lie in the request. */
  readonly parked: number;
  /** Taken back before they were begun. */
  readonly cancelled: number;
}

/** How often a job may end the worker that renders it, before it is given up. */
export const MOST_DEATHS = 2;
