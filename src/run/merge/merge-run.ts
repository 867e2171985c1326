/** A print run with variable data: all rows in one PDF, or in a few, written as they come. */

import { count } from "../../base/argument.ts";
import { AnphamError, type Diagnostic, diagnose, fail } from "../../base/diagnostic.ts";
import { openTemplates } from "../../compose/registry.ts";
import type { DocumentInfo } from "../../export/pdf/metadata.ts";
import { compressProfile } from "../../export/pdf/output-intent.ts";
import { loadSubsetter } from "../../export/pdf/subset.ts";
import { fitSheet } from "../../impose/plan/plans.ts";
import type { OutputProfile, PressSheet } from "../../model/output-profile.ts";
import type { RenderRequest } from "../../model/request.ts";
import type { Folders } from "../../render.ts";
import { openLibrary } from "../../resolve/library.ts";
import { catalogueFormat } from "../choose.ts";
import { wordingKeeper } from "../known-wording.ts";
import type { Pool } from "../pool.ts";
import { placed } from "../rows/raw-table.ts";
import type {
  CodedGroup,
  CodedRow,
  MergeJob,
  MergeJobResult,
  MergeSettings,
  SharedSheets,
} from "./merge-job.ts";
import { type AddedPages, PartFiles, type WrittenPart } from "./part-files.ts";

export interface MergeRow {
  /** Its type is PDF and its profile the run's, whatever it says. */
  readonly request: RenderRequest;
  /** Its bookmark; `null` for the institution's name. */
  readonly title: string | null;
  /** 1-based, as people count it in their table; stands in diagnostics. */
  readonly number: number;
}

export interface MergeOptions {
  readonly rows: Iterable<MergeRow> | AsyncIterable<MergeRow>;
  /** Output profile of the run. */
  readonly profile: string;
  /** Where the PDF goes; with {@link splitEvery} `run.pdf` gives `run-0001.pdf` and so on. */
  readonly file: string;
  /**
   * Rows side by side on press sheets, backs behind their fronts where pieces have both; `null` for pages of their
   * own.
   */
  readonly nUp: NUp | null;
  /** Pages by file, from 1; `null` for one file. A row's pages are never parted. */
  readonly splitEvery: number | null;
  /** Whether a row in which preflight finds an error is left out. One that cannot be rendered always is. */
  readonly strict: boolean;
  /** Title of the files; `null` for what the first row says. */
  readonly title: string | null;
  readonly signal: AbortSignal;
  /** Told after every row, in their order. */
  readonly onRow: (row: FinishedRow) => void;
}

export interface NUp {
  /** The paper, mm; `null` for the profile's. */
  readonly sheet: PressSheet | null;
  /** `null` for as many as the sheet takes. */
  readonly grid: { readonly columns: number; readonly rows: number } | null;
}

/** Where a row stands. */
export interface RowPlace {
  readonly file: string;
  /** Its first page there, from 1; rows share the pages of press sheets. */
  readonly page: number;
  /** What the file grew by with it; fonts and the colour profile stand at its end and count for no row. */
  readonly bytes: number;
}

export interface FinishedRow {
  readonly number: number;
  readonly title: string;
  /** `null` when it was left out. */
  readonly place: RowPlace | null;
  readonly diagnostics: readonly Diagnostic[];
}

export interface MergeSummary {
  readonly files: readonly WrittenPart[];
  readonly rowsWritten: number;
  readonly rowsLeftOut: number;
  /** Rows with errors or warnings; mere notes are only told as they come. */
  readonly findings: readonly FinishedRow[];
}

/** Rows in a job where each is on pages of its own: a message between threads costs as much as a few lines of text. */
const ROWS_IN_JOB = 8;

interface OpenJob extends MergeJob {
  readonly rows: readonly (readonly MergeRow[])[];
}

/** Runs that this process has begun. */
let runs = 0;

export type MergePool = Pool<MergeJob, MergeJobResult>;

/**
 * Writes every row that can be rendered; the others are told with what is wrong with them. The same rows and options
 * give the same bytes, however many threads the pool has and whatever they did before. Memory does not grow with the
 * rows.
 * @throws AnphamError `run.cancelled` after an abort or when the pool is closed meanwhile: files that are complete
 * stay, the one that was begun is gone; `request.invalid-field`, `request.unknown-id`, `impose.no-sheet`,
 * `impose.sheet-too-small`, `output.cannot-write`, `export.not-x4`
 */
export async function mergeRun(
  pool: MergePool,
  folders: Folders,
  options: MergeOptions,
): Promise<MergeSummary> {
  const { signal, splitEvery } = options;
  if (splitEvery !== null) count("splitEvery", splitEvery);
  const templates = await openTemplates(folders.templates);
  const library = openLibrary({ ...folders, templates });
  const profile = await library.profiles.load(options.profile);
  const { nUp } = options;
  if (nUp?.grid && !sheetOf(nUp, profile)) fail("impose.no-sheet", { profile: profile.id });
  const condition = profile.condition === null ? null : await library.conditions.load(profile.condition);
  const compressed = condition && compressProfile(condition);
  const files = new PartFiles(options.file, options.splitEvery, { condition, subset: await loadSubsetter() });
  const run = new Run(options, profile, files);
  try {
    for await (const { job, results } of pool.each(jobsOf(folders, options, profile), signal)) {
      for (const [index, group] of results.entries()) {
        const again = async () => {
          const [whole] = await pool.run({ ...job, groups: [job.groups[index]!], whole: true }, signal);
          return whole!;
        };
        await run.add(job.rows[index]!, group, again);
      }
    }
    if (signal.aborted) throw new AnphamError([diagnose("run.cancelled", {})]);
    await compressed;
    return await run.finish();
  } finally {
    await files.discard();
  }
}

