/** A folder that all machines see under one path, or mount where they like. */

import { readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { fail } from "../../base/diagnostic.ts";
import { sha256 } from "../../base/hash.ts";
import { isSystemError, systemReason } from "../../resolve/system-reason.ts";
import { writeWholeFile } from "../write-file.ts";
import type { SharedStore } from "./shared-store.ts";

/** @param root path of the folder; made when the first file is written */
export function sharedFolder(root: string): SharedStore {
  const read = async (name: string): Promise<Uint8Array | null> => {
    try {
      return await readFile(join(root, name));
    } catch (thrown) {
      if (!isSystemError(thrown)) throw thrown;
      if (thrown.code === "ENOENT") return null;
      const [reasonVi, reason] = systemReason(thrown);
      return fail("store.cannot-read", { name, store: root, reasonVi, reason }, {}, { cause: thrown });
    }
  };
  return {
    read,
    write: (name, bytes) => writeWholeFile(join(root, name), bytes),
    async size(name) {
      const found = await stat(join(root, name)).catch(() => null);
      return found?.isFile() ? found.size : null;
    },
    async sha256(name) {
      const bytes = await read(name);
      return bytes && sha256(bytes);
    },
    async clear(folder) {
      try {
        await rm(join(root, folder), { recursive: true, force: true });
      } catch (thrown) {
        if (!isSystemError(thrown)) throw thrown;
        const [reasonVi, reason] = systemReason(thrown);
        fail("store.cannot-write", { name: folder, store: root, reasonVi, reason }, {}, { cause: thrown });
      }
    },
    // A machine that is still writing has its own temporary names; what a dead one left goes with its job's folder.
    sweep: () => Promise.resolve(),
  };
}
