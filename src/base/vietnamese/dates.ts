/** Dates and times as they are written on Vietnamese papers. */

const WEEKDAYS = ["Chủ nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"] as const;
const SHORT_WEEKDAYS = ["CN", "T2", "T3", "T4", "T5", "T6", "T7"] as const;
const MONTHS = [
  "Một",
  "Hai",
  "Ba",
  "Tư",
  "Năm",
  "Sáu",
  "Bảy",
  "Tám",
  "Chín",
  "Mười",
  "Mười Một",
  "Mười Hai",
] as const;

/** `2026-10-04` → `04/10/2026`. All functions here throw RangeError for what is no day of the calendar. */
export function shortDate(iso: string): string {
  const { year, month, day } = readDate(iso);
  return `${day}/${month}/${year}`;
}

/** `2026-10-04` → `ngày 04/10/2026`. */
export const longDate = (iso: string): string => `ngày ${shortDate(iso)}`;

/**
 * `2026-10-04` → `ngày 04 tháng 10 năm 2026`, the form of certificates and letters: days below 10 and the months 1
 * and 2 have a zero before them (Decree 30/2020/NĐ-CP, appendix I, part II, 4).
 */
export function formalDate(iso: string): string {
  const { year, month, day } = readDate(iso);
  const written = Number(month) <= 2 ? month : String(Number(month));
  return `ngày ${day} tháng ${written} năm ${year}`;
}

/** `2026-10-04` → `Chủ nhật`. */
export const weekday = (iso: string): string => WEEKDAYS[readDate(iso).weekday]!;

/** `2026-10-04` → `CN`, `2026-10-05` → `T2`: for calendars. */
export const shortWeekday = (iso: string): string => SHORT_WEEKDAYS[readDate(iso).weekday]!;

/** `10` → `tháng Mười`. @param month 1–12 */
export function monthName(month: number): string {
  const name = MONTHS[month - 1];
  if (name === undefined) throw new RangeError(`${month} is not a month`);
  return `tháng ${name}`;
}

/** `07:30` → `7 giờ 30`; `14:00` → `14 giờ`. */
export function clockTime(time: string): string {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/u.exec(time);
  if (!match) throw new RangeError(`“${time}” is not a time of the form HH:MM`);
  const [, hours, minutes] = match;
  return minutes === "00" ? `${Number(hours)} giờ` : `${Number(hours)} giờ ${minutes}`;
}

interface CalendarDay {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  /** 0 is Sunday. */
  readonly weekday: number;
}

function readDate(iso: string): CalendarDay {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(iso);
  if (!match) throw new RangeError(`“${iso}” is not a date of the form YYYY-MM-DD`);
  const [, year, month, day] = match as unknown as [string, string, string, string];
  const date = new Date(`${iso}T00:00:00Z`);
  // JavaScript turns 31 April into 1 May.
  if (Number.isNaN(date.getTime()) || date.getUTCDate() !== Number(day))
    throw new RangeError(`“${iso}” is no day of the calendar`);
  return { year, month, day, weekday: date.getUTCDay() };
}
