/** A job as the service has it in hand: its record, its watchers, and what is being done about it. */

import { join } from "node:path";
import { type JobEvents, openJobEvents } from "./job-events.ts";
import { isFinal, type JobRecord } from "./job-record.ts";
import type { JobStore } from "./job-store.ts";
import type { RunningJob } from "./start-thread.ts";

export interface OpenJob {
  record: JobRecord;
  readonly events: JobEvents;
  running: RunningJob | null;
  /** Asked to end for good. */
  isCancelled: boolean;
  /** Not begun again before this moment of the service's running time, ms. */
  notBefore: number;
  /** Until its record is on the disk. */
  saving: Promise<void>;
  /** Its folder is gone, or about to go. */
  isRemoved: boolean;
  /** It was running when an earlier process died, and has not ended since. */
  isSuspect: boolean;
}

/**
 * Takes a job in hand, new or left by an earlier service. What was running then goes on; its process died, since one
 * that is told to stop leaves its jobs waiting.
 */
export async function openJob(record: JobRecord, store: JobStore): Promise<OpenJob> {
  const events = await openJobEvents(join(store.folderOf(record.id), "events.jsonl"));
  if (isFinal(record.state)) events.end();
  const isSuspect = record.state === "running";
  return {
    record: isSuspect ? { ...record, state: "queued", deaths: record.deaths + 1 } : record,
    events,
    running: null,
    isCancelled: false,
    notBefore: 0,
    saving: Promise.resolve(),
    isRemoved: false,
    isSuspect,
  };
}
