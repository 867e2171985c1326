import { expect, test } from "vitest";
import { isNumberingLine, SectionNumbers, totalOf } from "../../../../src/run/rows/idle-lines.ts";
import { rowsFolder } from "../../../support/rows.ts";

const { read, refusal } = rowsFolder();

test.each<[readonly (string | number | null)[], boolean]>([
  [["(1)", "(2)", "(3)"], true],
  [[1, 2, 3, 4], true],
  [["A", "B", 1, 2, 3], true],
  [["(1)", null, "(2)", "(3)", "(4)=(2)+(3)"], true],
  [["A", 1, 2, 3], true],
  [["A", 1, 2], false],
  [[1, 2], false],
  [[2, 3, 4], false],
  [[1, "Nguyễn Văn An", 3], false],
  [["B", "A", 1], false],
  [["A", "B", "C"], false],
  [[1, 2, 4], false],
])("%j numbers columns: %s", (cells, is) => expect(isNumberingLine(cells)).toBe(is));

test.each([
  ["Tổng cộng: 12 người", true],
  ["TỔNG CỘNG", true],
  ["Tổng số danh sách này có 12 người", true],
  ["Cộng:", true],
  ["cộng 12", true],
  ["Tổng công ty Cổ phần 36", false],
  ["Cộng Hòa 12", false],
  ["Tổng cộngg 1", false],
  ["Nguyễn Văn Tổng", false],
])("%s is a total: %s", (text, is) => expect(totalOf([null, " ", text], (each) => each) !== null).toBe(is));

test("of an official table only the people are rows", async () => {
  const table = [
    "DANH SÁCH ĐẠI BIỂU;;",
    "TT;Họ và tên;Chức vụ",
    "(1);(2);(3)",
    "1;Lê Thị Hà;Hiệu trưởng",
    "Cộng: 1 người;;",
    "2;Lê Văn Bình;Trưởng phòng",
    ";Tổng cộng: 2 người;",
  ].join("\n");
  const { rows, findings } = await read(table);
  expect(rows.map(({ number, line, title }) => [number, line, title])).toEqual([
    [1, 4, "Lê Thị Hà"],
    [2, 6, "Lê Văn Bình"],
  ]);
  expect(findings.map(({ code, where: { line } }) => [code, line])).toEqual([
    ["rows.header-found", 2],
    ["rows.numbering-line", 3],
    ["rows.total-lines", 5],
  ]);
  expect(findings[2]!.message.vi).toBe("2 dòng là dòng cộng, không dùng: 5, 7 (“Cộng: 1 người”).");
});

test("numbers of columns alone are no row", async () => {
  expect(await refusal("TT;Họ và tên;Chức vụ\n1;2;3\n")).toEqual(["rows.header-only"]);
});

const TABLE = { columns: 4, used: new Set([1, 2]), read: (text: string) => text };
const NOT_WIDE = new Map<number, number>();

test("headings of sections are those whose numbers begin and count up", () => {
  const headings = (lines: readonly (readonly (string | number | null)[])[], more = {}) => {
    const sections = new SectionNumbers({ ...TABLE, ...more });
    return lines.map((cells) => sections.headingOf(cells, NOT_WIDE));
  };
  expect(
    headings([
      ["I", "KHỐI CAO ĐẲNG"],
      [1, "Lê Thị Hà"],
      ["II.", null, "Khối trung cấp"],
    ]),
  ).toEqual(["I – KHỐI CAO ĐẲNG", null, "II. – Khối trung cấp"]);
  expect(
    headings([
      ["A. Trường công lập"],
      ["I/ Miền núi"],
      ["II/ Miền xuôi"],
      ["B. Trường tư"],
      ["I/ Thành phố"],
    ]),
  ).not.toContain(null);
  expect(headings("ABCDEFGHI".split("").map((letter) => [letter, "Nhóm"]))).not.toContain(null);
  expect(
    headings([["V. Hùng"], ["II", "Khối trung cấp"], ["C", "An"], ["I. "], ["I"], ["Lê Thị Hà"]]),
  ).toEqual(Array.from({ length: 6 }, () => null));
  expect(
    headings([
      ["I", "Lê Thị Hà", "Hiệu trưởng"],
      ["I", 2025],
      ["I", "x".repeat(201)],
    ]),
  ).toEqual([null, null, null]);
  expect(headings([["I", "Lê Thị Hà"]], { columns: 2 })).toEqual([null]);
  expect(headings([["A", "B"]], { used: new Set([0, 1]) })).toEqual([null]);
});

test("a numbered text over three columns is a heading, wherever its numbers begin", () => {
  const over = (number: string, last: number) =>
    new SectionNumbers(TABLE).headingOf([number, "Khối trung cấp"], new Map([[1, last]]));
  expect([over("II", 3), over("II", 2), over("7", 3)]).toEqual(["II – Khối trung cấp", null, null]);
});

test("one cell over three columns is a heading, over two a name", () => {
  const over = (last: number) =>
    new SectionNumbers(TABLE).headingOf(["Khối văn phòng"], new Map([[0, last]]));
  expect([over(1), over(2)]).toEqual([null, "Khối văn phòng"]);
});

test("sections of a table are no rows, and told", async () => {
  const { rows, findings } = await read(
    [
      "TT;Họ và tên;Chức vụ;Đơn vị",
      "I;KHỐI CAO ĐẲNG;;",
      "1;Lê Thị Hà;Hiệu trưởng;Trường A",
      "II;KHỐI TRUNG CẤP;;",
      "1;Lê Văn Bình;Trưởng phòng;Trường B",
    ].join("\n"),
  );
  expect(rows.map(({ line, title }) => [line, title])).toEqual([
    [3, "Lê Thị Hà"],
    [5, "Lê Văn Bình"],
  ]);
  expect(findings.map(({ code, message }) => [code, message.vi])).toContainEqual([
    "rows.section-lines",
    "2 dòng là tên nhóm, không dùng: 2, 4 (“I – KHỐI CAO ĐẲNG”).",
  ]);
});
