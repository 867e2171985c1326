import { read, utils } from "@e965/xlsx";
import { expect, test } from "vitest";
import { diagnose } from "../../../../../src/base/diagnostic.ts";
import { proofBook } from "../../../../../src/run/batch/proof/proof-book.ts";
import type { MappedRow } from "../../../../../src/run/rows/map-row.ts";

const headers = ["Lỗi cần sửa", "Họ tên", "Điện thoại"];
const row = (number: number, ...values: readonly unknown[]): MappedRow => ({
  number,
  line: number + 1,
  request: {},
  title: null,
  slug: `row-${number}`,
  diagnostics: [],
  columns: new Map(),
  cells: values
    .map((value, index) => ({ column: { index, header: headers[index]! }, value: value as string }))
    .filter(({ value }) => value !== null),
});
async function* all(...rows: readonly MappedRow[]) {
  yield* rows;
}

const overflow = diagnose(
  "preflight.overflow",
  { frame: "tên", excess: 3 },
  { row: 2, column: 2, header: "Họ tên" },
);
const twice = diagnose("run.duplicate-row", { other: 1 }, { row: 3 });
const note = diagnose("run.same-subject", { subject: "An", other: 1 }, { row: 1 });
const leftover = diagnose("run.leftover-files", { count: 1, files: "x.pdf" });

async function book(limit: number | null = null) {
  const bytes = await proofBook({
    rows: all(
      row(1, "lỗi của lần trước", "An", "0252 3822 999"),
      row(2, null, "=HYPERLINK(1)", 84),
      row(3, null, "a\u0001b\ud800", null),
    ),
    limit,
    reports: [
      { row: 1, line: 2, title: "An", diagnostics: [note] },
      { row: 2, line: 3, title: null, diagnostics: [overflow] },
      { row: 3, line: 4, title: null, diagnostics: [twice] },
    ],
    diagnostics: [leftover],
  });
  return read(bytes, { cellStyles: true });
}
const cells = (sheet: object) => utils.sheet_to_json<unknown[]>(sheet, { header: 1, defval: null });

test("rows as they were read, what is to be mended before them, the old complaints gone", async () => {
  const { Sheets, SheetNames } = await book();
  expect(SheetNames).toEqual(["Dữ liệu", "Chi tiết"]);
  expect(cells(Sheets["Dữ liệu"]!)).toEqual([
    ["Lỗi cần sửa", "Họ tên", "Điện thoại"],
    [null, "An", "0252 3822 999"],
    [`${overflow.message.vi} ${overflow.hint.vi}`, "=HYPERLINK(1)", 84],
    [`${twice.message.vi} ${twice.hint.vi}`, "ab", null],
  ]);
});

test("text that looks like a formula is no formula", async () => {
  const cell = (await book()).Sheets["Dữ liệu"]!.B3;
  expect([cell.t, cell.f]).toEqual(["s", undefined]);
});

test("the cells to mend are red, those to look at yellow, the others plain", async () => {
  const sheet = (await book()).Sheets["Dữ liệu"]!;
  const fill = (place: string) => sheet[place]?.s?.fgColor?.rgb ?? null;
  expect(["A3", "B3", "C3", "A4", "B4", "A2", "B2"].map(fill)).toEqual([
    ...["FFC7CE", "FFC7CE", null],
    ...["FFEB9C", null, null, null],
  ]);
});

test("every finding is told in both languages, the run's first", async () => {
  const [heading, ...lines] = cells((await book()).Sheets["Chi tiết"]!);
  expect(heading).toHaveLength(6);
  expect(lines.map((line) => line.slice(0, 4))).toEqual([
    [null, null, "Cảnh báo", "run.leftover-files"],
    [1, null, "Ghi chú", "run.same-subject"],
    [2, "Họ tên", "Lỗi", "preflight.overflow"],
    [3, null, "Cảnh báo", "run.duplicate-row"],
  ]);
  expect(lines[2]!.slice(4)).toEqual([
    `${overflow.message.vi} ${overflow.hint.vi}`,
    `${overflow.message.en} ${overflow.hint.en}`,
  ]);
});

test("only the rows of the run", async () => {
  expect(cells((await book(1)).Sheets["Dữ liệu"]!)).toHaveLength(2);
});
