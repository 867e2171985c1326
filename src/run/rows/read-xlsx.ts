/** One sheet of an XLSX workbook as lines of cells: values only, nothing is calculated. */

import { readFile, stat } from "node:fs/promises";
import * as XLSX from "@e965/xlsx";
import { type Diagnostic, diagnose, fail, reasonOf } from "../../base/diagnostic.ts";
import { failOnFile } from "../../base/system-reason.ts";
import { type CellValue, type GridRow, LIMITS, quoted, type Shown, unreadableTable } from "./raw-table.ts";
import { type SheetValue, sheetValue } from "./xlsx-value.ts";
import { unpackedSize } from "./zip-size.ts";

export interface SheetGrid {
  readonly sheet: string;
  readonly otherSheets: readonly string[];
  readonly lines: AsyncGenerator<GridRow>;
}

/**
 * @param wished name of the sheet; the first visible one when `null`
 * @throws AnphamError `rows.unreadable-table`, `rows.unknown-sheet`, `rows.file-too-large`, `request.unreadable-file`
 */
export async function readXlsx(file: string, wished: string | null): Promise<SheetGrid> {
  const book = parseBook(await readWhole(file), file);
  const states = book.Workbook?.Sheets ?? [];
  const visible = book.SheetNames.filter((_, i) => !states[i]?.Hidden);
  const sheet =
    wished === null
      ? (visible[0] ?? book.SheetNames[0])
      : book.SheetNames.find((name) => name.normalize("NFC") === wished.normalize("NFC"));
  const found = sheet === undefined ? undefined : book.Sheets[sheet];
  if (sheet === undefined || !found) {
    fail("rows.unknown-sheet", { sheet: wished ?? "", known: book.SheetNames.join(", ") }, { file });
  }
  const otherSheets = book.SheetNames.filter((name) => name !== sheet);
  return { sheet, otherSheets, lines: linesOf(found, book.Workbook?.WBProps?.date1904 === true) };
}

/** @throws AnphamError `rows.file-too-large` */
export async function readWhole(file: string): Promise<Buffer> {
  try {
    const { size } = await stat(file);
    if (size > LIMITS.wholeFile) tooLarge(file, size, LIMITS.wholeFile);
    return await readFile(file);
  } catch (thrown) {
    failOnFile(file, thrown);
  }
}

const megabytes = (bytes: number): string =>
  Number.isFinite(bytes) ? `${Math.ceil(bytes / 2 ** 20)} MB` : "> 4 GB";

function tooLarge(file: string, found: number, limit: number): never {
  fail("rows.file-too-large", { file, found: megabytes(found), limit: megabytes(limit) }, { file });
}

function parseBook(bytes: Buffer, file: string): XLSX.WorkBook {
  const unpacked = unpackedSize(bytes);
  if (unpacked === null) unreadableTable(file, "tệp bị hỏng hoặc bị cắt ngang", "it is damaged or cut short");
  if (unpacked > LIMITS.unpacked) tooLarge(file, unpacked, LIMITS.unpacked);
  try {
    return XLSX.read(bytes, {
      dense: true,
      cellFormula: true,
      cellNF: true,
      cellHTML: false,
      cellStyles: true,
    });
  } catch (thrown) {
    const reason = reasonOf(thrown);
    return unreadableTable(
      file,
      `không phải tệp XLSX nguyên vẹn (${reason})`,
      `it is no sound XLSX (${reason})`,
      thrown,
    );
  }
}

type Cells = readonly (readonly (XLSX.CellObject | null | undefined)[] | undefined)[];

