/** Which files of an earlier run can stay as they are. */

import type { ManifestEntry } from "./manifest.ts";
import type { ArtifactStore } from "./store.ts";

/** How to tell. */
export interface KeptCheck {
  readonly previous: ReadonlyMap<string, ManifestEntry>;
  readonly store: ArtifactStore;
  /** By a file's content, not only by its size. */
  readonly verify: boolean;
}

/** How many files a piece may have, by the digits of their names. */
const COUNTS = [1, 9, 99, 999];

/**
 * The files of one file type when all of them are there and were made from the same; else `null`.
 * @param nameOf the name of a page's file, among so many
 * @param inputs {@link ManifestEntry.inputs}
 */
export async function keptFiles(
  nameOf: (page: number, files: number) => string,
  inputs: string,
  { previous, store, verify }: KeptCheck,
): Promise<readonly ManifestEntry[] | null> {
  const first = COUNTS.map((files) => previous.get(nameOf(1, files))).find((each) => each?.inputs === inputs);
  if (!first) return null;
  const found: ManifestEntry[] = [];
  for (let page = 1; page <= first.files; page++) {
    const entry = previous.get(nameOf(page, first.files));
    if (entry?.inputs !== inputs || (await store.size(entry.file)) !== entry.size) return null;
    if (verify && (await store.sha256(entry.file)) !== entry.sha256) return null;
    found.push(entry);
  }
  return found;
}
