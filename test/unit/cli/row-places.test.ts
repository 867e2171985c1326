import { expect, test } from "vitest";
import { rowPlaces } from "../../../src/cli/row-places.ts";

const place = (row: number, line = row + 1) => ({ row, line });

test("rows are named by the table's count and by their lines", () => {
  expect(rowPlaces([place(9, 11)], 1)).toEqual({
    vi: "Dòng 9 (hàng 11 của tệp)",
    en: "Row 9 (line 11 of the file)",
  });
  expect(rowPlaces([place(1), place(2)], 2).en).toBe("Row 1, 2 (line 2, 3 of the file)");
});

test("lines that count as rows do are not told", () => {
  expect(rowPlaces([place(3, 3)], 1)).toEqual({ vi: "Dòng 3", en: "Row 3" });
});

test("of many the first are named", () => {
  const places = Array.from({ length: 12 }, (_, i) => place(i + 1));
  expect(rowPlaces(places, 40)).toEqual({
    vi: "Dòng 1, 2, 3, 4, 5, 6, 7, 8 và 32 dòng khác (hàng 2, 3, 4, 5, 6, 7, 8, 9 … của tệp)",
    en: "Row 1, 2, 3, 4, 5, 6, 7, 8 and 32 more (line 2, 3, 4, 5, 6, 7, 8, 9 … of the file)",
  });
});
