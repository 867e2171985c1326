/** Writes files so that none ever carries its final name half-written. */

import { randomUUID } from "node:crypto";
import { closeSync, openSync, rmSync } from "node:fs";
import { type FileHandle, open, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { type ByteParts, lengthOf } from "../base/byte-parts.ts";
import { AnphamError } from "../base/diagnostic.ts";
import { makeFolder } from "../base/make-folder.ts";
import { failOnWrite, isSystemError } from "../base/system-reason.ts";
import { removeAtExit } from "./leftovers.ts";

/** A file in the making, under a temporary name in the same folder. */
export interface OpenFile {
  /** Resolves when the system has taken the bytes. @throws AnphamError `output.cannot-write`; nothing is left behind */
  write(...chunks: ByteParts): Promise<void>;
  /** Writes over bytes that are there. @param position of the first. @throws AnphamError as {@link write} */
  replace(position: number, bytes: Uint8Array): Promise<void>;
  /** Waits until the disk has it, then renames. @throws AnphamError `output.cannot-write`; nothing is left behind */
  finish(): Promise<void>;
  /** Leaves nothing behind. */
  discard(): Promise<void>;
}

/**
 * Makes the folder when it is missing.
 * @throws AnphamError `output.cannot-write`
 */
export async function openWholeFile(file: string): Promise<OpenFile> {
  const folder = dirname(file);
  const temporary = join(folder, `.${basename(file)}.${randomUUID()}.tmp`);
  let handle: FileHandle | null = null;
  const isDone = removeAtExit(() => rmSync(temporary, { force: true }));
  const discard = async () => {
    await handle?.close().catch(() => undefined);
    handle = null;
    await rm(temporary, { force: true }).catch(() => undefined);
    isDone();
  };
  const attempt = async (step: () => Promise<unknown>): Promise<void> => {
    try {
      await step();
    } catch (thrown) {
      await discard();
      failOnWrite(file, thrown);
    }
  };
  await attempt(async () => {
    handle = await openIn(folder, temporary);
  });
  return {
    write: (...chunks) => attempt(() => writeAll(handle!, chunks)),
    replace: (position, bytes) => attempt(() => handle!.write(bytes, 0, bytes.byteLength, position)),
    finish: () =>
      attempt(async () => {
        await handle!.sync();
        await handle!.close();
        handle = null;
        await rename(temporary, file);
        isDone();
      }),
    discard,
  };
}

/** The folder is there already for all files of a run but its first. */
async function openIn(folder: string, file: string): Promise<FileHandle> {
  try {
    create(file);
  } catch (thrown) {
    if (!isSystemError(thrown) || thrown.code !== "ENOENT") throw thrown;
    await makeFolder(folder);
    create(file);
  }
  return await open(file, "r+");
}

/** At once: begun in the background, it could still come after an interrupted process has cleared up. */
const create = (file: string): void => closeSync(openSync(file, "wx"));

/** The system may take less than all of it at once. */
async function writeAll(handle: FileHandle, chunks: ByteParts): Promise<void> {
  const { bytesWritten } = await handle.writev(chunks);
  if (bytesWritten < lengthOf(chunks)) await handle.writeFile(Buffer.concat(chunks).subarray(bytesWritten));
}

/**
 * Writes to a temporary name in the same folder, waits until the disk has it, then renames. Makes the folder
 * when it is missing.
 * @throws AnphamError `output.cannot-write`; nothing is left behind
 */
export async function writeWholeFile(
  file: string,
  content: Uint8Array | ByteParts | Readable,
): Promise<void> {
  const whole = await openWholeFile(file);
  if (content instanceof Uint8Array) await whole.write(content);
  else if (Array.isArray(content)) await whole.write(...content);
  else await drain(content as Readable, whole, file);
  await whole.finish();
}

async function drain(content: Readable, whole: OpenFile, file: string): Promise<void> {
  try {
    for await (const chunk of content) await whole.write(chunk as Uint8Array);
  } catch (thrown) {
    await whole.discard();
    if (thrown instanceof AnphamError) throw thrown;
    failOnWrite(file, thrown);
  }
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
