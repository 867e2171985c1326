/** The manifests that are added up. */

import { AnphamError, diagnosticsOf } from "../../base/diagnostic.ts";
import { type ManifestContent, readManifest } from "../manifest.ts";

/**
 * A sum without one of them would be wrong and not look so.
 * @param files paths; one that is given twice counts once
 * @throws AnphamError `request.unreadable-file` for each that cannot be read
 */
export async function readManifests(files: readonly string[]): Promise<readonly ManifestContent[]> {
  const outcomes = await Promise.allSettled([...new Set(files)].map(readManifest));
  const failures = outcomes
    .filter((each) => each.status === "rejected")
    .map(({ reason }) => reason as unknown);
  if (failures.length > 0) throw new AnphamError(failures.flatMap(diagnosticsOf), { cause: failures[0] });
  return outcomes.filter((each) => each.status === "fulfilled").map(({ value }) => value);
}
