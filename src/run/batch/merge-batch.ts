/** A batch as one PDF, or a few: the rows of a table on the pages of a merged run. */

import { AnphamError, type Diagnostic, hasErrors } from "../../base/diagnostic.ts";
import { openTemplates } from "../../compose/registry.ts";
import { openLibrary } from "../../resolve/library.ts";
import { type FinishedRow, type MergeOptions, type MergeRow, mergeRun } from "../merge/merge-run.ts";
import type { MappedRow } from "../rows/map-row.ts";
import { placed } from "../rows/raw-table.ts";
import { rowFindings } from "../rows/row-findings.ts";
import { openPiece, rowRequest } from "./batch-piece.ts";
import { type BatchOptions, type BatchRun, isToLookAt, type RowReport } from "./batch-run.ts";
import { surveyRows } from "./survey-rows.ts";
import { twinFinder, withoutNameGuesses } from "./twins.ts";

export interface MergeBatchOptions
  extends Pick<BatchOptions, "folders" | "selection" | "rows" | "limit" | "strict" | "signal" | "onRow">,
    Pick<MergeOptions, "file" | "workers" | "nUp" | "splitEvery"> {}

export interface MergedBatch extends BatchRun {
  readonly parts: readonly string[];
}

/**
 * Rows that cannot be read or rendered are left out and told.
 * @throws AnphamError as `runBatch` and {@link mergeRun}; an interrupted run leaves only files that are complete
 */
export async function mergeBatch(options: MergeBatchOptions): Promise<MergedBatch> {
  const { folders, selection, limit, signal } = options;
  const templates = await openTemplates(folders.templates);
  const library = openLibrary({ ...folders, templates });
  const piece = await openPiece(library, { ...selection, as: ["pdf"] });
  const survey = await surveyRows(options, library, piece);
  if (survey.refused) return { ...survey.refused, parts: [] };
  const [output] = piece.outputs;
  const reports = new Map<number, RowReport>();
  const given = new Map<number, MappedRow>();
  let tableFindings: readonly Diagnostic[] = [];
  const twinsOf = twinFinder();
  let done = 0;
  let problems = 0;
  let unusable = 0;

  const settle = (row: MappedRow, found: readonly Diagnostic[]) => {
    done++;
    const diagnostics = [...withoutNameGuesses(row.diagnostics), ...found];
    if (diagnostics.length > 0) reports.set(row.number, { row: row.number, title: row.title, diagnostics });
    if (isToLookAt({ diagnostics })) problems++;
    options.onRow({ done, total: survey.total, problems, kept: 0 });
  };

  async function* mergeRows(): AsyncGenerator<MergeRow> {
    const { rows, findings } = await options.rows();
    for await (const row of rows) {
      if (signal.aborted || (limit !== null && row.number > limit)) break;
      const request = hasErrors(row.diagnostics) ? [] : requestOrFaults(row);
      if ("template" in request) {
        const twins = twinsOf(row, request).map((each) => placed(each, { row: row.number, line: row.line }));
        given.set(row.number, { ...row, diagnostics: [...row.diagnostics, ...twins] });
        yield { request, title: row.title, number: row.number };
        continue;
      }
      unusable++;
      settle(row, request);
    }
    tableFindings = findings();
  }

  function requestOrFaults(row: MappedRow) {
    try {
      return rowRequest(piece, output!, row);
    } catch (thrown) {
      if (!(thrown instanceof AnphamError)) throw thrown;
      return thrown.diagnostics;
    }
  }

  const summary = await mergeRun({
    ...options,
    rows: mergeRows(),
    profile: output!.profile,
    title: null,
    onRow: ({ number, diagnostics }: FinishedRow) => {
      const row = given.get(number)!;
      given.delete(number);
      settle(row, rowFindings(diagnostics, row, row.request));
    },
  });
  return {
    rows: done,
    rendered: summary.rowsWritten,
    kept: 0,
    failed: unusable + summary.rowsLeftOut,
    files: summary.files.length,
    bytes: summary.files.reduce((sum, { bytes }) => sum + bytes, 0),
    reports: [...reports.values()].sort((a, b) => a.row - b.row),
    diagnostics: tableFindings,
    proof: [],
    stopped: false,
    parts: summary.files.map(({ file }) => file),
  };
}
