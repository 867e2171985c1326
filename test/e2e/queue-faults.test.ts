/**
 * What goes wrong between machines: workers killed in the middle of a job, Redis killed in the middle of a run, runs that
 * are begun again, workers that would render something else. `npm run build` makes the workers.
 */

import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Queue } from "bullmq";
import { Redis } from "ioredis";
import { afterAll, beforeAll, expect } from "vitest";
import type { Diagnostic } from "../../src/base/diagnostic.ts";
import { sha256 } from "../../src/base/hash.ts";
import { packageRoot } from "../../src/base/package-root.ts";
import { MANIFEST, readManifest } from "../../src/run/manifest.ts";
import { QUEUE } from "../../src/run/queue/connection.ts";
import type { JobQueue } from "../../src/run/queue/job-queue.ts";
import { openOffice } from "../../src/run/queue/parked.ts";
import { redisQueue } from "../../src/run/queue/redis-queue.ts";
import { isPresent, testWith } from "../support/judges.ts";
import { all, codeOf, expected, FIXTURES, folders, job, numbered, told } from "../support/queue-jobs.ts";
import { startRedis, type TestRedis } from "../support/redis.ts";
import { startBucket } from "../support/s3-server.ts";
import { endWorkers, startWorker, type WorkerProcess } from "../support/worker-process.ts";

const BINARY = join(packageRoot(), "dist/cli/main.js");
const testRedis = testWith("redis-server");
const TEMPLATES = ["--templates", FIXTURES] as const;

let redis: TestRedis;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "anpham-faults-"));
  if (isPresent("redis-server")) redis = await startRedis();
});
afterAll(async () => {
  await endWorkers();
  await redis?.stop();
  await rm(folder, { recursive: true });
});

const open = (
  database: number,
  run: string,
  onTrouble: (trouble: Diagnostic) => void = () => undefined,
): Promise<JobQueue> =>
  redisQueue({
    ...{ address: redis.address(database), run, store: join(folder, "store"), folders },
    ...{ inFlight: 16, lookEvery: 300, onTrouble },
  });

/** Waits until a slow job is rendered for the nth time, and says by which worker. */
async function workerOfSlowJob(database: number, time = 1): Promise<string> {
  const connection = new Redis(redis.address(database), { maxRetriesPerRequest: null });
  const queue = new Queue(QUEUE, { connection });
  try {
    while (true) {
      const active = (await queue.getActive()).filter(Boolean);
      const slow = active.find(({ data }) => data.requests[0].template === "slow");
      if (slow?.processedBy && (slow.progress as { begun?: number }).begun === time) return slow.processedBy;
      await wait(20);
    }
  } finally {
    await queue.close();
    connection.disconnect();
  }
}

testRedis("a worker killed in the middle of a job loses nothing, and one told to stop finishes", async () => {
  const jobs = [job("slow", "Một"), job("slow", "Hai"), job("plain", "Ba")];
  const workers = new Map<string, WorkerProcess>();
  for (const name of ["a", "b"]) workers.set(name, await startWorker(redis.address(1), name, ...TEMPLATES));
  const queue = await open(1, "a1");
  const outcome = all(queue, jobs);
  const killed = await workerOfSlowJob(1);
  await workers.get(killed)!.end("SIGKILL");
  expect(await outcome).toEqual(await expected(jobs));

  const last = queue.run(job("slow", "Bốn"));
  const other = await workerOfSlowJob(1);
  expect(other).not.toBe(killed);
  expect(await workers.get(other)!.end("SIGTERM")).toBe(0);
  expect(told(await last)).toMatch(/^[\da-f]{64}$/);
  await queue.close();
  expect(await readdir(join(folder, "store"))).toEqual([]);
});

testRedis("a job whose workers die twice is put aside, and those beside it are not", async () => {
  const workers = new Map<string, WorkerProcess>();
  for (const name of ["f", "g"]) workers.set(name, await startWorker(redis.address(6), name, ...TEMPLATES));
  const queue = await open(6, "f6");
  const jobs = [job("slow"), ...numbered(3)];
  const outcome = all(queue, jobs);
  const first = await workerOfSlowJob(6);
  await workers.get(first)!.end("SIGKILL");
  const second = await workerOfSlowJob(6, 2);
  await workers.get(second)!.end("SIGKILL");
  await startWorker(redis.address(6), "h", ...TEMPLATES);
  expect(await outcome).toEqual(["queue.poison-job", ...(await expected(jobs.slice(1)))]);
  await queue.close();
});

