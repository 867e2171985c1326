/** Writes files so that none ever carries its final name half-written. */

import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { fail, reasonOf } from "../base/diagnostic.ts";
import { isSystemError, systemReason } from "../resolve/system-reason.ts";

/** Temporary files of this process; removed even when it is interrupted. */
const unfinished = new Set<string>();
process.on("exit", () => {
  for (const file of unfinished) rmSync(file, { force: true });
});

/**
 * Writes to a temporary name in the same folder, waits until the disk has it, then renames. Makes the folder
 * when it is missing.
 * @throws AnphamError `output.cannot-write`; nothing is left behind
 */
export async function writeWholeFile(file: string, content: Uint8Array | Readable): Promise<void> {
  const folder = dirname(file);
  const temporary = join(folder, `.${basename(file)}.${randomUUID()}.tmp`);
  try {
    await mkdir(folder, { recursive: true });
    unfinished.add(temporary);
    const handle = await open(temporary, "wx");
    try {
      const chunks = content instanceof Uint8Array ? [content] : content;
      for await (const chunk of chunks) await handle.writeFile(chunk as Uint8Array);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (thrown) {
    await rm(temporary, { force: true }).catch(() => undefined);
    failOnWrite(file, thrown);
  } finally {
    unfinished.delete(temporary);
  }
}

/** Turns a failed write into `output.cannot-write`. */
export function failOnWrite(file: string, thrown: unknown): never {
  const [reasonVi, reason] = isSystemError(thrown)
    ? systemReason(thrown)
    : [reasonOf(thrown), reasonOf(thrown)];
  fail("output.cannot-write", { file, reasonVi, reason }, { file }, { cause: thrown });
}

const UNFINISHED = /^\..+\.[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\.tmp$/;

/**
 * Removes from a folder what {@link writeWholeFile} left there when its process was killed. Nobody else may be
 * writing to the folder.
 */
export async function sweepUnfinished(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) if (UNFINISHED.test(name)) await rm(join(folder, name), { force: true });
}
