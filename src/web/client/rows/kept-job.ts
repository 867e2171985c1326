/** The run that this page watches, so that a reload goes on watching it. */

import { forgetInTab, keepInTab, keptInTab } from "../local/tab-memory.ts";

const KEY = "anpham.job";

interface KeptJob {
  readonly id: string;
  /** The draft that its pieces are made from, as a query: another draft's run is none of this page's. */
  readonly of: string;
}

export const keepJob = (job: KeptJob): void => keepInTab(KEY, job);

/** @returns its id, `null` when there is none of this draft */
export function keptJob(of: string): string | null {
  const kept = keptInTab(KEY) as KeptJob | null;
  return kept?.of === of ? kept.id : null;
}

export const forgetJob = (): void => forgetInTab(KEY);
