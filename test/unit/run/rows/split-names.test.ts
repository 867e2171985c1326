import { describe, expect, test } from "vitest";
import { isKnownKind, kindOfName } from "../../../../src/run/rows/match-columns.ts";
import { splitNames, withWholeNames } from "../../../../src/run/rows/split-names.ts";
import { places, rowsFolder } from "../../../support/rows.ts";

const { read } = rowsFolder();

describe("where a name is in several columns", () => {
  test.each<[string, readonly string[], readonly (readonly [number, number])[], unknown]>([
    ["side by side", ["STT", "Họ đệm", "Tên", "Lớp"], [], [{ from: 1, to: 2, header: "Họ và tên" }]],
    ["in capitals without marks", ["HO", "TEN"], [], [{ from: 0, to: 1, header: "Họ và tên" }]],
    [
      "under one heading",
      ["STT", "Họ và tên", "", "Lớp"],
      [[1, 2]],
      [{ from: 1, to: 2, header: "Họ và tên" }],
    ],
    ["a heading without a name beside one that is not merged", ["Họ và tên", "", "Lớp"], [], []],
    ["a merged heading of something else", ["Địa chỉ", ""], [[0, 1]], []],
    ["a given name elsewhere", ["Họ", "Lớp", "Tên"], [], []],
    ["a given name alone", ["Tên", "Lớp"], [], []],
  ])("%s", (_, headings, wide, expected) => {
    expect(splitNames(headings, new Map(wide), (header) => isKnownKind(kindOfName(header)))).toEqual(
      expected,
    );
  });

  test("not where the caller's map knows one of them", () => {
    expect(splitNames(["Họ", "Tên"], new Map(), (header) => header === "Tên")).toEqual([]);
  });
});

test("a line may lack a part, or end before it", () => {
  const names = [{ from: 1, to: 2, header: "Họ và tên" }];
  const cells = (...given: (string | null)[]) =>
    withWholeNames({ line: 1, cells: given, shown: new Map(), wide: new Map(), noticed: [] }, names).cells;
  expect(cells("1", " Nguyễn Văn ", "An", "12A")).toEqual(["1", "Nguyễn Văn An", null, "12A"]);
  expect(cells("1", null, "An")).toEqual(["1", "An", null]);
  expect(cells("1", "An")).toEqual(["1", "An"]);
  expect(cells("1")).toEqual(["1"]);
});

test("of a class list each has the whole name", async () => {
  const { rows, findings, columns } = await read(
    "TT;Họ và chữ đệm;Tên;Lớp\n1;Nguyễn Thị;Ánh;12A1\n2;Lê Văn;Bình;12A2\n",
  );
  expect(columns).toEqual(["TT", "Họ và tên", "Lớp"]);
  expect(rows.map(({ title, diagnostics }) => [title, diagnostics])).toEqual([
    ["Nguyễn Thị Ánh", []],
    ["Lê Văn Bình", []],
  ]);
  expect(places(findings)).toEqual(["rows.joined-name"]);
  expect(findings[0]!.message.vi).toBe("Các cột B–C được ghép thành một tên: “Họ và tên”.");
});
