/** Those who watch jobs: each holds a connection for as long as the job takes, so they are counted. */

import { fail } from "../../base/diagnostic.ts";

export interface Watchers {
  /**
   * Lets one more watch. Answers how to tell that it has left.
   * @throws AnphamError `service.too-many-watchers` of this owner, `service.watchers-full` of all
   */
  admit(owner: string): () => void;
}

/**
 * @param whole of the whole service
 * @param each of one owner, so that none keeps the others out
 */
export function countWatchers(whole: number, each: number): Watchers {
  const counts = new Map<string, number>();
  let all = 0;
  return {
    admit(owner) {
      const own = counts.get(owner) ?? 0;
      if (own >= each) fail("service.too-many-watchers", { limit: each });
      if (all >= whole) fail("service.watchers-full", { limit: whole });
      counts.set(owner, own + 1);
      all++;
      let isThere = true;
      return () => {
        if (!isThere) return;
        isThere = false;
        all--;
        const left = counts.get(owner)! - 1;
        if (left === 0) counts.delete(owner);
        else counts.set(owner, left);
      };
    },
  };
}
