/**
 * One writer to a folder: a file that says who writes there. Whoever was killed is found out by its process number,
 * so that the next run need not wait; on another host, or in a container that is gone, by its silence: who writes
 * touches the file now and then.
 */

import { randomUUID } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import {
  constants,
  copyFile,
  type FileHandle,
  link,
  open,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import * as z from "zod";
import { fail } from "../base/diagnostic.ts";
import { makeFolder } from "../base/make-folder.ts";
import { failOnWrite, isSystemError } from "../base/system-reason.ts";
import { removeAtExit } from "./leftovers.ts";

export const FOLDER_LOCK = ".anpham-writing.json";

export interface FolderLock {
  release(): Promise<void>;
}

/** The mark tells the locks of one process apart. */
const owner = z.object({ host: z.string(), pid: z.int().min(1), mark: z.string().optional() });
type Owner = z.output<typeof owner>;

/** Between looks whether the other is through, ms. */
const LOOK_EVERY = 20;

/** Between signs of life, ms. */
const TOUCH_EVERY = 10_000;
/** Without any, one of another host is gone, ms: a busy disk and a long table hold signs up for less. */
const SILENCE = 60_000;
/** Waits for as long as it takes until one that is gone is known to be. ms */
export const UNTIL_SILENT = SILENCE + TOUCH_EVERY;

/** Marks of this process: of locks that it has, and of those that it is about to have. */
const marks = new Set<string>();
export interface LockOptions {
  /** How long to wait for another that writes there, ms; 0 unless it is said. */
  readonly patience?: number;
  /** How long to wait for one of another host, ms; as long as for any other unless it is said. */
  readonly patienceAbroad?: number;
  /** Between signs of life, ms. */
  readonly touchEvery?: number;
}

/**
 * Makes the folder when it is missing.
 * @throws AnphamError `run.folder-in-use` while another run writes there, also one of this process;
 *   `output.cannot-write`
 */
export async function lockFolder(folder: string, options: LockOptions = {}): Promise<FolderLock> {
  const { patience = 0, patienceAbroad = patience, touchEvery = TOUCH_EVERY } = options;
  const file = join(folder, FOLDER_LOCK);
  const mark = randomUUID();
  const mine = JSON.stringify({ host: hostname(), pid: process.pid, mark } satisfies Owner);
  marks.add(mark);
  const begun = performance.now();
  try {
    await makeFolder(folder);
    for (;;) {
      const time = await take(file, mine);
      if (time === null) break;
      const theirs = await contentOf(file);
      if (theirs === null) continue;
      const other = ownerIn(theirs.text);
      const isHere = other?.host === hostname();
      const isThere = other && (isHere ? isAlive(other) : time - theirs.touched < SILENCE);
      if (!isThere) await removeStale(file, theirs.text);
      else if (performance.now() - begun < (isHere ? patience : patienceAbroad)) await wait(LOOK_EVERY);
      else fail("run.folder-in-use", { folder, pid: other.pid, host: other.host }, { file });
    }
  } catch (thrown) {
    marks.delete(mark);
    if (!isSystemError(thrown)) throw thrown;
    failOnWrite(file, thrown);
  }
  const isDone = removeAtExit(() => removeOwn(file, mine));
  const timer = setInterval(() => void touch(file, mine), touchEvery);
  timer.unref();
  return {
    async release() {
      if (!marks.delete(mark)) return;
      clearInterval(timer);
      isDone();
      // Of one that slept for long, another may have taken the folder.
      if ((await contentOf(file))?.text === mine) await rm(file, { force: true });
    },
  };
}

function removeOwn(file: string, mine: string): void {
  try {
    if (readFileSync(file, "utf8") === mine) rmSync(file, { force: true });
  } catch {
    // It is gone already.
  }
}

/** By the clock of the file system, which all hosts share. A folder that is out of reach just now is touched later. */
async function touch(file: string, mine: string): Promise<void> {
  let handle: FileHandle | null = null;
  try {
    handle = await open(file, "r+");
    if ((await handle.readFile("utf8")) === mine) await handle.write(mine, 0);
  } catch {
    // The next time.
  } finally {
    await handle?.close().catch(() => undefined);
  }
}

/** `null` when it is gone. */
async function contentOf(file: string): Promise<{ readonly text: string; readonly touched: number } | null> {
  const text = await readFile(file, "utf8").catch(() => null);
  // After reading, which asks a network folder's server how the file is.
  const found = text === null ? null : await stat(file).catch(() => null);
  return text === null || !found ? null : { text, touched: found.mtimeMs };
}

/**
 * The file appears whole or not at all, and never over another. Answers `null` when it is there, else the time by the
 * clock of the file system, ms since 1970.
 */
async function take(file: string, content: string): Promise<number | null> {
  const temporary = `${file}.${randomUUID()}`;
  await writeFile(temporary, content, { flag: "wx" });
  let time = 0;
  try {
    time = (await stat(temporary)).mtimeMs;
    // Not every file system has links; a copy may be seen empty for a moment, which only two at once would notice.
    await link(temporary, file).catch((thrown) =>
      isSystemError(thrown) && thrown.code === "EEXIST"
        ? Promise.reject(thrown)
        : copyFile(temporary, file, constants.COPYFILE_EXCL),
    );
    return null;
  } catch (thrown) {
    if (isSystemError(thrown) && thrown.code === "EEXIST") return time;
    throw thrown;
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Two may find the same lock stale: the slower one must not remove the lock of the faster one. */
async function removeStale(file: string, stale: string): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  try {
    await rename(file, aside);
  } catch {
    return;
  }
  try {
    const removed = await readFile(aside, "utf8");
    if (removed !== stale) await link(aside, file).catch(() => undefined);
  } finally {
    await rm(aside, { force: true });
  }
}

function ownerIn(text: string): Owner | null {
  try {
    return owner.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** On this host. */
function isAlive({ pid, mark }: Owner): boolean {
  if (pid === process.pid) return mark !== undefined && marks.has(mark);
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return isSystemError(thrown) && thrown.code === "EPERM";
  }
}
