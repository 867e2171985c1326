/** Writes what a worker made of a row. */

import { packageVersion } from "../../base/package-root.ts";
import { findingsOnce } from "../findings-once.ts";
import type { ManifestEntry } from "../manifest.ts";
import { EXTENSIONS } from "../outputs.ts";
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
  const { row, stem, theme, institution, campaign, missing } = planned;
  const entries: ManifestEntry[] = [];
  for (const [index, { output, request, inputs }] of missing.entries()) {
    const { artifacts, diagnostics, timings } = results[index]!;
    const ms = Math.round(Object.values(timings).reduce((sum, stage) => sum + stage, 0) * 10) / 10;
    const found = [...rowFindings(findingsOnce(diagnostics), row, request)];
    for (const [position, { bytes, sha256, page }] of artifacts.entries()) {
      const file = pieceFile(stem, EXTENSIONS[output.as], position + 1, artifacts.length);
      await store.write(file, bytes);
      entries.push({
        file,
        row: row.number,
        template: template.id,
        format: format.id,
        theme,
        institution,
        campaign,
        page,
        files: artifacts.length,
        inputs,
        engine: packageVersion(),
        sha256,
        size: bytes.byteLength,
        ms,
        diagnostics: found,
      });
    }
  }
  return entries;
}
