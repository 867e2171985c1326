/** Connects to Redis. The client and BullMQ are loaded here, when a queue is asked for, and nowhere else. */

import type { Redis } from "ioredis";
import { fail } from "../../base/diagnostic.ts";
import { isRefusal, redisReason } from "./redis-reason.ts";
import { lost, type Troubles } from "./troubles.ts";

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
  const url = queueAddress(address);
  const [{ Redis }, bullmq] = await Promise.all([import("ioredis"), import("bullmq")]);
  const redis = new Redis(address, {
    // Commands wait for Redis to come back.
    maxRetriesPerRequest: null,
    retryStrategy: (times) => Math.min(FIRST_RETRY * 2 ** Math.min(times, 10), LAST_RETRY),
  });
  let last: unknown = null;
  try {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(last ?? new Error("timeout")), PATIENCE);
      redis.on("error", (error) => {
        last = error;
        // A wrong password does not become right by waiting.
        if (isRefusal(error)) reject(error);
      });
      redis.once("ready", () => {
        clearTimeout(timer);
        resolve();
      });
    });
    // The client goes on with database 0 when there is no such database.
    await redis.select(redis.options.db ?? 0);
  } catch (thrown) {
    redis.disconnect();
    const [reasonVi, reason] = redisReason(thrown);
    fail("queue.unreachable", { address: shown(url), reasonVi, reason }, {}, { cause: thrown });
  }
  return { redis, bullmq };
}

/** From when a connection is lost until it is back. */
export function watchConnection(redis: Redis, troubles: Troubles): void {
  redis.on("error", (error) => troubles.begin(lost(error)));
  redis.on("ready", () => troubles.end("queue.lost"));
}

/** @throws AnphamError `queue.bad-address`, without the password */
export function queueAddress(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  // What stands behind “#” is the rest of a password that was not encoded.
  if (url && /^rediss?:$/.test(url.protocol) && url.hostname !== "" && url.hash === "") return url;
  return fail("queue.bad-address", { address: address.replace(/\/\/.*@/, "//…@") });
}

/** Without the password. */
const shown = (url: URL): string => `${url.protocol}//${url.host}${url.pathname}`;
