/**
 * What a run may rely on, whichever queue it uses. `npm run build` makes the threads and the workers; Redis is started
 * here.
 */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { AnphamError } from "../../src/base/diagnostic.ts";
import { packageRoot } from "../../src/base/package-root.ts";
import { packageFolders } from "../../src/package-folders.ts";
import { createEngine } from "../../src/render.ts";
import { openPool } from "../../src/run/pool.ts";
import type { JobQueue, QueueProgress } from "../../src/run/queue/job-queue.ts";
import { localQueue } from "../../src/run/queue/local-queue.ts";
import { redisQueue } from "../../src/run/queue/redis-queue.ts";
import type { RenderJob, RenderJobResult } from "../../src/run/render-job.ts";
import { isPresent, testWith } from "../support/judges.ts";
import { startRedis, type TestRedis } from "../support/redis.ts";
import { endWorkers, startWorker } from "../support/worker-process.ts";

const FIXTURES = join(packageRoot(), "test/fixtures/run-templates");
const folders = { ...packageFolders(), templates: FIXTURES };
/** Jobs that a queue takes ahead of its reader. */
const BOUND = 4;

const request = (template: string, text: string) => ({
  template,
  format: "a5",
  institution: "cd-y-te",
  as: "png" as const,
  ppi: 20,
  data: { message: { text } },
});
const job = (template: string, text = "Một"): RenderJob => ({ folders, requests: [request(template, text)] });
const numbered = (count: number) => Array.from({ length: count }, (_, i) => job("plain", `Việc ${i + 1}`));

/** What came out, short enough to compare: hashes, or codes of errors. */
const told = (results: RenderJobResult): string =>
  results
    .map(({ artifacts, diagnostics }) =>
      artifacts.length > 0
        ? artifacts.map(({ sha256 }) => sha256).join(" ")
        : diagnostics.map(({ code }) => code).join(" "),
    )
    .join(" | ");
const all = async (queue: JobQueue, jobs: Iterable<RenderJob>, signal?: AbortSignal): Promise<string[]> => {
  const found: string[] = [];
  for await (const { results } of queue.each(jobs, signal)) found.push(told(results));
  return found;
};
const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => "done",
    (thrown: unknown) => {
      if (!(thrown instanceof AnphamError)) throw thrown;
      return thrown.diagnostics[0]!.code;
    },
  );

let redis: TestRedis;
let store: string;
let expected: (jobs: readonly RenderJob[]) => Promise<string[]>;
beforeAll(async () => {
  store = await mkdtemp(join(tmpdir(), "anpham-store-"));
  const engine = await createEngine(folders);
  expected = (jobs) =>
    Promise.all(jobs.map(async ({ requests }) => told(await Promise.all(requests.map(engine.render)))));
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
  redisQueue({ address: redis.address(database), run, store, folders, inFlight, lookEvery: 500 });

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
    const good = [...numbered(3), { folders, requests: two }, ...numbered(2)];
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
    const under = Array.from({ length: BOUND }, () => queue.run(job("slow")));
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
