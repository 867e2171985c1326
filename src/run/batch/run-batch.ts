/** Renders one piece for every row of a table into a folder, only what is missing or changed. */

import { AnphamError, type Diagnostic, hasErrors } from "../../base/diagnostic.ts";
import { openTemplates } from "../../compose/registry.ts";
import type { RenderRequest } from "../../model/request.ts";
import { openLibrary } from "../../resolve/library.ts";
import { findingsOnce } from "../findings-once.ts";
import { inputsHasher } from "../inputs-hash.ts";
import { type ManifestEntry, openManifest } from "../manifest.ts";
import type { DoneJob } from "../queue/job-queue.ts";
import { rowFindings } from "../rows/row-findings.ts";
import { SideBySide } from "../side-by-side.ts";
import { openPiece } from "./batch-piece.ts";
import { type BatchOptions, type BatchRun, isToLookAt, type RowReport } from "./batch-run.ts";
import { copiesFindings } from "./copies.ts";
import { type BatchJob, finishJob } from "./finish-job.ts";
import { leftoverFinding } from "./leftover-files.ts";
import { type PlannedRow, rowPlanner } from "./plan-row.ts";
import { type SheetRow, writeBatchSheets } from "./proof/batch-sheet.ts";
import { PROOF_BOOK, proofBook } from "./proof/proof-book.ts";
import { THUMBNAILS, writeThumbnail } from "./proof/thumbnail-files.ts";
import { RowReports } from "./row-reports.ts";
import { surveyRows } from "./survey-rows.ts";

/** Rows whose files are on their way to the disk: it takes longer to have one for good than to render it. */
const ROWS_AT_ONCE = 4;

/**
 * A row that fails is a finding, and the rest is rendered.
 * @throws AnphamError when the rows cannot be read at all, an id of the selection is not there, or the folder cannot be
 *   written from the start; `run.rows-have-errors` is a finding
 */
