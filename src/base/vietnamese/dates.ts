/** Dates and times as they are written on Vietnamese papers. */

const WEEKDAYS = ["Chủ nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"] as const;

/** `2026-10-04` → `04/10/2026`. */
export function shortDate(iso: string): string {
  const { year, month, day } = readDate(iso);
  return `${day}/${month}/${year}`;
}

/** `2026-10-04` → `ngày 04/10/2026`. */
export const longDate = (iso: string): string => `ngày ${shortDate(iso)}`;

/** `2026-10-04` → `Chủ nhật`. */
export function weekday(iso: string): string {
  const { year, month, day } = readDate(iso);
  return WEEKDAYS[new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDay()]!;
}

/** `07:30` → `7 giờ 30`; `14:00` → `14 giờ`. */
export function clockTime(time: string): string {
  const match = /^(\d\d):(\d\d)$/u.exec(time);
  if (!match) throw new RangeError(`“${time}” is not a time of the form HH:MM`);
  const [, hours, minutes] = match;
  return minutes === "00" ? `${Number(hours)} giờ` : `${Number(hours)} giờ ${minutes}`;
}

function readDate(iso: string): { readonly year: string; readonly month: string; readonly day: string } {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(iso);
  if (!match) throw new RangeError(`“${iso}” is not a date of the form YYYY-MM-DD`);
  const [, year, month, day] = match as unknown as [string, string, string, string];
  return { year, month, day };
}
