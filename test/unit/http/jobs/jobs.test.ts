import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { AnphamError, diagnose } from "../../../../src/base/diagnostic.ts";
import type { Principal } from "../../../../src/http/access/principal.ts";
import type { JobRecord, NewJob } from "../../../../src/http/jobs/job-record.ts";
import { openJobStore } from "../../../../src/http/jobs/job-store.ts";
import { type Jobs, type JobsOptions, openJobs } from "../../../../src/http/jobs/jobs.ts";
import type { JobEnd } from "../../../../src/http/jobs/thread-messages.ts";

const own: Principal = { key: "k", owner: "cd-y-te", scopes: ["jobs"] };
const other: Principal = { ...own, owner: "tt-vinh-hao" };
const asked: NewJob = {
  kind: "batch",
  rows: "rows.csv",
  webhook: null,
  request: {
    ...{
      template: "certificate",
      format: "certificate-a4",
      as: null,
      profile: null,
      rows: null,
      webhook: null,
    },
    ...{ encoding: "auto", sheet: null, map: null, name: null, proof: false, strict: false },
  },
};
const fine: JobEnd = { counts: { rows: 1 }, diagnostics: [], stopped: false };
const full: JobEnd = {
  counts: {},
  diagnostics: [
    diagnose("output.cannot-write", { file: "x", reasonVi: "hết chỗ", reason: "the disk is full" }),
  ],
  stopped: true,
};

let root = "";
let folder = "";
/** Jobs of processes that have died: nobody stops them. */
let dead: Jobs[] = [];
let time = 0;
/** By how much the date was corrected. */
let dated = 0;
let jobs: Jobs;
let ended: JobRecord[] = [];
let setbacks: string[] = [];
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "anpham-jobs-"));
  folder = join(root, "0");
  ended = [];
  setbacks = [];
  dead = [];
  dated = 0;
});
afterEach(async () => {
  await Promise.all([...dead, jobs].map((each) => each.close()));
  await rm(root, { recursive: true, force: true });
});

function untilStopped(): ReturnType<JobsOptions["start"]> {
  let stop: () => void = () => undefined;
  const end = new Promise<JobEnd>((resolve) => {
    stop = () => resolve({ counts: {}, diagnostics: [], stopped: true });
  });
  return { end, stop };
}

/** @param ends what comes of each beginning; the last one again and again, `null` for one that waits to be stopped */
async function open(ends: readonly (JobEnd | null)[], options: Partial<JobsOptions> = {}): Promise<string[]> {
  const begun: string[] = [];
  jobs = await openJobs({
    ...{ store: openJobStore(folder), atOnce: 1, each: 3, keptFor: 1000 },
    ...{ now: () => time + dated, elapsed: () => time },
    start({ id }) {
      begun.push(id);
      const given = ends[Math.min(begun.length, ends.length) - 1];
      return given ? { end: Promise.resolve(given), stop: () => undefined } : untilStopped();
    },
    onSetback: ({ state }, reasons) => setbacks.push(`${state} ${reasons.map(({ code }) => code).join()}`),
    onEnd: (job) => ended.push(job),
    onFault: () => undefined,
    ...options,
  });
  jobs.begin();
  return begun;
}
/** Ends the process as a native abort does: the next one finds the folder as it is. */
async function die(): Promise<void> {
  dead.push(jobs);
  const after = join(root, String(dead.length));
  await cp(folder, after, { recursive: true });
  folder = after;
}
const onDisk = async (id: string) =>
  JSON.parse(await readFile(join(folder, id, "job.json"), "utf8")) as JobRecord;
const create = (who = own) => jobs.create(who, asked, Buffer.from("Họ tên\nAn\n"));
const state = (id: string) => () => jobs.get(own, id).state;

test("a job runs to its end, and is told of", async () => {
  await open([fine]);
  const { id } = await create();
  await expect.poll(state(id)).toBe("done");
  await expect.poll(() => ended).toMatchObject([{ id, counts: { rows: 1 } }]);
});

test("a full disk loses no job: it waits, and ends once there is room", async () => {
  const begun = await open([full, full, fine]);
  const { id } = await create();
  await expect.poll(state(id)).toBe("queued");
  expect(jobs.get(own, id).diagnostics).toMatchObject([{ code: "output.cannot-write" }]);
  // The operator hears of it each time: nothing else stands in the log.
  expect(setbacks).toEqual(["running output.cannot-write"]);
  time += 3000;
  await expect.poll(() => begun.length, { timeout: 5000 }).toBe(2);
  await expect.poll(state(id)).toBe("queued");
  time += 20_000;
  await expect.poll(state(id), { timeout: 5000 }).toBe("done");
});

