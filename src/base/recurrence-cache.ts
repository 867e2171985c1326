/**
 * A cache for print runs, where a few things come again on every row and all others never do. What is new waits in a
 * small queue, and is kept for good only when it comes a second time; what the queue has dropped is remembered by its
 * key, so that things too many for the queue are recognised too (2Q, Johnson and Shasha 1994). What never comes again
 * is soon let go, while it is still cheap to collect.
 */

import { LRUCache } from "lru-cache";

export interface RecurrenceOptions<Value> {
  /** Bytes of what came at least twice, the last used. */
  readonly kept: number;
  /** Bytes of what came once, of late. */
  readonly waiting: number;
  readonly sizeOf: (value: Value, key: string) => number;
}

/** Keys of what came once and was let go. */
const MOST_REMEMBERED = 10_000;

export class RecurrenceCache<Value extends object> {
  readonly #kept: LRUCache<string, Value>;
  readonly #waiting: LRUCache<string, Value>;
  readonly #dropped = new LRUCache<string, true>({ max: MOST_REMEMBERED });

  constructor({ kept, waiting, sizeOf }: RecurrenceOptions<Value>) {
    this.#kept = new LRUCache({ maxSize: kept, sizeCalculation: sizeOf });
    this.#waiting = new LRUCache({
      maxSize: waiting,
      sizeCalculation: sizeOf,
      dispose: (_, key, reason) => {
        if (reason === "evict") this.#dropped.set(key, true);
      },
    });
  }

  get(key: string): Value | undefined {
    const kept = this.#kept.get(key);
    if (kept) return kept;
    const waiting = this.#waiting.get(key);
    if (waiting) {
      this.#waiting.delete(key);
      this.#kept.set(key, waiting);
    }
    return waiting;
  }

  set(key: string, value: Value): void {
    if (this.#kept.has(key) || this.#dropped.delete(key)) this.#kept.set(key, value);
    else this.#waiting.set(key, value);
  }
}
