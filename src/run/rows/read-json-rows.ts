/** Rows as JSON: an array of them, or one JSON value a line (NDJSON). */

import { AnphamError, type Diagnostic, diagnose, fail } from "../../base/diagnostic.ts";
import { parseJson } from "../../resolve/read-json.ts";
import { cellChecks } from "./cell-checks.ts";
import { ENCODING_NAMES } from "./encodings.ts";
import type { LegacyState } from "./legacy-state.ts";
import {
  type CellValue,
  type Column,
  LIMITS,
  NO_SHEETS,
  placed,
  quoted,
  type RawRow,
  type RawTable,
} from "./raw-table.ts";

/** The name that a bare string has: a row that is only an institution's id. */
const ID_ONLY = "institution";

interface Item {
  readonly line: number;
  /** A value, or why there is none. */
  readonly content: { readonly value: unknown } | { readonly diagnostics: readonly Diagnostic[] };
}

export interface JsonOptions {
  readonly file: string;
  readonly encodingName: string;
  readonly legacy: LegacyState;
}

/** @throws AnphamError `request.broken-json`, `rows.empty`, `rows.file-too-large` */
export async function jsonArrayTable(text: AsyncIterable<string>, options: JsonOptions): Promise<RawTable> {
  const { file } = options;
  let whole = "";
  for await (const part of text) {
    whole += part;
    if (whole.length > LIMITS.wholeFile) {
      const limit = `${LIMITS.wholeFile / 2 ** 20} MB`;
      fail("rows.file-too-large", { file, found: `> ${limit}`, limit }, { file });
    }
  }
  const items = parseJson(whole, file);
  if (!Array.isArray(items) || items.length === 0) fail("rows.empty", { file }, { file });
  async function* each(): AsyncGenerator<Item> {
    for (const [index, value] of (items as readonly unknown[]).entries()) {
      yield { line: index + 1, content: { value } };
    }
  }
  return jsonTable(each(), options);
}

/** @throws AnphamError `rows.empty`, `rows.value-over-lines` */
export async function ndjsonTable(text: AsyncIterable<string>, options: JsonOptions): Promise<RawTable> {
  const { file } = options;
  const items = parsedLines(text, file);
  const [first, second] = [await items.next(), await items.next()];
  if (first.done) fail("rows.empty", { file }, { file });
  // One broken line is a row to mend; two from the start are a value that goes on over the lines.
  if (!second.done && [first, second].every(({ value }) => "diagnostics" in value.content)) {
    const { line } = first.value;
    fail("rows.value-over-lines", { file, line }, { file, line });
  }
  async function* all(): AsyncGenerator<Item> {
    yield first.value as Item;
    if (!second.done) yield second.value;
    yield* items;
  }
  return jsonTable(all(), options);
}

async function* parsedLines(text: AsyncIterable<string>, file: string): AsyncGenerator<Item> {
  let line = 0;
  for await (const content of splitLines(text)) {
    line++;
    if (content.trim() !== "") yield { line, content: parsed(content, line, file) };
  }
}

/** Lines up to {@link LIMITS.record}; the rest of a longer one is dropped, which makes it no JSON. */
async function* splitLines(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = "";
  for await (const part of text) {
    const lines = (rest + part).split("\n");
    rest = lines.pop()!.slice(0, LIMITS.record);
    yield* lines;
  }
  yield rest;
}

function parsed(content: string, line: number, file: string): Item["content"] {
  try {
    return { value: JSON.parse(content) };
  } catch {
    try {
      return { value: parseJson(content, file) };
    } catch (thrown) {
      if (!(thrown instanceof AnphamError)) throw thrown;
      // Its line is that of the file.
      const [{ where }] = thrown.diagnostics as [Diagnostic];
      const column = where.column ?? 1;
      const [told] = thrown.diagnostics as [Diagnostic];
      const inFile = (sentence: string) => sentence.replace(/(dòng|line) 1\b/u, `$1 ${line}`);
      const message = { vi: inFile(told.message.vi), en: inFile(told.message.en) };
      return { diagnostics: [{ ...told, message, where: { file, line, column } }] };
    }
  }
}

function jsonTable(items: AsyncIterable<Item>, { file, encodingName, legacy }: JsonOptions): RawTable {
  const columns = new Map<string, Column>();
  const findings: Diagnostic[] = [];
  const columnOf = (header: string): Column => {
    const known = columns.get(header);
    if (known) return known;
    const column = { index: columns.size, header };
    if (columns.size < LIMITS.columns) columns.set(header, column);
    return column;
  };

  async function* rows(): AsyncGenerator<RawRow> {
    let number = 0;
    for await (const { line, content } of items) {
      number++;
      if (number > LIMITS.rows) {
        findings.push(diagnose("rows.too-many-rows", { limit: LIMITS.rows }, { file, line }));
        return;
      }
      yield rowOf(number, line, content);
    }
  }

  function rowOf(number: number, line: number, content: Item["content"]): RawRow {
    const where = { row: number, line };
    const broken = (diagnostics: readonly Diagnostic[]): RawRow => ({
      number,
      line,
      cells: [],
      diagnostics: diagnostics.map((each) => placed(each, where)),
    });
    if ("diagnostics" in content) return broken(content.diagnostics);
    const fields = fieldsOf(content.value);
    if (!fields) return broken([diagnose("rows.not-a-row", { text: quoted(content.value as CellValue) })]);
    if (fields.length > LIMITS.columns) {
      return broken([diagnose("rows.too-many-columns", { found: fields.length, limit: LIMITS.columns })]);
    }
    const diagnostics: Diagnostic[] = [];
    const cells = fields.flatMap(([header, value]) => {
      const column = columnOf(header);
      const checked = cellChecks(value, legacy);
      diagnostics.push(...checked.diagnostics.map((each) => placed(each, { ...where, header })));
      return checked.value === null || checked.value === ""
        ? []
        : [{ column, value: checked.value, shown: null }];
    });
    return { number, line, cells, diagnostics };
  }

  return {
    file,
    ...NO_SHEETS,
    encoding: legacy.encoding === null ? encodingName : ENCODING_NAMES[legacy.encoding],
    rows: rows(),
    columns: () => [...columns.values()],
    findings: () => [...findings, ...legacy.findings()].map((each) => placed(each, { file })),
  };
}

/** Names and values of a row; `null` when it has none. */
function fieldsOf(value: unknown): readonly (readonly [string, CellValue])[] | null {
  if (typeof value === "string") return [[ID_ONLY, value]];
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  return Object.entries(value)
    .filter(([header]) => header.trim() !== "")
    .map(([header, cell]) => [header.trim(), cell as CellValue]);
}
