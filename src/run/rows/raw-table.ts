/** A table before anybody knows what its columns mean: the same for CSV, XLSX, JSON and NDJSON. */

import type { Code, CodeParams } from "../../base/codes.ts";
import { AnphamError, type Diagnostic, diagnose, fail } from "../../base/diagnostic.ts";

/** What is read at most; each limit has its own code. */
export const LIMITS = {
  /** `rows.too-many-rows`. */
  rows: 1_000_000,
  /** `rows.too-many-columns`. Excel has 16,384; a brief has under 100 fields. */
  columns: 1_000,
  /** UTF-16 code units of one cell, `rows.cell-too-long`; Excel's own limit. */
  cell: 32_767,
  /** UTF-16 code units of one line or record, `rows.broken-quotes`: longer ones are an unclosed quote. */
  record: 16 * 1024 * 1024,
  /** Bytes of a file that cannot be streamed (XLSX, a JSON array), `rows.file-too-large`. */
  wholeFile: 64 * 1024 * 1024,
  /** Bytes that an XLSX may unpack to, `rows.file-too-large`. */
  unpacked: 512 * 1024 * 1024,
} as const;

/** What stands in a cell. JSON may hold lists and objects. */
export type CellValue =
  | string
  | number
  | boolean
  | null
  | readonly unknown[]
  | Readonly<Record<string, unknown>>;

export interface Column {
  /** 0-based position in the table; of JSON, the order in which the names came up. */
  readonly index: number;
  /** As it is written, trimmed; never empty. */
  readonly header: string;
}

/** How a sheet shows a number or a day that it keeps in another form. */
export interface Shown {
  readonly text: string;
  /** The sheet keeps a day; perhaps it only took a class such as 10/12 for one. */
  readonly isDate: boolean;
}

export interface RawCell {
  readonly column: Column;
  readonly value: CellValue;
  /** `null` where the value is what people see. */
  readonly shown: Shown | null;
}

export interface RawRow {
  /** 1-based, the heading not counted. */
  readonly number: number;
  /** 1-based line of the file or row of the sheet. */
  readonly line: number;
  /** The cells that hold something, in the order of columns. */
  readonly cells: readonly RawCell[];
  /** About this row. An error: something in it cannot be read. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Where rows are read from. */
export interface TablePlace {
  readonly file: string;
  /** Of XLSX. */
  readonly sheet: string | null;
  /** The sheets of the file that are not read. */
  readonly otherSheets: readonly string[];
}

/** Of files without sheets. */
export const NO_SHEETS = { sheet: null, otherSheets: [] } as const;

export interface RawTable extends TablePlace {
  /** The encoding that the text was read in, for people: “UTF-8”, “TCVN3 (ABC)”. */
  readonly encoding: string;
  /** Can be read once. A table whose end cannot be reached gives a last row with an error. */
  readonly rows: AsyncIterable<RawRow>;
  /** Columns so far: all of them from the start, except in JSON, where every row may bring new ones. */
  columns(): readonly Column[];
  /** About the table as a whole; complete when the rows have been read. */
  findings(): readonly Diagnostic[];
}

/** A line of cells by position, before the headings are known. */
export interface GridRow {
  /** 1-based line of the file or row of the sheet. */
  readonly line: number;
  readonly cells: readonly CellValue[];
  /** By 0-based position, where a cell's value is not what people see. */
  readonly shown: ReadonlyMap<number, Shown>;
  /** Cells merged with those to their right, and the last of these; 0-based positions. */
  readonly wide: ReadonlyMap<number, number>;
  /** What the reader noticed in a cell, by 0-based position; `null` for the whole line. */
  readonly noticed: readonly { readonly index: number | null; readonly diagnostic: Diagnostic }[];
}

/** Of tables whose cells are what people see, each in its column. */
export const PLAIN_CELLS: Pick<GridRow, "shown" | "wide"> = { shown: new Map(), wide: new Map() };

/** Column letters as spreadsheets show them. @param index 0-based */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest >= 0 ? columnLetters(rest) : "") + String.fromCharCode(65 + (index % 26));
}

/** The same finding with a place. */
export const placed = (diagnostic: Diagnostic, where: Diagnostic["where"]): Diagnostic => ({
  ...diagnostic,
  where: { ...diagnostic.where, ...where },
});

/** A cell's text cut to a length that fits a sentence. */
export function quoted(value: CellValue): string {
  const text = (typeof value === "string" ? value : JSON.stringify(value)).replace(/\s+/gu, " ");
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** Refuses a file that is no table of a kind that is read. @throws AnphamError `rows.unreadable-table` */
export function unreadableTable(file: string, reasonVi: string, reason: string, cause?: unknown): never {
  fail("rows.unreadable-table", { file, reasonVi, reason }, { file }, { cause });
}

/** Sheets named in a sentence. */
const SHOWN_SHEETS = 8;

/** Refuses a table that can be read and has no rows, and says where else rows may be. @throws AnphamError */
export function failOnTable<C extends Code>(
  code: C,
  params: CodeParams<C>,
  { file, sheet, otherSheets }: TablePlace,
): never {
  const refusal = diagnose(code, params, { file });
  if (sheet === null || otherSheets.length === 0) throw new AnphamError([refusal]);
  const more = otherSheets.length > SHOWN_SHEETS ? ", …" : "";
  const others = otherSheets.slice(0, SHOWN_SHEETS).join(", ") + more;
  throw new AnphamError([refusal, diagnose("rows.other-sheets", { sheet, others }, { file })]);
}
