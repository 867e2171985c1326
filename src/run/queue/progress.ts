/** Keeps the counts of a queue and tells them to whoever listens. */

import { createBell } from "../bell.ts";
import type { QueueProgress } from "./job-queue.ts";

export interface ProgressBoard {
  add(what: keyof QueueProgress): void;
  end(): void;
  read(): AsyncIterable<QueueProgress>;
}

export function createProgress(): ProgressBoard {
  let current: QueueProgress = { taken: 0, finished: 0, parked: 0, cancelled: 0 };
  let ended = false;
  const bell = createBell();
  return {
    add(what) {
      current = { ...current, [what]: current[what] + 1 };
      bell.ring();
    },
    end() {
      ended = true;
      bell.ring();
    },
    async *read() {
      let seen: QueueProgress | null = null;
      while (true) {
        if (current !== seen) {
          seen = current;
          yield current;
        } else if (ended) return;
        else await bell.next();
      }
    },
  };
}
