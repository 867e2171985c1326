/** A batch as one PDF, or a few: the rows of a table on the pages of a merged run. */

import { basename, dirname, extname, join } from "node:path";
import { AnphamError, type Diagnostic, hasErrors } from "../../base/diagnostic.ts";
import { packageVersion } from "../../base/package-root.ts";
import { openTemplates } from "../../compose/registry.ts";
import type { RenderRequest } from "../../model/request.ts";
import { openLibrary } from "../../resolve/library.ts";
import { readRequest } from "../../resolve/read-request.ts";
import { findingsOnce } from "../findings-once.ts";
import { inputsHasher } from "../inputs-hash.ts";
import { institutionName } from "../institution-name.ts";
import { MANIFEST, type ManifestEntry, writeManifest } from "../manifest.ts";
import { MERGING } from "../merge/merge-job.ts";
import {
  type FinishedRow,
  type MergeOptions,
  type MergePool,
  type MergeRow,
  mergeRun,
} from "../merge/merge-run.ts";
import type { WrittenPart } from "../merge/part-files.ts";
import { openTaskPool } from "../pool.ts";
import type { MappedRow } from "../rows/map-row.ts";
import { placed } from "../rows/raw-table.ts";
import { rowFindings } from "../rows/row-findings.ts";
import { openPiece, rowRequest } from "./batch-piece.ts";
import { type BatchOptions, type BatchRun, isToLookAt, type RowReport } from "./batch-run.ts";
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
  const pool = openTaskPool(MERGING, workers === null ? {} : { workers });
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
  const entries: Omit<ManifestEntry, "sha256">[] = [];
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
    entries.push({
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

  const summary = await mergeRun(pool, folders, {
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
  const manifest = await writeEntries(options.file, entries, summary.files);
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
    manifest,
  };
}

/** Beside `run.pdf`, as `run.manifest.jsonl`: whatever else is in its folder has manifests of its own. */
async function writeEntries(
  run: string,
  entries: readonly Omit<ManifestEntry, "sha256">[],
  parts: readonly WrittenPart[],
): Promise<string | null> {
  if (entries.length === 0) return null;
  const hashes = new Map(parts.map(({ file, sha256 }) => [basename(file), sha256]));
  const file = join(dirname(run), `${basename(run, extname(run))}.${MANIFEST}`);
  await writeManifest(
    file,
    entries.map((entry) => ({ ...entry, sha256: hashes.get(entry.file.split("#")[0]!)! })),
  );
  return file;
}