testRedis("files go through a bucket, which is empty when the run is over", async () => {
  const bucket = await startBucket();
  await startWorker(redis.address(7), "i", ...TEMPLATES);
  const jobs = numbered(4);
  const queue = await redisQueue({
    ...{ address: redis.address(7), run: "a7", store: bucket.address, folders },
    ...{ inFlight: 16, lookEvery: 300, onTrouble: () => undefined },
  });
  bucket.failNext(500);
  const found: string[] = [];
  for await (const { results } of queue.each(jobs)) {
    found.push(told(results));
    // What is damaged on its way is made again.
    if (found.length === 1) for (const key of bucket.objects.keys()) bucket.damage(key);
  }
  expect(found).toEqual(await expected(jobs));
  await queue.close();
  expect([...bucket.objects.keys()]).toEqual([]);
  await bucket.stop();
});

testRedis(
  "a run outlives the death of Redis, and another run that begins again renders nothing twice",
  async () => {
    await startWorker(redis.address(2), "c", ...TEMPLATES);
    const jobs = numbered(30);
    const hashes = await expected(jobs);
    const queue = await open(2, "b2");
    const found: string[] = [];
    for await (const { results } of queue.each(jobs)) {
      found.push(told(results));
      if (found.length === 4) {
        await redis.kill();
        await wait(300);
        await redis.restart();
      }
    }
    expect(found).toEqual(hashes);
    await queue.close();

    const timesOf = (results: Awaited<ReturnType<JobQueue["run"]>>) => results.map(({ timings }) => timings);
    const first = await open(2, "b3");
    const reading = first.each(jobs.slice(0, 6));
    const times: unknown[] = [];
    const { value } = await reading.next();
    times.push(timesOf(value!.results));
    // The process ends here, with a result that it had no time to write down.
    const again = await open(2, "b3");
    await wait(1000);
    await first.close();
    const seen: unknown[] = [];
    for await (const { results } of again.each(jobs.slice(0, 6))) seen.push(timesOf(results));
    expect(seen).toHaveLength(6);
    expect(seen[0]).toEqual(times[0]);
    await again.close();
  },
);

testRedis(
  "a worker with other templates renders nothing, and a run begun again gets its pieces",
  async () => {
    const other = await startWorker(redis.address(3), "stranger");
    const queue = await open(3, "c3");
    const [result] = await queue.run(job("plain"));
    expect(result!.artifacts).toEqual([]);
    expect(result!.diagnostics[0]!.code).toBe("queue.other-engine");
    expect(result!.diagnostics[0]!.message.en).toMatch(/stranger.*templates differ/);
    const office = await openOffice(redis.address(3));
    expect((await office.parked()).map(({ diagnostics }) => diagnostics[0]!.code)).toEqual([
      "queue.other-engine",
    ]);
    await office.close();
    await other.end("SIGTERM");
    await startWorker(redis.address(3), "friend", ...TEMPLATES);
    expect(await all(queue, [job("plain")])).toEqual(await expected([job("plain")]));
    await queue.close();
  },
);

testRedis("a poisonous job stays aside until somebody has it tried again", async () => {
  await startWorker(redis.address(4), "d", ...TEMPLATES);
  const queue = await open(4, "d4");
  const poison = job("quits");
  expect(told(await queue.run(poison))).toBe("queue.poison-job");
  const begun = performance.now();
  expect(told(await queue.run(poison))).toBe("queue.poison-job");
  expect(performance.now() - begun).toBeLessThan(400);
  const office = await openOffice(redis.address(4));
  expect(await office.counts()).toEqual({ waiting: 0, active: 0, parked: 1 });
  expect(await office.retry()).toBe(1);
  while ((await office.counts()).parked === 0) await wait(50);
  expect((await office.parked())[0]!.diagnostics[0]!.code).toBe("queue.poison-job");
  await office.close();
  await queue.close();
});

testRedis("a run says that no worker is there, once, and goes on when one comes", async () => {
  const told: string[] = [];
  const queue = await open(9, "f9", ({ code }) => told.push(code));
  const outcome = all(queue, [job("plain")]);
  while (told.length === 0) await wait(50);
  await startWorker(redis.address(9), "late", ...TEMPLATES);
  expect(await outcome).toEqual(await expected([job("plain")]));
  expect(told).toEqual(["queue.no-worker"]);
  await queue.close();
});

