/**
 * What a run may rely on, whichever queue it uses. `npm run build` makes the threads and the workers; Redis is started
 * here.
 */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { openPool } from "../../src/run/pool.ts";
import type { JobQueue, QueueProgress } from "../../src/run/queue/job-queue.ts";
import { localQueue } from "../../src/run/queue/local-queue.ts";
import { redisQueue } from "../../src/run/queue/redis-queue.ts";
import { isPresent, testWith } from "../support/judges.ts";
import {
  all,
  codeOf,
  expected,
  FIXTURES,
  folders,
  job,
  numbered,
  request,
  told,
} from "../support/queue-jobs.ts";
import { startRedis, type TestRedis } from "../support/redis.ts";
import { endWorkers, startWorker } from "../support/worker-process.ts";

/** Jobs that a queue takes ahead of its reader. */
const BOUND = 4;

let redis: TestRedis;
let store: string;
beforeAll(async () => {
  store = await mkdtemp(join(tmpdir(), "anpham-store-"));
  if (!isPresent("redis-server")) return;
  redis = await startRedis();
  await startWorker(redis.address(0), "steady", "--templates", FIXTURES);
});
afterAll(async () => {
  await endWorkers();
  await redis?.stop();
  await rm(store, { recursive: true });
});

let runs = 0;
const openRedis = (database: number, run = `${++runs}`.padStart(16, "0"), inFlight = BOUND) =>
  redisQueue({
    address: redis.address(database),
    run,
    store,
    folders,
    inFlight,
    lookEvery: 500,
    onTrouble: () => undefined,
  });

const QUEUES = [
  {
    name: "local",
    needs: [],
    open: () => Promise.resolve(localQueue(openPool({ workers: 1, queue: BOUND - 1 }))),
  },
  { name: "redis", needs: ["redis-server"] as const, open: () => openRedis(0) },
];

describe.each(QUEUES)("$name queue", ({ needs, open }) => {
  const check = (name: string, run: (queue: JobQueue) => Promise<void>) =>
    testWith(...needs)(name, async () => {
      const queue = await open();
      try {
        await run(queue);
      } finally {
        await queue.close();
      }
    });

  check("gives the bytes of an engine, in the order of jobs, the wrong one among them", async (queue) => {
    const two = [request("plain", "Hai tệp"), { ...request("plain", "Hai tệp"), as: "pdf" as const }];
    const wrong = { ...request("plain", "Sai"), format: "A5" };
    const twice = [job("plain", "Hai lần"), job("plain", "Hai lần")];
    const good = [...numbered(3), { folders, requests: two }, ...twice, ...numbered(2)];
    const hashes = await expected(good);
    const jobs = [...good.slice(0, 2), { folders, requests: [wrong] }, ...good.slice(2)];
    expect(await all(queue, jobs)).toEqual([...hashes.slice(0, 2), "request.unknown-id", ...hashes.slice(2)]);
  });

  check("takes no more jobs than its bound ahead of the reader", async (queue) => {
    let taken = 0;
    function* endless() {
      while (true) yield job("plain", `Việc ${++taken}`);
    }
    let read = 0;
    for await (const _ of queue.each(endless())) {
      expect(taken - read).toBeLessThanOrEqual(BOUND);
      if (++read === 6) break;
    }
    expect(taken).toBeLessThan(6 + BOUND + 1);
  });

  check("refuses more single jobs than its bound", async (queue) => {
    const under = [job("slow"), ...numbered(BOUND - 1)].map((each) => queue.run(each));
    // The first ones are on their way before the one too many asks.
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await codeOf(queue.run(job("plain")))).toBe("run.queue-full");
    await Promise.all(under);
  });

  check("after an abort begins nothing, yields what was begun, and serves the next", async (queue) => {
    const controller = new AbortController();
    const jobs = numbered(40);
    const found: string[] = [];
    for await (const { results } of queue.each(jobs, controller.signal)) {
      found.push(told(results));
      if (found.length === 2) controller.abort();
    }
    expect(found).toEqual((await expected(jobs)).slice(0, found.length));
    expect(found.length).toBeLessThanOrEqual(2 + BOUND);
    expect(await all(queue, jobs.slice(0, 3))).toEqual(await expected(jobs.slice(0, 3)));
  });

  check("takes back a single job that waits", async (queue) => {
    const controller = new AbortController();
    const first = queue.run(job("slow"));
    const second = codeOf(queue.run(job("slow", "Hai"), controller.signal));
    await new Promise((resolve) => setTimeout(resolve, 100));
    controller.abort();
    expect(await second).toBe("run.cancelled");
    expect(told(await first)).toMatch(/^[\da-f]{64}$/);
  });

  check("gives up a job that ends its workers, and no other", async (queue) => {
    const jobs = [job("plain", "Trước"), job("quits"), job("plain", "Sau")];
    const [before, , after] = await expected([jobs[0]!, jobs[0]!, jobs[2]!]);
    expect(await all(queue, jobs)).toEqual([before, "queue.poison-job", after]);
  });

  check("tells how far it is", async (queue) => {
    const states: QueueProgress[] = [];
    const listening = (async () => {
      for await (const state of queue.progress()) states.push(state);
    })();
    await all(queue, numbered(3));
    await queue.close();
    await listening;
    expect(states.at(-1)).toEqual({ taken: 3, finished: 3, parked: 0, cancelled: 0 });
    expect(states.length).toBeGreaterThan(3);
  });
});