export async function runBatch(options: BatchOptions): Promise<BatchRun> {
  const { folders, selection, queue, signal, store, limit } = options;
  const templates = await openTemplates(folders.templates);
  const library = openLibrary({ ...folders, templates });
  const piece = await openPiece(library, selection);
  const copies = await copiesFindings(library, piece);
  const survey = await surveyRows(options, library, piece);
  if (survey.refused) return await withBook(survey.refused, options);

  const { nameOf } = options;
  const manifest = await openManifest(options.out);
  for (const folder of ["", THUMBNAILS]) await store.sweep(folder);
  const check = { previous: manifest.previous, store, verify: options.verify };
  const hash = await inputsHasher(folders);
  const plan = rowPlanner({ piece, nameOf, library, hash, check, proof: options.proof });
  const isOurs = ({ template, format }: ManifestEntry) =>
    template === piece.template.id && format === piece.format.id;
  const leftovers = new Set([...manifest.previous.values()].filter(isOurs).map(({ file }) => file));
  const reports = new RowReports();
  const count = { rows: 0, rendered: 0, kept: 0, failed: 0, files: 0, bytes: 0 };
  const end: Diagnostic[] = [...copies];
  let tableFindings: readonly Diagnostic[] = [];
  const proof: string[] = [];
  let stopped = false;

  let problems = 0;
  const sheetRows: SheetRow[] = [];
  const settle = (
    planned: PlannedRow,
    entries: readonly ManifestEntry[],
    rendered: readonly Diagnostic[],
  ) => {
    const { row, kept: there, diagnostics: own, thumbnail } = planned;
    count.rows++;
    const found = findingsOnce([...own, ...there.flatMap((entry) => entry.diagnostics), ...rendered]);
    reports.add(row, found);
    if (options.proof) {
      const size = [...there, ...entries].reduce((sum, entry) => sum + entry.size, 0);
      const title = row.title ?? `Dòng ${row.number}`;
      sheetRows.push({ row: row.number, title, size, thumbnail: thumbnail?.file ?? null });
    }
    if (isToLookAt({ diagnostics: found })) problems++;
    const { rows: done, kept } = count;
    options.onRow({ done, total: survey.total, problems, kept });
  };

  async function* jobs(): AsyncGenerator<BatchJob> {
    const { rows, findings } = await options.rows();
    for await (const row of rows) {
      if (signal.aborted || (limit !== null && row.number > limit)) break;
      const planned = await plan(row);
      for (const { file } of planned.kept) leftovers.delete(file);
      if (planned.moved.length > 0) await manifest.append(planned.moved);
      const requests = requestsOf(planned);
      if (requests.length > 0) {
        yield { folders, requests, planned };
        continue;
      }
      const isFailed = hasErrors(planned.diagnostics) && planned.kept.length === 0;
      count[isFailed ? "failed" : "kept"]++;
      settle(planned, [], []);
    }
    tableFindings = findings();
  }

  const finish = async ({ job, results }: DoneJob<BatchJob>): Promise<void> => {
    const { planned } = job;
    const entries = await finishJob(job, results, piece, store);
    await manifest.append(entries);
    for (const { file } of entries) leftovers.delete(file);
    const { thumbnail, missing } = planned;
    if (thumbnail && !thumbnail.isThere) await writeThumbnail(thumbnail, results.at(-1)!, store);
    count[entries.length > 0 ? "rendered" : missing.length > 0 ? "failed" : "kept"]++;
    count.files += entries.length;
    count.bytes += entries.reduce((sum, { size }) => sum + size, 0);
    const found = results.flatMap(({ diagnostics }, i) =>
      rowFindings(diagnostics, planned.row, job.requests[i]!),
    );
    settle(planned, entries, found);
  };

  const finishing = new SideBySide(ROWS_AT_ONCE);
  try {
    for await (const done of queue.each(jobs(), signal)) await finishing.begin(() => finish(done));
    await finishing.end();
    stopped = signal.aborted;
    if (!stopped && limit === null && leftovers.size > 0) end.push(leftoverFinding([...leftovers]));
    await manifest.finish(async (file) => (await store.size(file)) !== null);
    if (options.proof && !stopped) {
      const about = [...manifest.diagnostics, ...tableFindings, ...end];
      sheetRows.sort((one, other) => one.row - other.row);
      proof.push(await writeBook(options, reports.all, about));
      proof.push(...(await writeBatchSheets(sheetRows, reports.all, piece, library, store)));
    }
  } catch (thrown) {
    if (!isWriteFailure(thrown)) throw thrown;
    // Nothing more can be written; what is there is whole, and so is the manifest.
    stopped = true;
    end.push(...thrown.diagnostics);
  } finally {
    await finishing.settled();
    await manifest.close();
  }
  return {
    ...count,
    proof,
    reports: reports.all,
    diagnostics: [...manifest.diagnostics, ...tableFindings, ...end],
    stopped,
  };
}

/** What has to be rendered of a row, the picture for its proof last. */
const requestsOf = ({ missing, thumbnail }: PlannedRow): readonly RenderRequest[] => [
  ...missing.map(({ request }) => request),
  ...(thumbnail && !thumbnail.isThere ? [thumbnail.request] : []),
];

/** A run that was refused has something to mend. */
async function withBook(run: BatchRun, options: BatchOptions): Promise<BatchRun> {
  if (!options.proof) return run;
  return { ...run, proof: [await writeBook(options, run.reports, run.diagnostics)] };
}

async function writeBook(
  { rows: source, limit, store }: BatchOptions,
  reports: readonly RowReport[],
  diagnostics: readonly Diagnostic[],
): Promise<string> {
  const { rows } = await source();
  await store.write(PROOF_BOOK, await proofBook({ rows, limit, reports, diagnostics }));
  return PROOF_BOOK;
}

const isWriteFailure = (thrown: unknown): thrown is AnphamError =>
  thrown instanceof AnphamError && thrown.diagnostics.some(({ code }) => code === "output.cannot-write");