testRedis("what Redis refuses is told as that, to runs and to those who look after it", async () => {
  const queue = await open(10, "aa");
  const office = await openOffice(redis.address(10));
  const admin = new Redis(redis.address(10));
  try {
    await admin.config("SET", "maxmemory", "1");
    expect(await codeOf(all(queue, [job("plain")]))).toBe("queue.refused");
    await admin.config("SET", "maxmemory", "0");
    // No such replica: this one only reads until it is told otherwise.
    await admin.replicaof("127.0.0.1", "1");
    expect(await codeOf(office.drain())).toBe("queue.refused");
  } finally {
    await admin.config("SET", "maxmemory", "0");
    await admin.replicaof("NO", "ONE");
    admin.disconnect();
    await office.close();
    await queue.close();
  }
});

testRedis("a wrong password is told at once, and in both languages", async () => {
  const admin = new Redis(redis.address(11));
  await admin.acl("SETUSER", "press", "on", ">right", "~*", "&*", "+@all");
  admin.disconnect();
  const begun = performance.now();
  const refused = openOffice(redis.address(11).replace("//", "//press:wrong@"));
  await expect(refused).rejects.toMatchObject({
    diagnostics: [
      {
        code: "queue.unreachable",
        message: { vi: expect.stringContaining("sai tên"), en: expect.stringContaining("wrong user name") },
      },
    ],
  });
  expect(performance.now() - begun).toBeLessThan(5000);
});

testRedis("a database that Redis does not have is refused, not taken for the first one", async () => {
  expect(await codeOf(openOffice(redis.address(999)))).toBe("queue.unreachable");
});

/** What is in a file; how long rendering took is left out of manifests, for that differs from run to run. */
const timeless = async (file: string): Promise<Uint8Array | string> => {
  const bytes = await readFile(file);
  return file.endsWith(MANIFEST) ? bytes.toString().replace(/"ms":[\d.]+/g, "") : bytes;
};

/** Every file of a folder with its hash. */
async function contents(of: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(of, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = files
    .sort()
    .map(async (file) => [file.slice(of.length), sha256(await timeless(file))] as const);
  return new Map(await Promise.all(read));
}

/** `anpham` as a user runs it; answers its exit code. */
const anpham = (...args: readonly string[]) =>
  new Promise<number>((done) => {
    const child = execFile(process.execPath, [BINARY, ...args], { cwd: folder }, () =>
      done(child.exitCode ?? -1),
    );
  });

testRedis("a kit is the same files whether one machine or a queue made it", async () => {
  await startWorker(redis.address(5), "e", ...TEMPLATES);
  const what = ["kit", "--templates", "plain,overflows", "--institution", "cd-y-te", "--as", "png"];
  const kit = (out: string, ...flags: readonly string[]) =>
    anpham(...what, "--templates-folder", FIXTURES, "--out", out, ...flags);
  const codes = await Promise.all([kit("here"), kit("there", "--queue", redis.address(5))]);
  expect(codes[1]).toBe(codes[0]);
  const here = await contents(join(folder, "here"));
  expect(here.size).toBeGreaterThan(5);
  expect(await contents(join(folder, "there"))).toEqual(here);
});

testRedis("a batch killed with -9 and begun again ends like one that one machine made", async () => {
  await startWorker(redis.address(8), "j");
  const rows = Array.from({ length: 20 }, (_, i) => `Nguyễn Thị ${i + 1};Cô`);
  // A row that cannot be used, among the others.
  rows.splice(7, 0, `${"Tên dài ".repeat(400)};Cô`);
  await writeFile(join(folder, "people.csv"), ["Họ và tên;Danh xưng", ...rows].join("\n"));
  const what = [
    "batch",
    "name-card",
    "--format",
    "name-card-86x54",
    "--as",
    "png",
    "--institution",
    "cd-y-te",
  ];
  const args = (out: string) => [...what, "--rows", "people.csv", "--out", out];
  const queued = [...args("queued"), "--queue", redis.address(8)];
  const code = await anpham(...args("alone"));

  const child = spawn(process.execPath, [BINARY, ...queued], { cwd: folder, stdio: "ignore" });
  const ended = once(child, "exit");
  const files = () => readdir(join(folder, "queued")).catch(() => []);
  while ((await files()).filter((name) => /^[^.].*png$/.test(name)).length < 3) await wait(10);
  child.kill("SIGKILL");
  expect(await ended).toEqual([null, "SIGKILL"]);

  expect(await anpham(...queued)).toBe(code);
  const alone = await contents(join(folder, "alone"));
  expect((await readManifest(join(folder, "alone", MANIFEST))).entries.size).toBe(20);
  expect(await contents(join(folder, "queued"))).toEqual(alone);
});
