/**
 * One writer to a folder: a file that says who writes there. Whoever was killed is found out by its process number,
 * so that the next run need not wait.
 */

import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { constants, copyFile, link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import * as z from "zod";
import { fail } from "../base/diagnostic.ts";
import { failOnWrite, isSystemError } from "../base/system-reason.ts";

export const FOLDER_LOCK = ".anpham-writing.json";

export interface FolderLock {
  release(): Promise<void>;
}

/** The mark tells the locks of one process apart. */
const owner = z.object({ host: z.string(), pid: z.int().min(1), mark: z.string().optional() });
type Owner = z.output<typeof owner>;

/** Between looks whether the other is through, ms. */
const LOOK_EVERY = 20;

/** Marks of this process: of locks that it has, and of those that it is about to have. */
const marks = new Set<string>();
/** Locks of this process; removed even when it is interrupted. */
const held = new Set<string>();
process.on("exit", () => {
  for (const file of held) rmSync(file, { force: true });
});

/**
 * Makes the folder when it is missing.
 * @param patience how long to wait for another that writes there, ms
 * @throws AnphamError `run.folder-in-use` while another run writes there, also one of this process;
 *   `output.cannot-write`
 */
export async function lockFolder(folder: string, patience = 0): Promise<FolderLock> {
  const file = join(folder, FOLDER_LOCK);
  const mark = randomUUID();
  const mine = JSON.stringify({ host: hostname(), pid: process.pid, mark } satisfies Owner);
  marks.add(mark);
  let left = patience;
  try {
    await mkdir(folder, { recursive: true });
    while (!(await take(file, mine))) {
      const theirs = await readFile(file, "utf8").catch(() => null);
      if (theirs === null) continue;
      const other = ownerIn(theirs);
      if (!other || !isAlive(other)) await removeStale(file, theirs);
      else if (left > 0) {
        await wait(LOOK_EVERY);
        left -= LOOK_EVERY;
      } else fail("run.folder-in-use", { folder, pid: other.pid, host: other.host }, { file });
    }
  } catch (thrown) {
    marks.delete(mark);
    if (!isSystemError(thrown)) throw thrown;
    failOnWrite(file, thrown);
  }
  held.add(file);
  return {
    async release() {
      if (!marks.delete(mark)) return;
      held.delete(file);
      await rm(file, { force: true });
    },
  };
}

/** The file appears whole or not at all, and never over another. */
async function take(file: string, content: string): Promise<boolean> {
  const temporary = `${file}.${randomUUID()}`;
  await writeFile(temporary, content, { flag: "wx" });
  try {
    // Not every file system has links; a copy may be seen empty for a moment, which only two at once would notice.
    await link(temporary, file).catch((thrown) =>
      isSystemError(thrown) && thrown.code === "EEXIST"
        ? Promise.reject(thrown)
        : copyFile(temporary, file, constants.COPYFILE_EXCL),
    );
    return true;
  } catch (thrown) {
    if (isSystemError(thrown) && thrown.code === "EEXIST") return false;
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

/** Of another host nothing is known, so its word counts. */
function isAlive({ host, pid, mark }: Owner): boolean {
  if (host !== hostname()) return true;
  if (pid === process.pid) return mark !== undefined && marks.has(mark);
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return isSystemError(thrown) && thrown.code === "EPERM";
  }
}
