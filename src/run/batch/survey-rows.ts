/** The first reading of a run's rows: how many there are and, where it matters, whether all of them are sound. */

import { AnphamError, type Diagnostic, diagnose, hasErrors } from "../../base/diagnostic.ts";
import type { RenderRequest } from "../../model/request.ts";
import type { Library } from "../../resolve/library.ts";
import { resolve } from "../../resolve/resolve.ts";
import type { MappedRow } from "../rows/map-row.ts";
import { rowFindings } from "../rows/row-findings.ts";
import { type BatchPiece, rowRequest } from "./batch-piece.ts";
import type { BatchOptions, BatchRun } from "./batch-run.ts";
import { overruled } from "./overruled.ts";
import { RowReports } from "./row-reports.ts";

export interface Survey {
  readonly total: number;
  /** What to answer instead of rendering; `null` to go on. */
  readonly refused: BatchRun | null;
}

/** @throws AnphamError when the rows cannot be read at all */
export async function surveyRows(
  { rows: source, limit, strict, signal }: Pick<BatchOptions, "rows" | "limit" | "strict" | "signal">,
  library: Library,
  piece: BatchPiece,
): Promise<Survey> {
  const { rows, count, findings } = await source();
  if (!strict) return { total: await count(limit, signal), refused: null };
  const reports = new RowReports();
  let total = 0;
  let failed = 0;
  for await (const row of rows) {
    if (signal.aborted || (limit !== null && row.number > limit)) break;
    total++;
    const diagnostics = await checkRow(row, library, piece);
    if (hasErrors(diagnostics)) failed++;
    reports.add(row, diagnostics);
  }
  if (failed === 0) return { total, refused: null };
  const refusal = diagnose("run.rows-have-errors", { count: failed });
  return {
    total,
    refused: {
      ...{ rows: total, rendered: 0, kept: 0, failed, files: 0, bytes: 0 },
      ...{ reports: reports.all, diagnostics: [...findings(), refusal], proof: [], stopped: false },
    },
  };
}

/** Everything that can be known without laying out. */
async function checkRow(row: MappedRow, library: Library, piece: BatchPiece): Promise<readonly Diagnostic[]> {
  if (hasErrors(row.diagnostics)) return row.diagnostics;
  let request: Partial<RenderRequest> = row.request;
  try {
    const asked = rowRequest(piece, piece.outputs[0]!, row);
    request = asked;
    const { diagnostics } = await resolve(asked, library);
    return [...row.diagnostics, ...rowFindings([...overruled(piece, row), ...diagnostics], row, request)];
  } catch (thrown) {
    if (!(thrown instanceof AnphamError)) throw thrown;
    return [...row.diagnostics, ...rowFindings(thrown.diagnostics, row, request)];
  }
}
