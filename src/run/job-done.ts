import { channel } from "node:diagnostics_channel";

/** What the channel tells. */
export interface JobDone {
  /** Threads of the pool. */
  readonly workers: number;
  /** That the job worked on: its rows where rows share a file. */
  readonly pieces: number;
}

/** Hears of every job that a thread of a pool has done. */
export const jobDone = channel("anpham:job-done");
