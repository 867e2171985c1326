/** `anpham rows check`: how a file of rows is understood, and all that is wrong with it, before anything is rendered. */

import type { Command } from "commander";
import { type Diagnostic, hasErrors, type Severity } from "../../base/diagnostic.ts";
import type { TemplateFolders } from "../../compose/template-folders.ts";
import type { RenderRequest } from "../../model/request.ts";
import type { ColumnReport, Rows } from "../../run/rows/read-rows.ts";
import { addCommonOptions, type CommonOptions } from "../context.ts";
import { inLanguage, type Language } from "../language.ts";
import { openLibraryOf } from "../open-library.ts";
import { describe, EXIT, type ExitCode, firstOfEach } from "../report.ts";
import { describeField } from "../request-flags.ts";
import { type RowPlace, rowPlaces, SHOWN_ROWS } from "../row-places.ts";
import { addRowsOptions, openRows, type RowsFlags } from "../rows-options.ts";
import { table } from "../table.ts";

/** What a run says for all rows. */
const BASE_FIELDS = [
  "template",
  "format",
  "institution",
  "campaign",
  "message",
  "audience",
  "event",
  "theme",
  "profile",
] as const;
type BaseField = (typeof BASE_FIELDS)[number];

type CheckOptions = Omit<CommonOptions, "templates"> &
  RowsFlags & { readonly templatesFolder?: TemplateFolders } & Readonly<Partial<Record<BaseField, string>>>;

/** Adds the command to the program; `finish` receives its exit code. */
export function addRowsCommand(program: Command, language: Language, finish: (code: ExitCode) => void): void {
  const say = (text: string) => inLanguage(text, language);
  const rows = program
    .command("rows")
    .description(say("các dòng của một loạt in | the rows of a print run"))
    .helpCommand(false);
  const check = rows
    .command("check")
    .description(
      say(
        "xem cột nào là trường nào và mọi lỗi, chưa dựng gì | show the mapping and all problems; renders nothing",
      ),
    )
    .argument("<file>", say("CSV, XLSX, JSON hoặc NDJSON | CSV, XLSX, JSON or NDJSON"))
    .helpOption("-h, --help", say("trợ giúp | help"));
  for (const field of BASE_FIELDS) check.option(`--${field} <id>`, say(describeField(field)));
  addRowsOptions(check, language);
  addCommonOptions(check, language, "--templates-folder");
  check.action(async (file: string, options: CheckOptions) =>
    finish(await checkRows(file, options, language)),
  );
}

async function checkRows(file: string, options: CheckOptions, language: Language): Promise<ExitCode> {
  const library = await openLibraryOf({ ...options, templates: options.templatesFolder });
  const { checkedDiagnostics, rowCheck } = await import("../../run/rows/check-row.ts");
  const { readInstitution } = await import("../read-institution.ts");
  const base: Record<string, unknown> = Object.fromEntries(
    BASE_FIELDS.flatMap((field) => (options[field] === undefined ? [] : [[field, options[field]]])),
  );
  if (options.institution !== undefined) base.institution = await readInstitution(options.institution);
  const rows = await openRows(file, options, { library, hasInstitution: options.institution !== undefined });
  const check = await rowCheck(library, base as Partial<RenderRequest>);
  const tally = new Tally();
  for await (const row of rows.rows) {
    const place = { row: row.number, line: row.line };
    tally.add(place, await checkedDiagnostics(row, check));
  }
  const findings = rows.findings();
  const code = hasErrors(findings) || tally.good < tally.rows ? EXIT.faultyPiece : EXIT.done;
  if (options.json) console.log(JSON.stringify(asJson(rows, tally, code), null, 2));
  else print(rows, tally, language);
  return code;
}

/** Problems that one sentence tells are kept once, with their rows: a million bad rows fit into memory. */
interface Problem {
  readonly diagnostic: Diagnostic;
  readonly places: RowPlace[];
  count: number;
}

/** How many different problems of one code are kept: a thousand doubled names must not hide one error. */
const KEPT_OF_A_CODE = 200;

class Tally {
  rows = 0;
  good = 0;
  /** Problems that were counted and not kept. */
  dropped = 0;
  readonly problems = new Map<string, Problem>();
  readonly #kept = new Map<string, number>();

