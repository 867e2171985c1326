/** Where a file goes that is written piece by piece. */

import { randomUUID } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { makeFolder } from "../../base/make-folder.ts";
import { failOnWrite } from "../../base/system-reason.ts";

export interface Target {
  /** Writes all of `bytes` at a distance from the beginning; earlier bytes may be written again. */
  write(bytes: Uint8Array, position: number): Promise<void>;
}

/** Collects in memory, for files that fit there. */
export class MemoryTarget implements Target {
  readonly #pieces: { readonly bytes: Uint8Array; readonly position: number }[] = [];

  write(bytes: Uint8Array, position: number): Promise<void> {
    this.#pieces.push({ bytes, position });
    return Promise.resolve();
  }

  toBytes(): Uint8Array {
    const length = Math.max(0, ...this.#pieces.map(({ bytes, position }) => position + bytes.byteLength));
    const whole = new Uint8Array(length);
    for (const { bytes, position } of this.#pieces) whole.set(bytes, position);
    return whole;
  }
}

/**
 * Lets `write` fill a file under a temporary name, waits until the disk has it, then gives it its name. Makes
 * the folder when it is missing.
 * @throws AnphamError `output.cannot-write`, and whatever `write` throws; nothing is left behind
 */
export async function writeThrough<T>(file: string, write: (target: Target) => Promise<T>): Promise<T> {
  const folder = dirname(file);
  const temporary = join(folder, `.${basename(file)}.${randomUUID()}.tmp`);
  const handle = await onDisk(file, async () => {
    await makeFolder(folder);
    return await open(temporary, "wx");
  });
  try {
    const value = await write({
      write: async (bytes, position) => {
        await onDisk(file, async () => {
          let done = 0;
          while (done < bytes.byteLength) {
            const { bytesWritten } = await handle.write(
              bytes,
              done,
              bytes.byteLength - done,
              position + done,
            );
            done += bytesWritten;
          }
        });
      },
    });
    await onDisk(file, async () => {
      await handle.sync();
      await handle.close();
      await rename(temporary, file);
    });
    return value;
  } catch (thrown) {
    await handle.close().catch(() => undefined);
    await rm(temporary, { force: true }).catch(() => undefined);
    throw thrown;
  }
}

/** Turns a failure of the disk into a diagnostic. */
async function onDisk<T>(file: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (thrown) {
    return failOnWrite(file, thrown);
  }
}
