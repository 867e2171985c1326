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

/** Keys of what came once and was let go: at least half as many are remembered, the latest. */
const MOST_REMEMBERED = 10_000;

/** What the queue shrinks to, as a part of its room. */
const LEAST_ROOM = 1 / 16;

/**
 * In the queue; empty when it has left. V8's maps go on to new tables as keys come and go, and an old table holds the
 * new one and all that it held itself until the whole heap is collected: it must hold no more than this.
 */
interface Waiting<Value> {
  value: Value | null;
  readonly bytes: number;
}

export class RecurrenceCache<Value extends object> {
  readonly #kept: LRUCache<string, Value>;
  /** The first come first. */
  readonly #waiting = new Map<string, Waiting<Value>>();
  #waitingBytes = 0;
  readonly #dropped = new LatestKeys(MOST_REMEMBERED);

  readonly #sizeOf: (value: Value, key: string) => number;
  readonly #wholeRoom: number;
  /** Bytes of the queue for now. */
  #room: number;

  constructor({ kept, waiting, sizeOf }: RecurrenceOptions<Value>) {
    this.#sizeOf = sizeOf;
    this.#wholeRoom = waiting;
    this.#room = waiting;
    this.#kept = new LRUCache({ maxSize: kept, sizeCalculation: sizeOf });
  }

  get(key: string): Value | undefined {
    const kept = this.#kept.get(key);
    if (kept) return kept;
    const value = this.#leaveQueue(key);
    if (value) this.#keep(key, value);
    return value;
  }

  set(key: string, value: Value): void {
    if (this.#kept.has(key) || this.#dropped.take(key)) this.#keep(key, value);
    else this.#wait(key, value);
  }

  #keep(key: string, value: Value): void {
    this.#kept.set(key, value);
    this.#room = Math.min(this.#room * 2, this.#wholeRoom);
  }

  #wait(key: string, value: Value): void {
    const bytes = this.#sizeOf(value, key);
    this.#leaveQueue(key);
    if (bytes > this.#wholeRoom) {
      this.#dropped.add(key);
      return;
    }
    this.#waiting.set(key, { value, bytes });
    this.#waitingBytes += bytes;
    for (const first of this.#waiting.keys()) {
      if (this.#waitingBytes <= this.#room || this.#waiting.size === 1) break;
      this.#leaveQueue(first);
      this.#dropped.add(first);
      this.#room = Math.max(this.#room / 2, this.#wholeRoom * LEAST_ROOM);
    }
  }

  #leaveQueue(key: string): Value | undefined {
    const waiting = this.#waiting.get(key);
    if (!waiting) return undefined;
    const { value } = waiting;
    waiting.value = null;
    this.#waiting.delete(key);
    this.#waitingBytes -= waiting.bytes;
    return value!;
  }
}

/** In two generations: nothing has to be moved or let go on its own. */
class LatestKeys {
  readonly #most: number;
  #latest = new Set<string>();
  #before = new Set<string>();

  constructor(most: number) {
    this.#most = most;
  }

  add(key: string): void {
    this.#latest.add(key);
    if (2 * this.#latest.size < this.#most) return;
    this.#before = this.#latest;
    this.#latest = new Set();
  }

  /** Whether it is there, which it is no more. */
  take(key: string): boolean {
    return this.#latest.delete(key) || this.#before.delete(key);
  }
}
