/** What a file depends on, as one hash: an equal hash makes equal bytes. */

import { readFile } from "node:fs/promises";
import { LRUCache } from "lru-cache";
import { contentHash, sha256 } from "../base/hash.ts";
import type { Folders } from "../render.ts";
import type { CheckedRequest } from "../resolve/read-request.ts";
import { fingerprints } from "./fingerprint.ts";
import { pictureFiles } from "./picture-files.ts";

/** Pictures that many rows share are read once. */
const MOST_PICTURES = 1000;

/**
 * The hash of a request with its template, everything that all templates share, and the content of the pictures
 * that it names. Reads the folders once.
 */
export async function inputsHasher(folders: Folders): Promise<(request: CheckedRequest) => Promise<string>> {
  const fingerprint = await fingerprints(folders);
  const pictures = new LRUCache<string, Promise<string | null>>({ max: MOST_PICTURES });
  const pictureHash = (file: string) => {
    let hash = pictures.get(file);
    if (!hash) {
      hash = readFile(file).then(sha256, () => null);
      pictures.set(file, hash);
    }
    return hash;
  };
  return async (request) => {
    // The name of an upload is the hash of its content; what is none is refused without being looked for.
    const content =
      folders.uploads === undefined ? await Promise.all(pictureFiles(request).map(pictureHash)) : [];
    return contentHash([await fingerprint(request.template), request, content]);
  };
}
