/** Dates and times as people type them into tables. */

/** A date as ISO, and whether it was a bare spreadsheet number. */
export interface ReadDate {
  readonly iso: string;
  readonly wasSerial: boolean;
}

/** Day 0 of spreadsheets, so that 1 March 1900 and all later days are right. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
/** 1954 to 2064: other numbers are no dates of a campaign. */
const SERIALS = { from: 20_000, to: 60_000 };

/** Windows takes later two-digit years for those of the last century: nobody can tell what was meant. */
const LATEST_SHORT_YEAR = 49;

const CLOCK = String.raw`\d{1,2}(?::\d\d){1,2}(?:\.\d+)?(?: ?[ap]m)?|\d{1,2} ?(?:h|g|giờ)(?: ?\d\d)?(?: ?(?:phút|p|'))?`;
/** What may follow a day: its time, and a remark without another day in it. Anything else may be the end of a period. */
const REST = String.raw`(?:,? (?:- |lúc )?(?:${CLOCK})(?: ?[-–] ?(?:${CLOCK}))?)?(?: ?\((?![^()]*\d[-/.]\d+[-/.]\d)[^()]*\))?`;
const ISO = new RegExp(
  String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:t(?:${CLOCK})(?:z|[-+]\d\d:?\d\d)?|${REST})$`,
  "u",
);
const LOCAL = new RegExp(String.raw`^(?:ngày )?(\d{1,2})( ?[-/.] ?)(\d{1,2})\2(\d{4}|\d{2})${REST}$`, "u");
const IN_WORDS = new RegExp(String.raw`^ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})${REST}$`, "u");

/**
 * `04/10/2026`, `4-10-26`, `2026-10-04`, `ngày 4 tháng 10 năm 2026` or a spreadsheet's number of days, with a time or a
 * remark in brackets behind it. Day before month, as in Vietnam. `null` for what is no day of the calendar or more than
 * one, and for a short year that may be one of the last century.
 */
export function readDate(value: string | number): ReadDate | null {
  if (typeof value === "number" || /^\d{5}(?:\.\d+)?$/u.test(value)) return fromSerial(Number(value));
  const text = value.normalize("NFC").toLowerCase().replace(/\s+/gu, " ").trim();
  const iso = ISO.exec(text);
  if (iso) return checkedDate(iso[1]!, iso[3]!, iso[4]!);
  const local = LOCAL.exec(text);
  if (local) return checkedDate(local[4]!, local[3]!, local[1]!);
  const words = IN_WORDS.exec(text);
  return words ? checkedDate(words[3]!, words[2]!, words[1]!) : null;
}

function fromSerial(serial: number): ReadDate | null {
  if (!(serial >= SERIALS.from && serial <= SERIALS.to)) return null;
  const iso = new Date(DAY_ZERO + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10);
  return { iso, wasSerial: true };
}

function checkedDate(year: string, month: string, day: string): ReadDate | null {
  if (year.length === 2 && Number(year) > LATEST_SHORT_YEAR) return null;
  const full = year.length === 2 ? `20${year}` : year;
  const iso = `${full}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = new Date(`${iso}T00:00:00Z`);
  // 31 April would become 1 May.
  const isReal = !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day);
  return isReal ? { iso, wasSerial: false } : null;
}

/** `7:30`, `7h30`, `7 giờ 30`, `14 giờ`, the time of `2026-10-04T07:30`, or a day's fraction, as `HH:MM`. */
export function readTime(value: string | number): string | null {
  if (typeof value === "number") {
    if (!(value >= 0 && value < 1)) return null;
    const minutes = Math.round(value * 24 * 60);
    return clock(Math.floor(minutes / 60), minutes % 60);
  }
  const text = value.normalize("NFC").toLowerCase().trim();
  const found =
    /^(?:\d{4}-\d\d-\d\dt)?(\d{1,2}):(\d\d)(?::\d\d)?$/u.exec(text) ??
    /^(\d{1,2}) ?(?:h|g|giờ) ?(\d\d)?(?: ?(?:phút|p|'))?$/u.exec(text);
  return found ? clock(Number(found[1]), Number(found[2] ?? 0)) : null;
}

const clock = (hours: number, minutes: number): string | null =>
  hours < 24 && minutes < 60 ? `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}` : null;