test("a job that waits is begun in time, and old ones are removed, also where the date was set back by an hour", async () => {
  await open([full, fine]);
  const { id } = await create();
  await expect.poll(state(id)).toBe("queued");
  dated = -3_600_000;
  time += 3000;
  await expect.poll(state(id), { timeout: 5000 }).toBe("done");
  // Kept for a second by its date, which is looked at once an hour.
  time += 3_700_000;
  await expect.poll(() => jobs.list(own), { timeout: 5000 }).toEqual([]);
});

test("a folder that a service in another container had, which died, is waited for", async () => {
  const locked = diagnose("run.folder-in-use", { folder: "out", pid: 1, host: "a1b2c3" });
  await open([{ counts: {}, diagnostics: [locked], stopped: true }, fine]);
  const { id } = await create();
  await expect.poll(state(id)).toBe("queued");
  expect(setbacks).toEqual(["running run.folder-in-use"]);
  time += 3000;
  await expect.poll(state(id), { timeout: 5000 }).toBe("done");
});

test("while it runs again, a job says no more what held it up", async () => {
  await open([full, null]);
  const { id } = await create();
  await expect.poll(() => jobs.get(own, id).diagnostics).toMatchObject([{ code: "output.cannot-write" }]);
  time += 3000;
  await expect.poll(state(id), { timeout: 5000 }).toBe("running");
  await expect.poll(() => jobs.get(own, id).diagnostics).toEqual([]);
});

test("a request that is sent again with its key makes no second job, at once, later and after a restart", async () => {
  const begun = await open([null], { each: 1 });
  const once = { key: "8e03978e", content: "a" };
  const send = (who = own, given = once) => jobs.create(who, asked, Buffer.from("Họ và tên\nAn\n"), given);
  const made = await Promise.all([send(), send(), send()]);
  const [{ id }] = made;
  expect(new Set(made.map((job) => job.id))).toEqual(new Set([id]));
  await expect.poll(state(id)).toBe("running");
  // Its owner may have no other job, and needs none.
  expect(await send()).toMatchObject({ id, state: "running" });
  await expect(send(own, { ...once, content: "b" })).rejects.toThrow("service.idempotency-key-reused");
  expect((await send(other)).id).not.toBe(id);
  expect(begun[0]).toBe(id);
  await jobs.close();
  await open([fine]);
  expect((await send()).id).toBe(id);
  await expect.poll(state(id)).toBe("done");
  // The job is gone, and its key with it.
  await jobs.remove(own, id);
  expect((await send()).id).not.toBe(id);
});

test("a request that could not be kept may be sent again with its key", async () => {
  const store = openJobStore(folder);
  let isFull = true;
  const write = (job: JobRecord) =>
    isFull ? Promise.reject(new AnphamError(full.diagnostics)) : store.write(job);
  await open([fine], { store: { ...store, write } });
  const send = () => jobs.create(own, asked, Buffer.from("x"), { key: "k", content: "a" });
  await Promise.all([1, 2].map(() => expect(send()).rejects.toThrow("output.cannot-write")));
  isFull = false;
  await expect.poll(state((await send()).id)).toBe("done");
});

test("a job whose thread dies again and again is given up", async () => {
  const died: JobEnd = {
    counts: {},
    diagnostics: [diagnose("run.worker-died", { reason: "x" })],
    stopped: true,
  };
  const begun = await open([died]);
  const { id } = await create();
  for (let i = 0; i < 3; i++) {
    await expect.poll(() => begun.length, { timeout: 5000 }).toBeGreaterThan(i);
    time += 100_000;
  }
  await expect.poll(state(id), { timeout: 5000 }).toBe("failed");
  expect(begun).toHaveLength(3);
});

test("a job that the process dies of again and again is given up, and says so", async () => {
  let begun = await open([null]);
  const { id } = await create();
  for (let deaths = 0; deaths < 3; deaths++) {
    await expect.poll(() => onDisk(id), { timeout: 5000 }).toMatchObject({ state: "running", deaths });
    expect(begun).toEqual([id]);
    await die();
    begun = await open([null]);
  }
  await expect.poll(state(id)).toBe("failed");
  expect(begun).toEqual([]);
  await expect
    .poll(() => ended)
    .toMatchObject([{ id, state: "failed", diagnostics: [{ code: "run.process-died" }] }]);
  expect(jobs.get(own, id).diagnostics[0]!.message).toMatchObject({
    vi: expect.stringContaining("3 lần"),
    en: expect.stringContaining("3 times"),
  });
  // Removed like any other, and not taken up by the next service.
  await expect.poll(async () => (await onDisk(id)).state).toBe("failed");
});