class Run {
  readonly #options: MergeOptions;
  readonly #profile: OutputProfile;
  readonly #files: PartFiles;
  readonly #findings: FinishedRow[] = [];
  readonly #worded = wordingKeeper();
  #written = 0;
  #leftOut = 0;
  #info: DocumentInfo | null = null;

  constructor(options: MergeOptions, profile: OutputProfile, files: PartFiles) {
    this.#options = options;
    this.#profile = profile;
    this.#files = files;
  }

  /** @param again has the group sent with everything that it needs */
  async add(rows: readonly MergeRow[], group: CodedGroup, again: () => Promise<CodedGroup>): Promise<void> {
    const { added, failure } = await this.#write(rows, group, again);
    const inFile = group.rows.filter(({ page }) => page !== null).length;
    rows.forEach((row, i) => {
      const coded = group.rows[i]!;
      this.#tell({
        number: row.number,
        title: titleOf(row, coded),
        place:
          added && coded.page !== null
            ? { file: added.file, page: added.page + coded.page, bytes: Math.round(added.bytes / inFile) }
            : null,
        diagnostics: [...coded.diagnostics, ...failure].map((each) =>
          this.#worded(placed(each, { row: row.number })),
        ),
      });
    });
  }

  async finish(): Promise<MergeSummary> {
    if (this.#info) await this.#files.finish(this.#info);
    return {
      files: this.#files.written,
      rowsWritten: this.#written,
      rowsLeftOut: this.#leftOut,
      findings: this.#findings,
    };
  }

  /** Failures tell why nothing of the group could be written. */
  async #write(
    rows: readonly MergeRow[],
    { rows: codedRows, coded }: CodedGroup,
    again: () => Promise<CodedGroup>,
  ): Promise<{ readonly added: AddedPages | null; readonly failure: readonly Diagnostic[] }> {
    const failed = (failure: readonly Diagnostic[]) => ({ added: null, failure });
    const first = codedRows.find(({ page }) => page !== null);
    if (!coded || !first) return failed([]);
    this.#info ??= this.#infoFrom(first);
    const marks = rows.flatMap((row, i) => {
      const { page } = codedRows[i]!;
      return page === null ? [] : [{ title: titleOf(row, codedRows[i]!), page }];
    });
    const whole = (await this.#files.prepare(coded, this.#info)) ? (await again()).coded : coded;
    if (!whole)
      return failed([diagnose("internal.unexpected", { reason: "a row could not be coded twice" })]);
    try {
      return { added: await this.#files.add(whole, marks), failure: [] };
    } catch (thrown) {
      if (!(thrown instanceof AnphamError) || thrown.diagnostics[0]?.code !== "export.not-x4") throw thrown;
      return failed(thrown.diagnostics);
    }
  }

  #infoFrom({ headline, date }: CodedRow): DocumentInfo {
    const { standard } = this.#profile;
    return {
      title: this.#options.title ?? headline,
      author: null,
      language: "vi-VN",
      date: standard === "pdf/x-4" ? date : null,
      standard,
    };
  }

  #tell(row: FinishedRow): void {
    if (row.place) this.#written++;
    else this.#leftOut++;
    if (!row.place || row.diagnostics.some(({ severity }) => severity !== "note")) this.#findings.push(row);
    this.#options.onRow(row);
  }
}

const titleOf = ({ title, number }: MergeRow, { name }: CodedRow): string => title ?? (name || `${number}`);

async function* jobsOf(
  folders: Folders,
  options: MergeOptions,
  profile: OutputProfile,
): AsyncGenerator<OpenJob> {
  const { strict } = options;
  const run = ++runs;
  let settings: MergeSettings | null = null;
  let groups: MergeRow[][] = [];
  const jobOf = (): OpenJob => ({
    folders,
    settings: settings!,
    groups: groups.map((rows) => rows.map(({ request, number }) => ({ request, number }))),
    rows: groups,
    whole: false,
  });
  for await (const row of options.rows) {
    settings ??= { run, profile: profile.id, strict, sheets: sharedSheets(options, profile, row.request) };
    const { sheets } = settings;
    const inGroup = sheets ? sheets.columns * sheets.rows : 1;
    const last = groups.at(-1);
    if (last && last.length < inGroup) last.push(row);
    else groups.push([row]);
    if (groups.length * inGroup >= ROWS_IN_JOB && groups.at(-1)!.length === inGroup) {
      yield jobOf();
      groups = [];
    }
  }
  if (groups.length > 0) yield jobOf();
}

const sheetOf = (nUp: NUp, profile: OutputProfile): PressSheet | null => nUp.sheet ?? profile.sheet;

/** The first row says how many fit: all have its size. */
function sharedSheets(
  { nUp }: MergeOptions,
  profile: OutputProfile,
  { format: id }: RenderRequest,
): SharedSheets | null {
  if (!nUp) return null;
  const sheet = sheetOf(nUp, profile);
  if (!sheet) return null;
  const format = catalogueFormat(id);
  const grid = fitSheet(format, format.bleed, { ...profile, sheet }, nUp.grid);
  return { sheet, columns: grid.columns, rows: grid.rows };
}
