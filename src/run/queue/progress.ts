/** Keeps the counts of a queue and tells them to whoever listens. */

import type { QueueProgress } from "./job-queue.ts";

export interface ProgressBoard {
  add(what: keyof QueueProgress): void;
  end(): void;
  read(): AsyncIterable<QueueProgress>;
}

export function createProgress(): ProgressBoard {
  let current: QueueProgress = { taken: 0, finished: 0, parked: 0, cancelled: 0 };
  let ended = false;
  const asleep = new Set<() => void>();
  const wake = () => {
    for (const each of asleep) each();
    asleep.clear();
  };
  return {
    add(what) {
      current = { ...current, [what]: current[what] + 1 };
      wake();
    },
    end() {
      ended = true;
      wake();
    },
    async *read() {
      let seen: QueueProgress | null = null;
      while (true) {
        if (current !== seen) {
          seen = current;
          yield current;
        } else if (ended) return;
        else await new Promise<void>((resolve) => asleep.add(resolve));
      }
    },
  };
}