  add(place: RowPlace, diagnostics: readonly Diagnostic[]): void {
    this.rows++;
    if (!hasErrors(diagnostics)) this.good++;
    for (const diagnostic of diagnostics) {
      const { header, path } = diagnostic.where;
      const key = `${diagnostic.code}\0${header ?? path ?? ""}\0${diagnostic.message.en}`;
      const known = this.problems.get(key);
      if (known) {
        known.count++;
        if (known.places.length < SHOWN_ROWS) known.places.push(place);
        continue;
      }
      const kept = this.#kept.get(diagnostic.code) ?? 0;
      if (kept < KEPT_OF_A_CODE) {
        this.#kept.set(diagnostic.code, kept + 1);
        this.problems.set(key, { diagnostic, places: [place], count: 1 });
      } else this.dropped++;
    }
  }
}

function asJson(rows: Rows, tally: Tally, code: ExitCode): unknown {
  const { file, sheet, encoding } = rows.table;
  return {
    ok: code === EXIT.done,
    file,
    sheet,
    encoding,
    rows: tally.rows,
    good: tally.good,
    columns: rows.columns().map(({ column, match, example }) => ({
      column: column.index + 1,
      header: column.header,
      field: fieldOf(match),
      example,
    })),
    findings: rows.findings(),
    problems: [...tally.problems.values()].map(({ diagnostic, places, count }) => ({
      ...diagnostic,
      rows: places.map(({ row }) => row),
      lines: places.map(({ line }) => line),
      count,
    })),
    dropped: tally.dropped,
  };
}

/** The path that a column fills; `null` for none. */
function fieldOf(match: ColumnReport["match"]): string | null {
  if (match.kind === "group") return match.path;
  if (match.kind !== "field") return null;
  const { field, position } = match.target;
  return position === null || field.kind !== "texts" ? field.path : `${field.path}.${position - 1}`;
}

function print(rows: Rows, tally: Tally, language: Language): void {
  const say = (text: string) => inLanguage(text, language);
  const { file, sheet, encoding } = rows.table;
  console.log([file, ...(sheet === null ? [] : [sheet]), encoding].join(" · "));
  console.log(
    table(
      ["cột | column", "trường | field", "ví dụ | example"].map(say),
      rows
        .columns()
        .map((report) => [report.column.header.slice(0, 40), shownField(report, language), shown(report)]),
    ),
  );
  const { shown: problems, more } = firstOfEach([...tally.problems.values()], language);
  const gravity: readonly Severity[] = ["error", "warning", "note"];
  for (const severity of gravity) {
    for (const finding of rows.findings()) {
      if (finding.severity === severity) console.error(describe(withoutFile(finding), language));
    }
    for (const { diagnostic, places, count } of problems) {
      if (diagnostic.severity !== severity) continue;
      console.error(placeOf(diagnostic, places, count, language));
      console.error(describe(diagnostic, language));
    }
  }
  for (const sentence of more) console.error(sentence);
  if (tally.dropped > 0) {
    console.error(say(`… và ${tally.dropped} lỗi khác | … and ${tally.dropped} more problems`));
  }
  console.log(
    say(`${tally.good}/${tally.rows} dòng dùng được | ${tally.good} of ${tally.rows} rows are good`),
  );
}

/** The file is named once, above. */
const withoutFile = (finding: Diagnostic): Diagnostic => {
  const { file: _, ...where } = finding.where;
  return { ...finding, where };
};

function shownField({ match }: ColumnReport, language: Language): string {
  if (match.kind === "unknown") return inLanguage("? | ?", language);
  return fieldOf(match) ?? inLanguage("(bỏ qua) | (left out)", language);
}

function shown({ example }: ColumnReport): string {
  if (example === null) return "";
  const text = (typeof example === "string" ? example : JSON.stringify(example)).replace(/\s+/gu, " ");
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** “Dòng 3, 7 (hàng 4, 8 của tệp), cột “Điện thoại”:”. */
function placeOf(
  { where }: Diagnostic,
  places: readonly RowPlace[],
  count: number,
  language: Language,
): string {
  const { vi, en } = rowPlaces(places, count);
  const header = where.header?.slice(0, 40);
  return header === undefined
    ? inLanguage(`${vi}: | ${en}:`, language)
    : inLanguage(`${vi}, cột “${header}”: | ${en}, column “${header}”:`, language);
}
