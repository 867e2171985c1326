import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { FOLDER_LOCK, lockFolder } from "../../../src/run/folder-lock.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "anpham-lock-"));
});
afterEach(() => rm(folder, { recursive: true }));

const lockOf = (content: unknown) =>
  writeFile(join(folder, FOLDER_LOCK), typeof content === "string" ? content : JSON.stringify(content));
const refusal = { diagnostics: [{ code: "run.folder-in-use" }] };

/** The number of a process that has ended. */
async function endedProcess(): Promise<number> {
  const child = spawn(process.execPath, ["-e", ""]);
  await once(child, "exit");
  return child.pid!;
}

test("a second run is refused until the first is through, which leaves nothing behind", async () => {
  const lock = await lockFolder(folder);
  await expect(lockFolder(folder)).rejects.toMatchObject(refusal);
  await lock.release();
  await lock.release();
  expect(await readdir(folder)).toEqual([]);
  await (await lockFolder(folder)).release();
});

test("of many that come at once, one has the folder", async () => {
  await lockOf({ host: hostname(), pid: await endedProcess() });
  const tries = await Promise.allSettled(Array.from({ length: 12 }, () => lockFolder(folder)));
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await readdir(folder)).toEqual([FOLDER_LOCK]);
});

test("a run that was killed, or left a broken lock, holds up nobody", async () => {
  for (const left of [{ host: hostname(), pid: await endedProcess() }, "", "{", { pid: "1" }]) {
    await lockOf(left);
    await (await lockFolder(folder)).release();
  }
});

test("a living process and another host are believed", async () => {
  for (const other of [
    { host: hostname(), pid: process.ppid },
    { host: `not-${hostname()}`, pid: 1 },
  ]) {
    await lockOf(other);
    await expect(lockFolder(folder)).rejects.toMatchObject(refusal);
  }
});

test("one of another host that gives no sign for a minute is gone; here a process is asked for itself", async () => {
  const old = new Date(Date.now() - 90_000);
  await lockOf({ host: `not-${hostname()}`, pid: 1 });
  await utimes(join(folder, FOLDER_LOCK), old, old);
  await (await lockFolder(folder)).release();
  await lockOf({ host: hostname(), pid: process.ppid });
  await utimes(join(folder, FOLDER_LOCK), old, old);
  await expect(lockFolder(folder)).rejects.toMatchObject(refusal);
});

test("who writes gives signs of life, and none when another has the folder", async () => {
  const file = join(folder, FOLDER_LOCK);
  const lock = await lockFolder(folder, { touchEvery: 10 });
  const old = new Date(0);
  await utimes(file, old, old);
  await expect.poll(async () => (await stat(file)).mtimeMs, { interval: 10 }).toBeGreaterThan(0);
  const theirs = JSON.stringify({ host: `not-${hostname()}`, pid: 1 });
  // As others take it: by another file in its place.
  await writeFile(`${file}.new`, theirs);
  await rename(`${file}.new`, file);
  await lock.release();
  expect(await readFile(file, "utf8")).toBe(theirs);
});

test("for one of another host there is patience of its own", async () => {
  await lockOf({ host: `not-${hostname()}`, pid: 1 });
  const old = new Date(Date.now() - 59_900);
  await utimes(join(folder, FOLDER_LOCK), old, old);
  await (await lockFolder(folder, { patienceAbroad: 10_000 })).release();
});

test("who has patience gets the folder when the other is through, and is refused when that takes longer", async () => {
  const lock = await lockFolder(folder);
  await expect(lockFolder(folder, { patience: 30 })).rejects.toMatchObject(refusal);
  let isFree = false;
  const next = lockFolder(folder, { patience: 10_000 }).then(async (theirs) => {
    expect(isFree).toBe(true);
    await theirs.release();
  });
  isFree = true;
  await lock.release();
  await next;
  expect(await readdir(folder)).toEqual([]);
});

test("of many of one process, each has its turn alone", async () => {
  let inside = 0;
  const turns = Array.from({ length: 12 }, async () => {
    const lock = await lockFolder(folder, { patience: 10_000 });
    expect(++inside).toBe(1);
    await Promise.resolve();
    inside--;
    await lock.release();
  });
  await Promise.all(turns);
  expect(await readdir(folder)).toEqual([]);
});
