/** A table of rows on its way to many pieces. Plain data. */

import type { Diagnostic } from "../../base/diagnostic.ts";
import { nameKey } from "../../base/vietnamese/slug.ts";

/** As it was read: texts by place. */
export interface Grid {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface ReadTable extends Grid {
  /** Of XLSX. */
  readonly sheet: string | null;
  readonly encoding: string;
  /** Rows of the file, those after the {@link MOST_ROWS}th among them. */
  readonly total: number;
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
  /** About columns: those that want the same field. */
  readonly notes: readonly string[];
  readonly problems: readonly RowProblem[];
  /** Rows without an error. */
  readonly good: number;
  readonly total: number;
  /** What the rows' pieces share, as `/v1/batches` takes it, but for its pictures. */
  readonly request: Readonly<Record<string, unknown>>;
  readonly pictures: readonly RunPicture[];
}

/** More is for the command line. */
export const MOST_ROWS = 2000;

/** Places of the rows that say something: readers of tables skip the others, and count without them. */
export const filledRows = ({ rows }: Grid): readonly number[] =>
  rows.flatMap((cells, place) => (cells.some((cell) => cell.trim() !== "") ? [place] : []));

/** Headings that tell columns apart: of the second “Chức vụ” comes “Chức vụ (2)”. */
export function tellApart(headers: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return headers.map((header) => {
    let name = header;
    for (let number = 2; taken.has(nameKey(name)); number++) name = `${header.trim()} (${number})`;
    taken.add(nameKey(name));
    return name;
  });
}

/** RFC 4180, with a heading. */
export const toCsv = ({ headers, rows }: Grid): string =>
  [headers, ...rows].map((cells) => cells.map(quotedCell).join(",")).join("\r\n");

const quotedCell = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
