import { expect, test } from "vitest";
import { readDate, readTime } from "../../../../src/run/rows/cell-dates.ts";

test.each([
  ["04/10/2026", "2026-10-04"],
  ["4-10-26", "2026-10-04"],
  ["4.10.2026", "2026-10-04"],
  ["2026-10-04", "2026-10-04"],
  ["2026-10-04T07:30", "2026-10-04"],
  ["ngày 4 tháng 10 năm 2026", "2026-10-04"],
  ["Ngày 04/10/2026", "2026-10-04"],
  ["29/02/2028", "2028-02-29"],
  [46299, "2026-10-04"],
  ["46299", "2026-10-04"],
  [46299.3, "2026-10-04"],
  // No day of the calendar, or month before day.
  ["29/02/2027", undefined],
  ["31/04/2026", undefined],
  ["10/25/2026", undefined],
  ["tháng 10", undefined],
  [2026, undefined],
  [912345678, undefined],
])("%s → %s", (text, iso) => expect(readDate(text)?.iso).toBe(iso));

test("a bare number is told apart", () => {
  expect([readDate("46299")?.wasSerial, readDate("04/10/2026")?.wasSerial]).toEqual([true, false]);
});

test.each([
  ["7:30", "07:30"],
  ["07:30:00", "07:30"],
  ["7h30", "07:30"],
  ["7h", "07:00"],
  ["7 giờ 30", "07:30"],
  ["14 giờ 05 phút", "14:05"],
  ["2026-10-04T07:30", "07:30"],
  [0.3125, "07:30"],
  ["24:00", null],
  ["7:60", null],
  ["sáng", null],
  [1.5, null],
])("%s → %s", (text, time) => expect(readTime(text)).toBe(time));
