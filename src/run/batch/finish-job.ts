/** Writes what a worker made of a row. */

import { EXTENSIONS } from "../../model/output-files.ts";
import type { ManifestEntry } from "../manifest.ts";
import { outputEntries } from "../output-entries.ts";
import type { RenderJob, RenderJobResult } from "../render-job.ts";
import { rowFindings } from "../rows/row-findings.ts";
import type { ArtifactStore } from "../store.ts";
import type { BatchPiece } from "./batch-piece.ts";
import { pieceFile } from "./file-stem.ts";
import type { PlannedRow } from "./plan-row.ts";

/** The missing files of a row. */
export interface BatchJob extends RenderJob {
  readonly planned: PlannedRow;
}

/**
 * Writes the files, of which each is there whole before its entry is made.
 * @throws AnphamError `output.cannot-write`
 */
export async function finishJob(
  { planned }: BatchJob,
  results: RenderJobResult,
  { template, format }: BatchPiece,
  store: ArtifactStore,
): Promise<readonly ManifestEntry[]> {
  const { row, theme, institution, campaign, missing } = planned;
  const subject = { row: row.number, template: template.id, format: format.id, theme, institution, campaign };
  const entries: ManifestEntry[] = [];
  for (const [index, { output, request, inputs, stem }] of missing.entries()) {
    const result = results[index]!;
    const { artifacts } = result;
    const names = artifacts.map((_, i) => pieceFile(stem, EXTENSIONS[output.as], i + 1, artifacts.length));
    for (const [i, { parts }] of artifacts.entries()) await store.write(names[i]!, ...parts);
    const diagnostics = rowFindings(result.diagnostics, row, request);
    entries.push(...outputEntries({ ...result, diagnostics }, names, { ...subject, inputs }));
  }
  return entries;
}
