/** Runs a job: the same print runs as on the command line, over the caller's rows. */

import { join } from "node:path";
import { type Diagnostic, hasErrors } from "../../base/diagnostic.ts";
import { openTemplates } from "../../compose/registry.ts";
import type { RenderRequest } from "../../model/request.ts";
import { openLibrary } from "../../resolve/library.ts";
import { DEFAULT_NAME, parseNamePattern } from "../../run/batch/name-pattern.ts";
import { runBatch } from "../../run/batch/run-batch.ts";
import { type FinishedKit, findingsOf } from "../../run/kit/kit-result.ts";
import { type KitRow, kitRowOf } from "../../run/kit/kit-row.ts";
import { runKits } from "../../run/kit/run-kits.ts";
import type { JobQueue } from "../../run/queue/job-queue.ts";
import { readMap } from "../../run/rows/match-columns.ts";
import { type Rows, readRows } from "../../run/rows/read-rows.ts";
import { folderStore } from "../../run/store.ts";
import { writeWholeFile } from "../../run/write-file.ts";
import { ownsEverything } from "../access/principal.ts";
import { openUploadStore } from "../uploads/upload-store.ts";
import { type BatchRequest, contentOf, type KitRequest } from "./job-record.ts";
import { ownRows } from "./own-rows.ts";
import { type JobEnd, type JobProgress, type JobSpec, REPORT } from "./thread-messages.ts";

export interface JobRun {
  readonly queue: Pick<JobQueue, "each">;
  /** Nothing is begun after an abort; what was begun is finished. */
  readonly signal: AbortSignal;
  /** Folder of the files. */
  readonly out: string;
  readonly onProgress: (progress: JobProgress) => void;
}

/** @throws AnphamError when nothing of it can be rendered, or a file cannot be written */
export async function runJob(spec: JobSpec, run: JobRun): Promise<JobEnd> {
  const { job } = spec;
  return job.kind === "kit"
    ? runKitJob(job.request as KitRequest, spec, run)
    : runBatchJob(job.request as BatchRequest, spec, run);
}

/** The rows of a job's file, begun anew each time. */
async function rowsOf(spec: JobSpec): Promise<Pick<Rows, "rows" | "count" | "findings">> {
  const { job, folders, folder, principal, mostRows } = spec;
  const { encoding, sheet, map, institution } = job.request;
  const library = openLibrary({ ...folders, templates: await openTemplates(folders.templates) });
  const ids = await library.institutions.ids();
  const rows = await readRows(join(folder, job.rows!), {
    ...{ encoding, sheet, map: map === null ? {} : readMap(map) },
    institutions: ownsEverything(principal) ? ids : ids.filter((id) => id === principal.owner),
    hasInstitution: institution !== undefined,
  });
  const { find } = openUploadStore(folders.uploads!, 0);
  return ownRows(rows, { principal, findUpload: find, limit: mostRows });
}

async function runBatchJob(request: BatchRequest, spec: JobSpec, run: JobRun): Promise<JobEnd> {
  const { template, format, as, profile, name, proof, strict } = request;
  const { out, queue, signal, onProgress } = run;
  const found = await runBatch({
    folders: spec.folders,
    selection: { template, format, as, profile, content: contentOf(request) as Partial<RenderRequest> },
    rows: () => rowsOf(spec),
    nameOf: parseNamePattern(name ?? DEFAULT_NAME, "name"),
    store: folderStore(out),
    onRow: ({ done, total, problems }) => onProgress({ done, total, problems }),
    ...{ out, queue, signal, proof, strict, limit: null, verify: false },
  });
  const { rows, rendered, kept, failed, files, bytes, reports, diagnostics, stopped } = found;
  if (!stopped) await writeReport(out, reports);
  return { counts: { rows, rendered, kept, failed, files, bytes }, diagnostics, stopped };
}

async function runKitJob(request: KitRequest, spec: JobSpec, run: JobRun): Promise<JobEnd> {
  const { templates, formats, as, profile } = request;
  const { out, queue, signal, onProgress } = run;
  const { institution, ...content } = contentOf(request) as Partial<RenderRequest>;
  const { rows, findings } = await kitRows(spec, institution ?? null);
  let problems = 0;
  const { kits } = await runKits({
    folders: spec.folders,
    selection: { templates, formats, as, profile, content },
    ...{ rows, out, queue, signal, withIndex: rows.length > 1, withZip: false, verify: false },
    onPiece(done, total, { diagnostics }) {
      if (hasErrors(diagnostics)) problems++;
      onProgress({ done, total, problems });
    },
  });
  if (!signal.aborted) await writeReport(out, kits.map(kitReport));
  const pieces = kits.flatMap((kit) => kit.pieces);
  const counts = {
    kits: kits.length,
    failed: kits.filter(({ pieces: made }) => made.length === 0).length,
    pieces: pieces.length,
    files: pieces.reduce((sum, { files }) => sum + files.length, 0),
  };
  return { counts, diagnostics: findings, stopped: signal.aborted };
}

async function kitRows(
  spec: JobSpec,
  institution: RenderRequest["institution"] | null,
): Promise<{ readonly rows: readonly KitRow[]; readonly findings: readonly Diagnostic[] }> {
  if (spec.job.rows === null) {
    const diagnostics: readonly Diagnostic[] = [];
    return { rows: [{ number: 1, institution, content: {}, diagnostics }], findings: [] };
  }
  const { rows, findings } = await rowsOf(spec);
  const all: KitRow[] = [];
  for await (const row of rows) all.push(kitRowOf(row));
  return { rows: all, findings: findings() };
}

const kitReport = (kit: FinishedKit) => ({
  folder: kit.folder,
  institution: kit.institution,
  diagnostics: findingsOf(kit),
});

const writeReport = (out: string, report: unknown): Promise<void> =>
  writeWholeFile(join(out, REPORT), Buffer.from(`${JSON.stringify(report, null, 1)}\n`));
