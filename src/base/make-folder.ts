/** Makes folders. Node's own way to make those above them too never ends where the system has no place for any. */

import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { isSystemError } from "./system-reason.ts";

/**
 * Makes the folder with those above it; one that is there is left as it is.
 * @param mode permissions of the folders that are made
 * @throws a failure of the system, also where no folder can be, as in `/proc`
 */
export async function makeFolder(folder: string, mode = 0o777): Promise<void> {
  if ((await made(folder, mode)) || dirname(folder) === folder) return;
  await makeFolder(dirname(folder), mode);
  // What is above is there now: whatever is still wrong will not get better.
  await mkdir(folder, mode).catch((thrown) => unlessThere(folder, thrown));
}

/** `false` while the folder above is missing. */
async function made(folder: string, mode: number): Promise<boolean> {
  try {
    await mkdir(folder, mode);
  } catch (thrown) {
    if (isSystemError(thrown) && thrown.code === "ENOENT") return false;
    await unlessThere(folder, thrown);
  }
  return true;
}

/** Another may have made it meanwhile; of one that is there, a read-only disk says otherwise. */
async function unlessThere(folder: string, thrown: unknown): Promise<void> {
  const found = await stat(folder).catch(() => null);
  if (!found?.isDirectory()) throw thrown;
}
