/** The end of an official list: how many it holds, the place and day, and who signs. */

import type { TableShape } from "./idle-lines.ts";
import type { CellValue } from "./raw-table.ts";

/** In narrower tables one cell may be all that a row has. */
const NARROWEST = 3;
/** Longer texts are content. */
const LONGEST = 200;
/** Who signs, side by side. */
const MOST_SIGNATURES = 4;
/** A line of its own: “Lâm Đồng, ngày 01 tháng 6 năm 2026”, “Danh sách này có 45 học sinh./.”, “Ghi chú: …”. */
const ALONE =
  /^(?:(?:[^,\d]{1,40},\s*)?ngày[\s\d.…/]*tháng[\s\d.…/]*năm[\s\d.…]*$|(?:ấn định\s+)?danh sách (?:này )?(?:gồm|có)\s.*\d|\*?\s*(?:ghi chú|lưu ý)\s*:|nơi nhận\s*:)/isu;
/** Beside others: “NGƯỜI LẬP BIỂU | HIỆU TRƯỞNG”, “(Ký, ghi rõ họ tên) | (Ký tên, đóng dấu)”. */
const SIGNATURE =
  /^(?:người lập(?:\s+(?:biểu|bảng|danh sách|phiếu))?|xác nhận của\s.*|\(\s*ký(?!\p{L})[^)]*\))$/isu;

/** Tells the lines from which on a table has no rows. A line as full as a row begins the rows again. */
export class ClosingLines {
  readonly #table: TableShape;
  #isClosed = false;

  constructor(table: TableShape) {
    this.#table = table;
  }

  /** The words of a line that closes the table or stands behind its close; `null` for any other. */
  wordsOf(cells: readonly CellValue[]): string | null {
    const { columns, read } = this.#table;
    if (columns < NARROWEST) return null;
    const filled = cells.filter((cell) => cell !== null && String(cell).trim() !== "");
    const asRow = Math.min(columns, Math.max(MOST_SIGNATURES, Math.ceil(columns / 2)));
    if (filled.length > MOST_SIGNATURES || filled.length >= asRow) {
      this.#isClosed = false;
      return null;
    }
    const words = filled.map((cell) => read(String(cell)).normalize("NFC").trim());
    const isShort = words.every((text) => text.length <= LONGEST);
    const isSigned = isShort && words.some((text) => SIGNATURE.test(text));
    if (isSigned || (isShort && words.length === 1 && ALONE.test(words[0]!))) this.#isClosed = true;
    return this.#isClosed ? words.join(" – ") : null;
  }
}
