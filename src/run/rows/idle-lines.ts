/** Lines of official tables that are no rows: the numbers of the columns, and totals. */

import type { CellValue } from "./raw-table.ts";

/** Fewer cells that count up may be somebody's data, as may one letter before two numbers. */
const FEWEST = 3;
/** “4”, “(4)”, “(4)=(2)+(3)”; the columns before the numbers may have letters. */
const NUMBER = /^\(?(\d{1,3})\)?(?:\s*=.*)?$/su;
const LETTER = /^\(?([A-Z])\)?$/u;
/** “Tổng cộng: 12 người”, “Cộng”. Marks count: a “Tổng công ty” is somebody. */
const TOTAL = /^(?:(?:tổng cộng|tổng số)(?!\p{L})(?:\s*$|\s*[:(]|.*\d)|cộng\s*(?:$|[:(]|\d))/isu;

const filled = (cells: readonly CellValue[]): readonly string[] =>
  cells.map((cell) => String(cell ?? "").trim()).filter((text) => text !== "");

/** Whether a line only numbers the columns above it: “(1) (2) (3)”, “A B 1 2 3”. */
export function isNumberingLine(cells: readonly CellValue[]): boolean {
  const texts = filled(cells);
  if (texts.length < FEWEST) return false;
  const first = texts.findIndex((text) => NUMBER.test(text));
  if (first < 0 || (first === 1 && texts.length - first < FEWEST)) return false;
  const isLettered = texts
    .slice(0, first)
    .every((text, i) => LETTER.exec(text)?.[1] === String.fromCharCode(65 + i));
  return isLettered && texts.slice(first).every((text, i) => Number(NUMBER.exec(text)?.[1]) === i + 1);
}

/** The words of a line that adds up those above it; `null` for any other. */
export function totalOf(cells: readonly CellValue[], read: (text: string) => string): string | null {
  const first = cells.find((cell) => cell !== null && String(cell).trim() !== "");
  if (typeof first !== "string" || first.length > 200) return null;
  const text = read(first).normalize("NFC").trim();
  return TOTAL.test(text) ? text : null;
}
