/** Files of the caller's that requests name: a worker must see the same ones. */

import { readFile } from "node:fs/promises";
import { LRUCache } from "lru-cache";
import { fail } from "../../base/diagnostic.ts";
import { sha256 } from "../../base/hash.ts";
import { pictureFiles } from "../picture-files.ts";
import type { JobMessage } from "./message.ts";

type Pictures = JobMessage["pictures"];

/** Pictures that many rows share are read once a run. */
const MOST_PICTURES = 1000;

/** A file that cannot be read is left out: rendering tells. */
export function pictureHasher(): (requests: readonly object[]) => Promise<Pictures> {
  const known = new LRUCache<string, Promise<string | null>>({ max: MOST_PICTURES });
  const hashOf = (file: string) => {
    const found = known.get(file) ?? readHash(file);
    known.set(file, found);
    return found;
  };
  return async (requests) => {
    const files = [...new Set(requests.flatMap(pictureFiles))];
    const hashes = await Promise.all(files.map(hashOf));
    return files.flatMap((file, index) => (hashes[index] == null ? [] : { file, sha256: hashes[index] }));
  };
}

/** @throws AnphamError `queue.picture-differs` */
export async function checkPictures(pictures: Pictures): Promise<void> {
  for (const { file, sha256: hash } of pictures) {
    if ((await readHash(file)) !== hash) fail("queue.picture-differs", { file }, { file });
  }
}

const readHash = (file: string): Promise<string | null> => readFile(file).then(sha256, () => null);
