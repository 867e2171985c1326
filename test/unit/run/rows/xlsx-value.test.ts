import * as XLSX from "@e965/xlsx";
import { expect, test } from "vitest";
import { sheetValue } from "../../../../src/run/rows/xlsx-value.ts";
import fc from "../../../support/property.ts";

/** A number as a reader of workbooks gives it. */
const cell = (v: number, z: string): XLSX.CellObject => ({ t: "n", v, z, w: XLSX.SSF.format(z, v) });
const read = (v: number, z: string) => {
  const { value, shown } = sheetValue(cell(v, z), false);
  return [value, shown?.text ?? null, shown?.isDate ?? false];
};

test.each<[number, string, unknown, string | null]>([
  [7, "000", 7, "007"],
  [12, '"GCN-"000', 12, "GCN-012"],
  [0.12, "0%", 0.12, "12%"],
  [8.5, "0.00", 8.5, "8,50"],
  [1_200_000, '#,##0 "đ"', 1_200_000, "1.200.000 đ"],
  [1234.5, "#,##0.00", 1234.5, "1.234,50"],
  [7, '"v1.2-"00', 7, "v1.2-07"],
  [5, '_-* 0 "đ"_-', 5, "5 đ"],
  [7, "General", 7, null],
  [7, "@", 7, null],
  [7, "0", 7, null],
  // What shows nothing, or fewer digits than there are, is no way to write a number.
  [7, ";;;", 7, null],
  [912345678, "0.00E+00", 912345678, null],
  [252_3822_999, "00000000000", "02523822999", null],
])("%d as %s", (v, z, value, text) => expect(read(v, z)).toEqual([value, text, false]));

test.each<[number, string, string, string | null]>([
  [46_000, "d-mmm", "2025-12-09", "9/12"],
  [46_000, "dd/mm/yyyy", "2025-12-09", "09/12/2025"],
  [46_000, "m/d/yy", "2025-12-09", "09/12/2025"],
  [46_000, "[$-42A]dddd, dd mmmm yyyy", "2025-12-09", "09/12/2025"],
  [46_000, '"ngày" dd "tháng" mm "năm" yyyy', "2025-12-09", "09/12/2025"],
  [46_000, "mmm-yy", "2025-12-09", "12/2025"],
  [46_000.3125, "dd/mm/yyyy hh:mm", "2025-12-09T07:30", "09/12/2025 07:30"],
  [46_000.3125, "m/d/yy h:mm AM/PM", "2025-12-09T07:30", "09/12/2025 07:30"],
  [46_000.3125, "dd/mm/yyyy", "2025-12-09T07:30", "09/12/2025"],
  [46_000.3125, "h:mm", "2025-12-09T07:30", "07:30"],
])("day %d as %s", (v, z, value, text) => expect(read(v, z)).toEqual([value, text, true]));

test("a time of day is read as it is shown", () => {
  expect(read(0.3125, "h:mm")).toEqual(["07:30", null, false]);
});

test("any number in any format of digits is shown as the sheet shows it, and kept as it is", () => {
  const format = fc
    .tuple(
      fc.constantFrom("", '"GCN-"', '"Số "'),
      fc.integer({ min: 1, max: 3 }),
      fc.constantFrom("", '"/QĐ"'),
    )
    .map(([before, zeros, after]) => `${before}${"0".repeat(zeros)}${after}`);
  fc.assert(
    fc.property(fc.nat(99_999), format, (v, z) => {
      const { value, shown } = sheetValue(cell(v, z), false);
      expect([value, shown?.text ?? String(value)]).toEqual([v, XLSX.SSF.format(z, v)]);
    }),
  );
});
