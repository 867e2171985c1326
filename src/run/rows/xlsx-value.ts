/** What a cell of a workbook holds, and how the sheet shows it. */

import * as XLSX from "@e965/xlsx";
import type { CellValue, Shown } from "./raw-table.ts";

export interface SheetValue {
  readonly value: CellValue;
  /** `null` where the sheet shows the value as it is. */
  readonly shown: Shown | null;
}

/** Formats that show a fixed number of digits, which is how sheets keep a telephone number's first 0. */
const DIGITS_ONLY = /^[0 .()\\"-]*0{4}[0 .()\\"-]*$/u;
/** Formats that hide digits of a number rather than dress it: “9.12E+08”. */
const SCIENTIFIC_FORMAT = /E[+-]/iu;
/** General, and “@”: text that happens to be stored as a number. */
const PLAIN_FORMAT = /^(?:General|@)$/iu;

/** @param cell one that has a value and is no error */
export function sheetValue({ t, v, w, z }: XLSX.CellObject, date1904: boolean): SheetValue {
  if (t === "b") return { value: v === true, shown: null };
  if (t !== "n" || typeof v !== "number") return { value: String(v), shown: null };
  const format = String(z ?? "General");
  if (XLSX.SSF.is_date(format)) return dateValue(v, format, date1904);
  const text = (w ?? "").replace(/\s+/gu, " ").normalize("NFC").trim();
  if (DIGITS_ONLY.test(format) && text !== "") return { value: text, shown: null };
  const isAsShown = text === "" || text === String(v) || PLAIN_FORMAT.test(format);
  if (isAsShown || SCIENTIFIC_FORMAT.test(format)) return { value: v, shown: null };
  return { value: v, shown: { text: inVietnamese(text, format), isDate: false } };
}

/** “1,200.5” as “1.200,5”: Excel follows the language of its machine, the library that reads the sheet does not. */
const inVietnamese = (text: string, format: string): string =>
  /[.,]/u.test(format.replace(LITERALS, ""))
    ? text.replace(/(?<=\d)[.,](?=\d)/gu, (sign) => (sign === "." ? "," : "."))
    : text;

interface DateCode {
  readonly y: number;
  readonly m: number;
  readonly d: number;
  readonly H: number;
  readonly M: number;
}

const two = (part: number): string => String(part).padStart(2, "0");

/** As a value `2026-10-04`, `07:30` or `2026-10-04T07:30`. */
function dateValue(serial: number, format: string, date1904: boolean): SheetValue {
  const code = XLSX.SSF.parse_date_code(serial, { date1904 }) as DateCode | null;
  if (!code) return { value: serial, shown: null };
  const time = `${two(code.H)}:${two(code.M)}`;
  if (serial < 1) return { value: time, shown: null };
  const date = `${code.y}-${two(code.m)}-${two(code.d)}`;
  const value = code.H === 0 && code.M === 0 ? date : `${date}T${time}`;
  return { value, shown: { text: dateText(code, format) ?? time, isDate: true } };
}

/** What a format writes as it stands, and what it only says to programs: colours, languages, widths. */
const LITERALS = /"[^"]*"|\\.|[_*].|\[(?!(?:h+|m+|s+)\])[^\]]*\]|AM\/PM|A\/P/giu;
/** An m beside hours or seconds is minutes. */
const CLOCK = /\[?h+\]?[^a-z]*(?:m+(?:[^a-z]*s+)?)?|\[?m+\]?[^a-z]*s+/giu;

/**
 * The day as it is read in Vietnam, with the parts that the format shows: Excel keeps “10/12” as a day of the year in
 * which it was typed, and shows no year. `null` for a format of hours alone.
 */
function dateText({ y, m, d, H, M }: DateCode, format: string): string | null {
  const plain = format.split(";")[0]!.replace(LITERALS, " ");
  const calendar = plain.replace(CLOCK, " ");
  const hasDay = /(?<!d)d{1,2}(?!d)/iu.test(calendar);
  const hasYear = /[ye]/iu.test(calendar);
  const digits = hasYear ? two : String;
  const parts = [
    ...(hasDay ? [digits(d)] : []),
    ...(/m/iu.test(calendar) ? [digits(m)] : []),
    ...(hasYear ? [String(y)] : []),
  ];
  if (parts.length === 0) return null;
  const date = parts.join("/");
  return /h/iu.test(plain) ? `${date} ${two(H)}:${two(M)}` : date;
}
