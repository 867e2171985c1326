/** Where finished files go. */

import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { ByteParts } from "../base/byte-parts.ts";
import { sweepUnfinished, writeWholeFile } from "./write-file.ts";

/** Files by name; `/` stands between folders. A file is there whole or not at all. */
export interface ArtifactStore {
  /** @throws AnphamError `output.cannot-write`; then what was there before still is */
  write(name: string, ...parts: ByteParts): Promise<void>;
  /** `null` when there is no such file. */
  read(name: string): Promise<Uint8Array | null>;
  /** Bytes; `null` when there is no such file. */
  size(name: string): Promise<number | null>;
  /** Lower-case hex; `null` when there is no such file. */
  sha256(name: string): Promise<string | null>;
  /** Removes what an earlier run left half-written in a folder; "" is the top one. */
  sweep(folder: string): Promise<void>;
}

/** A folder of this machine. */
export function folderStore(folder: string): ArtifactStore {
  const size = async (name: string): Promise<number | null> => {
    const found = await stat(join(folder, name)).catch(() => null);
    return found?.isFile() ? found.size : null;
  };
  return {
    write: (name, ...parts) => writeWholeFile(join(folder, name), parts),
    read: (name) => readFile(join(folder, name)).catch(() => null),
    size,
    async sha256(name) {
      if ((await size(name)) === null) return null;
      const hash = createHash("sha256");
      await pipeline(createReadStream(join(folder, name)), hash);
      return hash.digest("hex");
    },
    sweep: (inner) => sweepUnfinished(join(folder, inner)),
  };
}
