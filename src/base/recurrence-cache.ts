/**
 * A cache for print runs, where a few things come again on every row and all others never do. What is new waits in a
 * queue, and is kept for good only when it comes a second time; what the queue has dropped is remembered by its key, so
 * that things too many for the queue are recognised too (2Q, Johnson and Shasha 1994). The queue halves with each thing
 * that it drops, down to a few, and doubles with each that comes again: what never does is let go at once, while it is
 * cheap to collect, and the first change of a piece still finds all else there.
 */

import { LRUCache } from "lru-cache";

export interface RecurrenceOptions<Value> {
  /** Bytes of what came at least twice, the last used. */
  readonly kept: number;
  /** Bytes of what came once, of late, at most. */
  readonly waiting: number;
  readonly sizeOf: (value: Value, key: string) => number;
}

/** Keys of what came once and was let go. */
const MOST_REMEMBERED = 10_000;

/** What the queue shrinks to, as a part of its room. */
const LEAST_ROOM = 1 / 16;

export class RecurrenceCache<Value extends object> {
  readonly #kept: LRUCache<string, Value>;
  readonly #waiting: LRUCache<string, Value>;
  readonly #dropped = new LRUCache<string, true>({ max: MOST_REMEMBERED });

  readonly #wholeRoom: number;
  /** Bytes of the queue for now. */
  #room: number;

  constructor({ kept, waiting, sizeOf }: RecurrenceOptions<Value>) {
    this.#wholeRoom = waiting;
    this.#room = waiting;
    this.#kept = new LRUCache({ maxSize: kept, sizeCalculation: sizeOf });
    this.#waiting = new LRUCache({
      // Never reached: what waits is kept to the room of now.
      maxSize: 2 * waiting,
      maxEntrySize: waiting,
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
      this.#keep(key, waiting);
    }
    return waiting;
  }

  set(key: string, value: Value): void {
    if (this.#kept.has(key) || this.#dropped.delete(key)) this.#keep(key, value);
    else this.#wait(key, value);
  }

  #keep(key: string, value: Value): void {
    this.#kept.set(key, value);
    this.#room = Math.min(this.#room * 2, this.#wholeRoom);
  }

  #wait(key: string, value: Value): void {
    this.#waiting.set(key, value);
    // Too large for any queue.
    if (!this.#waiting.has(key)) this.#dropped.set(key, true);
    while (this.#waiting.calculatedSize > this.#room && this.#waiting.size > 1) {
      this.#waiting.pop();
      this.#room = Math.max(this.#room / 2, this.#wholeRoom * LEAST_ROOM);
    }
  }
}
