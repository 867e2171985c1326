/** The run that this page watches, so that a reload goes on watching it. */

const KEY = "anpham.job";

interface KeptJob {
  readonly id: string;
  /** The draft that its pieces are made from, as a query: another draft's run is none of this page's. */
  readonly of: string;
}

export function keepJob(job: KeptJob): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(job));
  } catch {
    // It is watched until the page is left.
  }
}

/** @returns its id, `null` when there is none of this draft */
export function keptJob(of: string): string | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "null") as KeptJob | null;
    return kept?.of === of ? kept.id : null;
  } catch {
    return null;
  }
}

export function forgetJob(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}
