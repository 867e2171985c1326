/** Jobs that stand in Redis from before, asked for again while every millisecond somebody looks at them. */

import type { Worker } from "bullmq";
import { afterAll, beforeAll, expect } from "vitest";
import { diagnose } from "../../src/base/diagnostic.ts";
import { connect, QUEUE } from "../../src/run/queue/connection.ts";
import { type Errand, type Errands, openErrands } from "../../src/run/queue/errands.ts";
import { createMessage, failureText, type JobAnswer } from "../../src/run/queue/message.ts";
import { isPresent, testWith } from "../support/judges.ts";
import { startRedis, type TestRedis } from "../support/redis.ts";

const testRedis = testWith("redis-server");
const engine = { program: "a", machine: "b", brand: "c", fonts: "d", templates: "e" };
const message = createMessage({ engine, requests: [{}], pictures: [], store: "/tmp", folder: "a/b" });
const ids = Array.from({ length: 60 }, (_, i) => `a-${i}`);

let redis: TestRedis;
beforeAll(async () => {
  if (isPresent("redis-server")) redis = await startRedis();
});
afterAll(async () => redis?.stop());

const open = async (database: number): Promise<Errands> =>
  openErrands(await connect(redis.address(database)), { lookEvery: 1, onTrouble: () => undefined });

async function withWorker(database: number, work: () => JobAnswer, during: () => Promise<void>) {
  const { redis: connection, bullmq } = await connect(redis.address(database));
  const worker: Worker = new bullmq.Worker(QUEUE, async () => work(), { connection, concurrency: 4 });
  await worker.waitUntilReady();
  await during();
  await worker.close();
  connection.disconnect();
}

const codeOf = async (errand: Errand): Promise<string | undefined> =>
  (await errand.outcome())?.failure?.[0]?.code;

testRedis("what failed before and is begun again never ends with the old failure", async () => {
  const errands = await open(0);
  const { UnrecoverableError } = await import("bullmq");
  const refuse = () => {
    throw new UnrecoverableError(failureText([diagnose("queue.bad-message", { worker: "other" })]));
  };
  await withWorker(0, refuse, async () => {
    const sent = await Promise.all(ids.map((id) => errands.send(id, message)));
    for (const errand of sent) {
      expect(await codeOf(errand)).toBe("queue.bad-message");
      await errand.settle();
    }
  });
  const again = await Promise.all(ids.map((id) => errands.send(id, message)));
  await withWorker(
    0,
    () => [],
    async () => {
      for (const errand of again) {
        expect(await errand.outcome()).toEqual({ answer: [], failure: null });
        await errand.settle();
      }
    },
  );
  await errands.close();
});

testRedis("what is done anew never ends with the old answer", async () => {
  const errands = await open(1);
  let time = 1;
  const work = () => [{ artifacts: [], diagnostics: [], timings: { compose: time } }];
  await withWorker(1, work, async () => {
    const sent = await Promise.all(ids.map((id) => errands.send(id, message)));
    for (const errand of sent) expect((await errand.outcome())?.answer?.[0]?.timings.compose).toBe(1);
    time = 2;
    await Promise.all(sent.map((errand) => errand.repeat()));
    for (const errand of sent) {
      expect((await errand.outcome())?.answer?.[0]?.timings.compose).toBe(2);
      await errand.settle();
    }
  });
  await errands.close();
});

testRedis("two that have the same job done anew both hear of it", async () => {
  const errands = await open(2);
  await withWorker(
    2,
    () => [],
    async () => {
      const [one, two] = await Promise.all([errands.send("a-1", message), errands.send("a-1", message)]);
      await one.outcome();
      await one.repeat();
      const outcome = one.outcome();
      await two.repeat();
      expect(await outcome).toEqual({ answer: [], failure: null });
      expect(await two.outcome()).toEqual({ answer: [], failure: null });
      expect([await one.settle(), await two.settle()]).toEqual([false, true]);
    },
  );
  await errands.close();
});
