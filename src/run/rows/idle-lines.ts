/** Lines of official tables that are no rows: the numbers of the columns, totals, and headings of sections. */

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

/** “I”, “II.”, “A)”; with words behind it in the same cell “I. Khối cao đẳng”. */
const SECTION = /^\(?(?:([IVXL]{1,6})|([A-Z]))(?:[.):/–-]\s*|\s*$)(.*)$/su;
/** In narrower tables a number and a text may be all that a row has. */
const NARROWEST = 3;
const LONGEST_HEADING = 200;
const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 };

/** Of a number that is written by the rules; others give any value. */
const romanValue = (text: string): number =>
  [...text].reduce((sum, letter, i) => {
    const value = ROMAN[letter]!;
    return sum + (value < (ROMAN[text[i + 1] ?? ""] ?? 0) ? -value : value);
  }, 0);

/** What has to be known of a table to tell what its lines are. */
export interface TableShape {
  /** Columns that have a name. */
  readonly columns: number;
  /** 0-based positions of those whose cells reach the pieces. */
  readonly used: ReadonlySet<number>;
  /** A cell's text in the encoding that the table is taken to have. */
  readonly read: (text: string) => string;
}

/**
 * Finds lines that only name the rows below: “I | KHỐI CAO ĐẲNG”, the number in a column that is not used, or “I. Khối
 * cao đẳng” in one cell. The numbers begin at I or A and count up, so that somebody called “V. Hùng” is none. A text
 * merged over three columns or more needs no such order, and alone in its line no number.
 */
export class SectionNumbers {
  readonly #table: TableShape;
  #roman = 0;
  #letter = 0;

  constructor(table: TableShape) {
    this.#table = table;
  }

  /**
   * What a line calls the rows below it; `null` for a line that is no heading.
   * @param wide cells merged with those to their right, and the last of these; 0-based positions
   */
  headingOf(cells: readonly CellValue[], wide: ReadonlyMap<number, number>): string | null {
    const { columns, used, read } = this.#table;
    if (columns < NARROWEST) return null;
    const at = cells.flatMap((cell, i) => (cell === null || String(cell).trim() === "" ? [] : [i]));
    const [first, second] = at;
    if (first === undefined || at.length > 2) return null;
    const texts = at.map((i) => cells[i]).filter((cell) => typeof cell === "string");
    if (texts.length < at.length || texts.some((text) => text.length > LONGEST_HEADING)) return null;
    const words = texts.map((text) => read(text).normalize("NFC").trim());
    const last = second ?? first;
    const isWide = (wide.get(last) ?? last) - last + 1 >= NARROWEST;
    const number = SECTION.exec(words[0]!);
    const isNumbered =
      number !== null && (second === undefined ? number[3] !== "" : number[3] === "" && !used.has(first));
    const countsUp = isNumbered && this.#countsUp(number);
    if (!countsUp && !(isWide && (isNumbered || second === undefined))) return null;
    return words.join(" – ");
  }

  #countsUp([, roman, letter]: RegExpExecArray): boolean {
    if (roman !== undefined) {
      const value = romanValue(roman);
      // A “C” or “D” is a letter, an “I” after “H” too; “I”, “V” and “X” are taken for letters only where those count.
      if (value === 1 || value === this.#roman + 1) {
        this.#roman = value;
        return true;
      }
    }
    const value = (roman ?? letter!).length === 1 ? (roman ?? letter!).charCodeAt(0) - 64 : 0;
    if (value !== 1 && value !== this.#letter + 1) return false;
    this.#letter = value;
    return true;
  }
}
