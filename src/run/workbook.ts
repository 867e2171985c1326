/** Spreadsheets for people: text stays text, whatever it looks like. */

import writeWorkbook, { type Cell } from "write-excel-file/node";
import { dateZipEarliest } from "./zip-dates.ts";

export interface BookCell {
  /** `null` for an empty cell. */
  readonly value: string | number | null;
  readonly look: CellLook;
}

export type CellLook = "plain" | "heading" | "error" | "warning" | "total";

export interface BookSheet {
  readonly name: string;
  /** In characters. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly BookCell[])[];
  /** Columns that stay in view; so does the first row. */
  readonly stickyColumns: number;
}

/** Colours as spreadsheets themselves mark bad and neutral cells. */
const LOOKS: Readonly<Record<CellLook, object>> = {
  plain: {},
  heading: { fontWeight: "bold", backgroundColor: "#E6EAF0", wrap: true },
  error: { backgroundColor: "#FFC7CE", textColor: "#9C0006" },
  warning: { backgroundColor: "#FFEB9C", textColor: "#7F6000" },
  total: { fontWeight: "bold", topBorderStyle: "thin" },
};

/** UTF-16 code units that a cell may hold. */
const LONGEST = 32_767;
/** What XML 1.0 cannot hold (§ 2.2), and halves of surrogate pairs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Cs}]/gu;

/** An XLSX of the sheets; the same sheets give the same bytes. */
export async function workbook(sheets: readonly BookSheet[]): Promise<Buffer> {
  const made = sheets.map(({ name, widths, rows, stickyColumns }) => ({
    sheet: name,
    data: rows.map((row) => row.map(cellOf)),
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
    stickyColumnsCount: stickyColumns,
  }));
  const book = await writeWorkbook(made).toBuffer();
  dateZipEarliest(book);
  return book;
}

function cellOf({ value, look }: BookCell): Cell {
  const style = { alignVertical: "top", ...LOOKS[look] } as const;
  if (value === null || value === "") return style;
  if (typeof value === "number") return { value, type: Number, ...style };
  const text = value.replace(NOT_XML, "");
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
  return { value: cut, type: String, wrap: text.includes("\n"), ...style };
}

/** The value of any cell of a table as a book holds it. */
export function bookValue(value: unknown): string | number | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  return typeof value === "string" ? value : JSON.stringify(value);
}
