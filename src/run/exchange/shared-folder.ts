/** A folder that all machines see under one path, or mount where they like. */

import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { fail } from "../../base/diagnostic.ts";
import { isSystemError, systemReason } from "../../base/system-reason.ts";
import { folderStore } from "../store.ts";
import type { SharedStore } from "./shared-store.ts";

/** @param root path of the folder; made when the first file is written */
export function sharedFolder(root: string): SharedStore {
  return {
    ...folderStore(root),
    async read(name) {
      try {
        return await readFile(join(root, name));
      } catch (thrown) {
        if (!isSystemError(thrown)) throw thrown;
        if (thrown.code === "ENOENT") return null;
        const [reasonVi, reason] = systemReason(thrown);
        return fail("store.cannot-read", { name, store: root, reasonVi, reason }, {}, { cause: thrown });
      }
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
  };
}
