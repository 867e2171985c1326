import { expect, test } from "vitest";
import { readDate, readTime } from "../../../../src/run/rows/cell-dates.ts";
import fc from "../../../support/property.ts";

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
  // A time or a remark may follow.
  ["04/10/2026 7:30", "2026-10-04"],
  ["04/10/2026 00:00:00", "2026-10-04"],
  ["04/10/2026, 7h30 - 11h", "2026-10-04"],
  ["04/10/2026 - 14 giờ 05 phút (Chủ nhật)", "2026-10-04"],
  ["04/10/2026 (24/8 âm lịch)", "2026-10-04"],
  ["2026-10-04 07:30", "2026-10-04"],
  ["2026-10-04T07:30:00.000+07:00", "2026-10-04"],
  ["Ngày 4 tháng 10 năm 2026 (Chủ nhật)", "2026-10-04"],
  // Of several days, none is chosen in silence.
  ["04/10/2026 và 05/10/2026", undefined],
  ["04/10/2026 - 06/10/2026", undefined],
  ["04/10/2026 (đến 06/10/2026)", undefined],
  ["2026-10-04 - 2026-10-06", undefined],
  ["2026-10-04 đến 06", undefined],
  ["4-6/10/26", undefined],
  ["4-6/10", undefined],
  // A year of which century?
  ["04/10/49", "2049-10-04"],
  ["04/10/50", undefined],
  ["04/10/98", undefined],
  // No day of the calendar, or month before day.
  ["29/02/2027", undefined],
  ["31/04/2026", undefined],
  ["10/25/2026", undefined],
  ["tháng 10", undefined],
  [2026, undefined],
  [912345678, undefined],
])("%s → %s", (text, iso) => expect(readDate(text)?.iso).toBe(iso));

test("a date is read with nothing behind it but a time or a remark: other words are never dropped", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "đ", "n", "v", "1", "/", "-", " "), minLength: 1 });
  fc.assert(
    fc.property(word, (rest) => {
      fc.pre(/[avđn]/u.test(rest));
      expect(readDate(`04/10/2026 ${rest}`)).toBeNull();
      expect(readDate(`2026-10-04 ${rest}`)).toBeNull();
      expect(readDate(`04/10/2026 7:30 ${rest}`)).toBeNull();
    }),
  );
});

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
