/** A cell as the value of a field, with what had to be repaired. */

import { type Diagnostic, diagnose } from "../../base/diagnostic.ts";
import { nearestList } from "../../base/suggest.ts";
import { groupPhone, lostLeadingZero } from "../../base/vietnamese/phones.ts";
import { slug } from "../../base/vietnamese/slug.ts";
import { readDate, readTime } from "./cell-dates.ts";
import { splitItems } from "./cell-lists.ts";
import { fieldName } from "./match-columns.ts";
import { type CellValue, quoted, type RawCell } from "./raw-table.ts";
import type { Field, FieldKind } from "./schema-fields.ts";

export interface ReadValue {
  /** `undefined`: nothing usable; a diagnostic says why. */
  readonly value: unknown;
  readonly diagnostics: readonly Diagnostic[];
}

export interface TakenValue {
  readonly value: CellValue;
  readonly diagnostics: readonly Diagnostic[];
}

const PHONES = "contact.phones";
/** Fields of numbers that people dial. */
const DIALLED: readonly string[] = [PHONES, "contact.zalo"];
const TIME = "event.time";

/** Numbers as spreadsheets shorten them: “9.12E+08”. */
const SCIENTIFIC = /^\d(?:[.,]\d+)?E\+\d+$/iu;

const fine = (value: unknown, ...diagnostics: readonly Diagnostic[]): ReadValue => ({ value, diagnostics });

/** Fields of words: they take a number or a day as people see it in the sheet. */
const SHOWN_KINDS: readonly FieldKind[] = ["text", "texts", "id"];

/**
 * What a field takes of a cell: words as the sheet shows them, numbers and days as it keeps them.
 * @param field `null` for a column that fills none
 */
export function takenValue({ value, shown }: RawCell, field: Field | null): TakenValue {
  if (!shown || (field && !isShown(field, shown.isDate))) return { value, diagnostics: [] };
  const { text, isDate } = shown;
  return { value: text, diagnostics: field && isDate ? [diagnose("rows.date-in-text", { text })] : [] };
}

/** Numbers that people dial are grouped anew: what a sheet shows of them may have lost its 0. */
const isShown = ({ kind, path }: Field, isDate: boolean): boolean =>
  SHOWN_KINDS.includes(kind) && path !== TIME && (isDate || !DIALLED.includes(path));

/** Lists and objects of JSON pass as they are: the schema knows them. */
export function readValue(cell: CellValue, field: Field): ReadValue {
  if (typeof cell === "object") return fine(cell);
  if (field.path === TIME) return readTimeCell(cell, field);
  switch (field.kind) {
    case "text":
      return readText(cell, field);
    case "texts":
      return readTexts(cell, field);
    case "id":
      return fine(idOf(String(cell)));
    case "date":
      return readDateCell(cell, field);
    case "number":
      return readNumber(cell, field);
    case "boolean":
      return readBoolean(cell, field);
    case "choice":
      return readChoice(cell, field);
    case "structure":
      return readStructure(cell, field);
  }
}

/** “A5” → `a5`, “Vươn lên” → `vuon-len`; what already is an id stays. */
export function idOf(text: string): string {
  const trimmed = text.trim();
  return /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/u.test(trimmed) ? trimmed : slug(trimmed);
}

function readText(cell: string | number | boolean, field: Field): ReadValue {
  if (typeof cell === "string" && SCIENTIFIC.test(cell)) return rounded(cell);
  return DIALLED.includes(field.path) ? readPhone(String(cell)) : fine(String(cell));
}

const rounded = (text: string): ReadValue => fine(undefined, diagnose("rows.rounded-number", { text }));

function readTexts(cell: string | number | boolean, field: Field): ReadValue {
  const isPhones = field.path === PHONES;
  const items = splitItems(String(cell), isPhones ? /[;/\n]|,(?!\d+E\+)|\s[-–]\s/iu : /[;\n]/u);
  if (!isPhones) return fine(items);
  const read = items.map((item) => (SCIENTIFIC.test(item) ? rounded(item) : readPhone(item)));
  const values = read.flatMap(({ value }) => (value === undefined ? [] : [value]));
  return fine(values.length > 0 ? values : undefined, ...read.flatMap(({ diagnostics }) => diagnostics));
}

function readPhone(text: string): ReadValue {
  if (!lostLeadingZero(text)) return fine(text);
  const repaired = groupPhone(`0${text.replace(/[\s.()-]+/gu, "")}`);
  return fine(repaired, diagnose("rows.lost-zero", { text, repaired }));
}

function unreadable(cell: CellValue, field: Field, expectedVi: string, expected: string): ReadValue {
  const params = { text: quoted(cell), field: fieldName(field), expectedVi, expected };
  return fine(undefined, diagnose("rows.unreadable-value", params));
}

const EXPECTED_DATE = [
  "một ngày dạng 04/10/2026, năm đủ bốn chữ số (nhiều ngày thì ghi ngày đầu)",
  "one date such as 04/10/2026, day first, the year in four digits (of several days, the first)",
] as const;

function readDateCell(cell: string | number | boolean, field: Field): ReadValue {
  const date = typeof cell === "boolean" ? null : readDate(cell);
  if (!date) return unreadable(cell, field, ...EXPECTED_DATE);
  if (!date.wasSerial) return fine(date.iso);
  const [year, month, day] = date.iso.split("-");
  const repaired = `${day}/${month}/${year}`;
  return fine(date.iso, diagnose("rows.serial-date", { text: String(cell), repaired }));
}

function readTimeCell(cell: string | number | boolean, field: Field): ReadValue {
  const time = typeof cell === "boolean" ? null : readTime(cell);
  return time === null
    ? unreadable(cell, field, "giờ dạng 7:30 hoặc 7 giờ 30", "a time such as 7:30")
    : fine(time);
}

/** Digits with a comma or point as decimal mark; percent and words are refused. */
function readNumber(cell: string | number | boolean, field: Field): ReadValue {
  if (typeof cell === "number") return fine(cell);
  const text = String(cell).trim();
  const number = /^-?\d+(?:[.,]\d+)?$/u.test(text) ? Number(text.replace(",", ".")) : Number.NaN;
  return Number.isNaN(number) ? unreadable(cell, field, "một số", "a number") : fine(number);
}

const YES = ["co", "x", "true", "yes", "1", "dung"];
const NO = ["khong", "false", "no", "0", "sai"];

function readBoolean(cell: string | number | boolean, field: Field): ReadValue {
  if (typeof cell === "boolean") return fine(cell);
  const word = slug(String(cell));
  if (YES.includes(word)) return fine(true);
  return NO.includes(word) ? fine(false) : unreadable(cell, field, "có hoặc không", "yes or no");
}

function readChoice(cell: string | number | boolean, field: Field): ReadValue {
  const found = field.choices.find((choice) => slug(choice) === slug(String(cell)));
  if (found !== undefined) return fine(found);
  const nearby = nearestList(String(cell), field.choices);
  return unreadable(cell, field, nearby, nearby);
}

/** JSON in a cell, or words for those who read them. */
function readStructure(cell: string | number | boolean, field: Field): ReadValue {
  if (typeof cell !== "string" || !/^\s*[[{]/u.test(cell)) return fine(cell);
  try {
    return fine(JSON.parse(cell));
  } catch {
    return unreadable(cell, field, "JSON đúng cú pháp", "well-formed JSON");
  }
}