async function* linesOf(sheet: XLSX.WorkSheet, date1904: boolean): AsyncGenerator<GridRow> {
  const data = (sheet["!data"] ?? []) as Cells;
  const merged = repeatedCells(sheet["!merges"] ?? [], data);
  const hidden = (sheet["!rows"] ?? []) as readonly (XLSX.RowInfo | undefined)[];
  // A row that only repeats merged cells may have no cells of its own.
  const count = Math.max(data.length, ...[...merged.keys()].map((row) => row + 1));
  for (let row = 0; row < count; row++) {
    const cells: CellValue[] = [];
    const shown = new Map<number, Shown>();
    const wide = new Map<number, number>();
    const noticed: { index: number | null; diagnostic: Diagnostic }[] = [];
    const own = data[row] ?? [];
    const repeated = merged.get(row) ?? [];
    const width = Math.max(own.length, ...repeated.map(({ index }) => index + 1), 0);
    for (let index = 0; index < width; index++) {
      const read = readCell(own[index], date1904);
      cells.push(read.value);
      if (read.shown) shown.set(index, read.shown);
      if (read.diagnostic) noticed.push({ index, diagnostic: read.diagnostic });
    }
    for (const { index, last, from, range, isRow } of repeated) {
      if (last > index) wide.set(index, last);
      const read = readCell(from, date1904);
      if (read.value === null || read.value === "") continue;
      if (isRow) cells[index] = read.value;
      if (isRow && read.shown) shown.set(index, read.shown);
      const code = isRow ? "rows.merged-cell" : "rows.merged-columns";
      noticed.push({ index, diagnostic: diagnose(code, { range, text: look(read) }) });
    }
    if (hidden[row]?.hidden && cells.some((cell) => cell !== null && cell !== "")) {
      noticed.push({ index: null, diagnostic: diagnose("rows.hidden-row", {}) });
    }
    yield { line: row + 1, cells, shown, wide, noticed };
  }
}

interface Repeated {
  readonly index: number;
  /** The last column that the range covers, 0-based. */
  readonly last: number;
  readonly from: XLSX.CellObject | null | undefined;
  readonly range: string;
  /** Repeated down its rows; else only a note that other columns are covered. */
  readonly isRow: boolean;
}

/** What merged ranges give to rows, by 0-based row. */
function repeatedCells(merges: readonly XLSX.Range[], data: Cells): ReadonlyMap<number, readonly Repeated[]> {
  const found = new Map<number, Repeated[]>();
  for (const { s, e } of merges) {
    const range = XLSX.utils.encode_range({ s, e });
    const from = data[s.r]?.[s.c];
    const add = (row: number, isRow: boolean) => {
      const list = found.get(row) ?? [];
      list.push({ index: s.c, last: e.c, from, range, isRow });
      found.set(row, list);
    };
    if (e.c > s.c) add(s.r, false);
    // Merged down to the end of the sheet: only as far as there is data.
    for (let row = s.r + 1; row <= Math.min(e.r, data.length - 1); row++) add(row, true);
  }
  return found;
}

interface ReadCell extends SheetValue {
  readonly diagnostic: Diagnostic | null;
}

const NOTHING: ReadCell = { value: null, shown: null, diagnostic: null };

function readCell(cell: XLSX.CellObject | null | undefined, date1904: boolean): ReadCell {
  if (!cell) return NOTHING;
  const isFormula = cell.f !== undefined || cell.F !== undefined;
  // A formula that a program wrote and nothing has calculated yet: the library gives such a cell a 0.
  if (cell.v === undefined || cell.v === null || cell.t === "z") {
    if (!isFormula) return NOTHING;
    const text = `=${cell.f ?? ""}`.slice(0, 60);
    return { ...NOTHING, diagnostic: diagnose("rows.formula-without-value", { text }) };
  }
  // As text: the check of all cells tells what an error value is.
  if (cell.t === "e") return { ...NOTHING, value: cell.w ?? "#VALUE!" };
  const read = sheetValue(cell, date1904);
  const isTold = isFormula && read.value !== "";
  return { ...read, diagnostic: isTold ? diagnose("rows.formula-cell", { text: look(read) }) : null };
}

/** A value as people see it in the sheet. */
const look = ({ value, shown }: SheetValue): string => quoted(shown?.text ?? value);
