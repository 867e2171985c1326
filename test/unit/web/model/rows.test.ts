import { expect, test } from "vitest";
import { filledRows, tellApart, toCsv } from "../../../../src/web/model/rows.ts";

test("columns of one name are told apart, by what readers of tables take for one name", () => {
  expect(tellApart(["Chức vụ", "chức-vụ ", "Chức vụ (2)", "Chức vụ"])).toEqual([
    "Chức vụ",
    "chức-vụ (2)",
    "Chức vụ (2) (2)",
    "Chức vụ (3)",
  ]);
});

test("rows without a word are not counted", () => {
  expect(
    filledRows({
      headers: ["a", "b"],
      rows: [
        ["", " \u00a0"],
        ["x", ""],
        ["", ""],
        ["", "y"],
      ],
    }),
  ).toEqual([1, 3]);
});

test("cells with commas, quotes and line breaks stay cells", () => {
  expect(toCsv({ headers: ["a", "b"], rows: [["1, 2", 'nói "có"\nrồi']] })).toBe(
    'a,b\r\n"1, 2","nói ""có""\nrồi"',
  );
});
