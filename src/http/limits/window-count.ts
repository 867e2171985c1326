/**
 * Counts by windows of running time. The rate limiter's own store goes by the date: where that is set back by an hour,
 * a window of a minute lasts for an hour and a minute, and all who ask within it are refused.
 */

import type { FastifyRateLimitStore, FastifyRateLimitStoreCtor } from "@fastify/rate-limit";
import { LRUCache } from "lru-cache";

/** Of those who ask: who has not come for longest is forgotten first. */
const MOST_KNOWN = 5000;

interface Window {
  count: number;
  /** Moment of running time, ms. */
  readonly end: number;
}

/** @param elapsed ms since any moment; never goes back */
export const countingBy = (elapsed: () => number): FastifyRateLimitStoreCtor =>
  class WindowCount implements FastifyRateLimitStore {
    readonly #windows = new LRUCache<string, Window>({ max: MOST_KNOWN });

    /** @param length of a window, ms */
    incr(key: string, done: Parameters<FastifyRateLimitStore["incr"]>[1], length: number): void {
      const now = elapsed();
      const known = this.#windows.get(key);
      const window = known && now < known.end ? known : { count: 0, end: now + length };
      window.count++;
      this.#windows.set(key, window);
      done(null, { current: window.count, ttl: window.end - now });
    }

    child(): WindowCount {
      return new WindowCount();
    }
  };