test("jobs that were running beside the one that ends the process go on", async () => {
  await open([null], { atOnce: 3 });
  const [first, deadly, third] = [await create(), await create(), await create()];
  const all = [first.id, deadly.id, third.id];
  const runs = (ids: readonly string[], deaths: number) =>
    expect
      .poll(() => Promise.all(ids.map(onDisk)), { timeout: 5000 })
      .toMatchObject(ids.map(() => ({ state: "running", deaths })));
  const done: string[] = [];
  await runs(all, 0);
  for (let i = 0; i < 3; i++) {
    await die();
    await open([null], {
      atOnce: 3,
      start: ({ id }) => {
        if (id !== deadly.id) done.push(id);
        return id === deadly.id ? untilStopped() : { end: Promise.resolve(fine), stop: () => undefined };
      },
    });
    if (i === 2) break;
    await runs([deadly.id], i + 1);
  }
  await expect
    .poll(() => all.map((id) => jobs.get(own, id).state), { timeout: 10_000 })
    .toEqual(["done", "failed", "done"]);
  expect(new Set(done)).toEqual(new Set([first.id, third.id]));
});

test("a process that is told to stop, however late it ends, has not died of its jobs", async () => {
  await open([null], { start: () => ({ end: new Promise(() => undefined), stop: () => undefined }) });
  const { id } = await create();
  await expect.poll(async () => (await onDisk(id)).state).toBe("running");
  void jobs.close();
  await expect.poll(() => onDisk(id)).toMatchObject({ state: "queued", deaths: 0 });
  await open([fine]);
  await expect.poll(state(id)).toBe("done");
});

test("what cannot be noted on the disk is not begun", async () => {
  const store = openJobStore(folder);
  let isFull = true;
  const write = (job: JobRecord) =>
    job.state === "running" && isFull ? Promise.reject(new AnphamError(full.diagnostics)) : store.write(job);
  const begun = await open([fine], { store: { ...store, write } });
  const { id } = await create();
  await expect.poll(() => jobs.get(own, id).attempts).toBe(1);
  expect([begun, jobs.get(own, id).state]).toEqual([[], "queued"]);
  isFull = false;
  time += 3000;
  await expect.poll(state(id), { timeout: 5000 }).toBe("done");
});

test("what is wrong with the job itself fails it at once", async () => {
  const wrong = [diagnose("rows.empty", { file: "rows.csv" })];
  await open([{ counts: {}, diagnostics: wrong, stopped: true }]);
  const { id } = await create();
  await expect.poll(state(id)).toBe("failed");
  expect(setbacks).toEqual(["running rows.empty"]);
});

test("a stop leaves the job to the next service", async () => {
  await open([null]);
  const { id } = await create();
  await expect.poll(state(id)).toBe("running");
  await jobs.close();
  expect(ended).toEqual([]);
  await open([fine]);
  await expect.poll(state(id)).toBe("done");
});

test("a cancelled job ends, running or waiting, and is then removed with its files", async () => {
  await open([null]);
  const [running, waiting] = [await create(), await create()];
  await expect.poll(state(running.id)).toBe("running");
  await jobs.remove(own, waiting.id);
  expect(jobs.get(own, waiting.id).state).toBe("cancelled");
  await jobs.remove(own, running.id);
  await expect.poll(state(running.id)).toBe("cancelled");
  await jobs.remove(own, running.id);
  expect(state(running.id)).toThrow("service.unknown-job");
  expect((await openJobStore(folder).load()).map(({ id }) => id)).toEqual([waiting.id]);
});

test("owners see their own, may not fill the service, and take turns", async () => {
  const begun = await open([null], { atOnce: 2 });
  const mine = [await create(), await create(), await create()];
  await expect(create()).rejects.toThrow("service.too-many-jobs");
  const theirs = await create(other);
  expect(() => jobs.get(own, theirs.id)).toThrow("service.unknown-job");
  await expect(jobs.remove(own, theirs.id)).rejects.toThrow("service.unknown-job");
  expect(jobs.list(other)).toHaveLength(1);
  // Two of mine run; when one ends, the other owner's is next though it came last.
  await jobs.remove(own, mine[0]!.id);
  await expect.poll(() => begun).toEqual([mine[0]!.id, mine[1]!.id, theirs.id]);
});

test("a job that is removed while its record is on its way to the disk is gone for good", async () => {
  const store = openJobStore(folder);
  const slow = {
    ...store,
    write: async (job: JobRecord) => {
      if (job.state === "cancelled") await new Promise((next) => setTimeout(next, 30));
      await store.write(job);
    },
  };
  await open([null], { store: slow });
  const { id } = await create();
  await expect.poll(state(id)).toBe("running");
  await jobs.remove(own, id);
  await expect.poll(state(id), { interval: 1 }).toBe("cancelled");
  await jobs.remove(own, id);
  await new Promise((next) => setTimeout(next, 60));
  expect(await openJobStore(folder).load()).toEqual([]);
});
