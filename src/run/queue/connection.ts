/** Connects to Redis. The client and BullMQ are loaded here, when a queue is asked for, and nowhere else. */

import type { Redis } from "ioredis";
import { fail, reasonOf } from "../../base/diagnostic.ts";

/** All runs share one queue: a worker serves whoever has work. */
export const QUEUE = "anpham";
/** How long to wait for Redis at the start, ms. Later it is waited for without end. */
const PATIENCE = 10_000;
/** Between attempts to connect, ms. */
const FIRST_RETRY = 100;
const LAST_RETRY = 2000;

export interface RedisConnection {
  readonly redis: Redis;
  readonly bullmq: typeof import("bullmq");
}

/**
 * @param address `redis://[user:password@]host[:port][/database]`, `rediss://` with TLS
 * @throws AnphamError `queue.bad-address`, `queue.unreachable`
 */
export async function connect(address: string): Promise<RedisConnection> {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !/^rediss?:$/.test(url.protocol)) fail("queue.bad-address", { address: shown(url) ?? address });
  const [{ Redis }, bullmq] = await Promise.all([import("ioredis"), import("bullmq")]);
  const redis = new Redis(address, {
    // Commands wait for Redis to come back.
    maxRetriesPerRequest: null,
    retryStrategy: (times) => Math.min(FIRST_RETRY * 2 ** Math.min(times, 10), LAST_RETRY),
  });
  let last: unknown = null;
  redis.on("error", (error) => {
    last = error;
  });
  try {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(last ?? new Error("timeout")), PATIENCE);
      redis.once("ready", () => {
        clearTimeout(timer);
        resolve();
      });
    });
  } catch (thrown) {
    redis.disconnect();
    fail("queue.unreachable", { address: shown(url)!, reason: reasonOf(thrown) }, {}, { cause: thrown });
  }
  return { redis, bullmq };
}

/** Without the password. */
const shown = (url: URL | null): string | null =>
  url ? `${url.protocol}//${url.host}${url.pathname}` : null;
