/** A table of rows on its way to many pieces. Plain data. */

import type { Diagnostic } from "../../base/diagnostic.ts";

/** As it was read: texts by place. */
export interface Grid {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface ReadTable extends Grid {
  /** Of XLSX. */
  readonly sheet: string | null;
  readonly encoding: string;
  readonly notes: readonly string[];
}

/** A field that a column may fill. */
export interface ColumnChoice {
  readonly path: string;
  readonly name: string;
}

export interface RowProblem {
  /** 1-based. */
  readonly row: number;
  /** The heading of the column, `null` for the row as a whole. */
  readonly header: string | null;
  /** Of the field, `null` where it is about no field. */
  readonly path: string | null;
  readonly finding: Diagnostic;
}

/** A picture that all pieces of a run share. */
export interface RunPicture {
  /** Of the request's field that names it. */
  readonly path: string;
  /** Where it is to be had. */
  readonly href: string;
}

export interface CheckedTable {
  /** By heading: the field that it fills, `null` for none. */
  readonly columns: Readonly<Record<string, string | null>>;
  readonly problems: readonly RowProblem[];
  /** Rows without an error. */
  readonly good: number;
  readonly total: number;
  /** What the rows' pieces share, as `/v1/batches` takes it, but for its pictures. */
  readonly request: Readonly<Record<string, unknown>>;
  readonly pictures: readonly RunPicture[];
}

/** What may be written into a cell, the most. */
export const MOST_ROWS = 2000;

/** RFC 4180, with a heading. */
export const toCsv = ({ headers, rows }: Grid): string =>
  [headers, ...rows].map((cells) => cells.map(quotedCell).join(",")).join("\r\n");

const quotedCell = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
