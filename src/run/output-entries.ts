/** The manifest's lines about what came out of one request. */

import { lengthOf } from "../base/byte-parts.ts";
import { packageVersion } from "../base/package-root.ts";
import { findingsOnce } from "./findings-once.ts";
import type { ManifestEntry } from "./manifest.ts";
import type { RenderResult } from "./render-job.ts";

/** What the result does not say. */
export type EntrySubject = Pick<
  ManifestEntry,
  "row" | "template" | "format" | "theme" | "institution" | "campaign" | "inputs"
>;

/**
 * One entry for each file of a result.
 * @param names of the files, in the order of the artifacts
 */
export function outputEntries(
  { artifacts, diagnostics, timings }: RenderResult,
  names: readonly string[],
  subject: EntrySubject,
): readonly ManifestEntry[] {
  const ms = Math.round(Object.values(timings).reduce((sum, stage) => sum + stage, 0) * 10) / 10;
  const found = [...findingsOnce(diagnostics)];
  return artifacts.map(({ parts, sha256, page }, i) => ({
    file: names[i]!,
    ...subject,
    page,
    files: artifacts.length,
    engine: packageVersion(),
    sha256,
    size: lengthOf(parts),
    ms,
    diagnostics: found,
  }));
}
