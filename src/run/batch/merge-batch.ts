/** A batch as one PDF, or a few: the rows of a table on the pages of a merged run. */

import { basename } from "node:path";
import { AnphamError, type Diagnostic, hasErrors } from "../../base/diagnostic.ts";
import { packageVersion } from "../../base/package-root.ts";
import { openTemplates } from "../../compose/registry.ts";
import type { RenderRequest } from "../../model/request.ts";
import { openLibrary } from "../../resolve/library.ts";
import { readRequest } from "../../resolve/read-request.ts";
import { findingsOnce } from "../findings-once.ts";
import { inputsHasher } from "../inputs-hash.ts";
import { institutionName } from "../institution-name.ts";
import type { ManifestEntry } from "../manifest.ts";
import { MERGING } from "../merge/merge-job.ts";
import {
  type FinishedRow,
  type MergeOptions,
  type MergePool,
  type MergeRow,
  mergeRun,
} from "../merge/merge-run.ts";
import { otherParts } from "../merge/part-files.ts";
import { RunManifest } from "../merge/run-manifest.ts";
import { forRuns, openTaskPool } from "../pool.ts";
import type { MappedRow } from "../rows/map-row.ts";
import { rowFindings } from "../rows/row-findings.ts";
import { openPiece, rowRequest } from "./batch-piece.ts";
import { type BatchOptions, type BatchRun, isToLookAt } from "./batch-run.ts";
import { leftoverFinding } from "./leftover-files.ts";
import { overruled } from "./overruled.ts";
import { RowReports } from "./row-reports.ts";
import { surveyRows } from "./survey-rows.ts";
import { twinFinder, withoutNameGuesses } from "./twins.ts";

export interface MergeBatchOptions
  extends Pick<BatchOptions, "folders" | "selection" | "rows" | "limit" | "strict" | "signal" | "onRow">,
    Pick<MergeOptions, "file" | "nUp" | "splitEvery"> {
  /** Threads; `null` for as many as cores. The bytes do not depend on it. */
  readonly workers: number | null;
}

export interface MergedBatch extends BatchRun {
  /** The PDF, or several. */
  readonly parts: readonly string[];
  /** File with an entry for each row; `null` when nothing was made. */
  readonly manifest: string | null;
}

/** What a manifest says of a row before its pages are there. */
type RowSubject = Pick<
  ManifestEntry,
  "row" | "template" | "format" | "theme" | "institution" | "campaign" | "inputs"
>;

/**
 * Rows that cannot be read or rendered are left out and told.
 * @throws AnphamError as `runBatch` and `mergeRun`; an interrupted run leaves only files that are complete
 */
export async function mergeBatch(options: MergeBatchOptions): Promise<MergedBatch> {
  const { folders, selection, workers } = options;
  const pool = openTaskPool(MERGING, forRuns(workers));
  pool.prepare({ folders, template: selection.template, profile: selection.profile });
  try {
    return await mergeOnto(pool, options);
  } finally {
    await pool.close();
  }
}

async function mergeOnto(pool: MergePool, options: MergeBatchOptions): Promise<MergedBatch> {
  const { folders, selection, limit, signal } = options;
  const templates = await openTemplates(folders.templates);
  const library = openLibrary({ ...folders, templates });
  const piece = await openPiece(library, { ...selection, as: ["pdf"] });
  const survey = await surveyRows(options, library, piece);
  if (survey.refused) return { ...survey.refused, parts: [], manifest: null };
  const [output] = piece.outputs;
  const hash = await inputsHasher(folders);
  const subjects = new Map<number, RowSubject>();
  const manifest = new RunManifest(options.file);
  const reports = new RowReports();
  const given = new Map<number, MappedRow>();
  let tableFindings: readonly Diagnostic[] = [];
  const twinsOf = twinFinder();
  let done = 0;
  let problems = 0;
  let unusable = 0;

  const settle = (row: MappedRow, found: readonly Diagnostic[]) => {
    done++;
    const diagnostics = [...withoutNameGuesses(row.diagnostics), ...found];
    reports.add(row, diagnostics);
    if (isToLookAt({ diagnostics })) problems++;
    options.onRow({ done, total: survey.total, problems, kept: 0 });
  };

  async function* mergeRows(): AsyncGenerator<MergeRow> {
    const { rows, findings } = await options.rows();
    for await (const row of rows) {
      if (signal.aborted || (limit !== null && row.number > limit)) break;
      await manifest.write();
      const request = hasErrors(row.diagnostics) ? [] : requestOrFaults(row);
      if ("template" in request) {
        const told = rowFindings([...twinsOf(row, request), ...overruled(piece, row)], row, request);
        given.set(row.number, { ...row, diagnostics: [...row.diagnostics, ...told] });
        await describe(row.number, request);
        yield { request, title: row.title, number: row.number };
        continue;
      }
      unusable++;
      settle(row, request);
    }
    tableFindings = findings();
  }

  async function describe(row: number, request: RenderRequest): Promise<void> {
    try {
      const checked = readRequest(request);
      const { template, format, theme, campaign } = checked;
      const institution = await institutionName(checked, library);
      subjects.set(row, { row, template, format, theme, campaign, institution, inputs: await hash(checked) });
    } catch (thrown) {
      // The worker says what is wrong with it.
      if (!(thrown instanceof AnphamError)) throw thrown;
    }
  }

  function note({ number, place }: FinishedRow, diagnostics: readonly Diagnostic[]): void {
    const subject = subjects.get(number);
    subjects.delete(number);
    if (!place || !subject) return;
    manifest.add({
      file: `${basename(place.file)}#page=${place.page}&row=${number}`,
      ...subject,
      ...{ page: null, files: 1, engine: packageVersion(), size: place.bytes, ms: null },
      diagnostics: [...findingsOnce(diagnostics)],
    });
  }

  function requestOrFaults(row: MappedRow) {
    try {
      return rowRequest(piece, output!, row);
    } catch (thrown) {
      if (!(thrown instanceof AnphamError)) throw thrown;
      return thrown.diagnostics;
    }
  }

  try {
    const { files, rowsWritten, rowsLeftOut } = await mergeRun(pool, folders, {
      ...options,
      rows: mergeRows(),
      profile: output!.profile,
      title: null,
      onRow: (finished: FinishedRow) => {
        const row = given.get(finished.number)!;
        given.delete(finished.number);
        const found = rowFindings(finished.diagnostics, row, row.request);
        note(finished, found);
        settle(row, found);
      },
    });
    const others = files.length > 0 ? await otherParts(options.file, files) : [];
    return {
      rows: done,
      rendered: rowsWritten,
      kept: 0,
      failed: unusable + rowsLeftOut,
      files: files.length,
      bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
      reports: reports.all,
      diagnostics: others.length > 0 ? [...tableFindings, leftoverFinding(others)] : tableFindings,
      proof: [],
      stopped: false,
      parts: files.map(({ file }) => file),
      manifest: await manifest.finish(files),
    };
  } finally {
    await manifest.discard();
  }
}
