import { expect, test } from "vitest";
import { ClosingLines } from "../../../../src/run/rows/closing-lines.ts";
import { rowsFolder } from "../../../support/rows.ts";

const { read } = rowsFolder();

const closed = (lines: readonly (readonly (string | number | null)[])[], columns = 5) => {
  const closing = new ClosingLines({ columns, used: new Set([1, 2]), read: (text) => text });
  return lines.map((cells) => closing.wordsOf(cells) !== null);
};
const ROW = [1, "Lê Thị Hà", "Hàn K12", "Giỏi", "Nữ"];

test.each([
  ["a place and day", [null, null, null, "Lâm Đồng, ngày 01 tháng 6 năm 2026"]],
  ["a day to fill in", [null, null, "Ngày … tháng … năm 20…"]],
  ["how many it holds", ["Danh sách này có 45 học sinh./."]],
  ["that in older words", ["Ấn định danh sách gồm 45 (bốn mươi lăm) học sinh"]],
  ["a remark", ["* Ghi chú: học sinh nhận bằng tại phòng Đào tạo"]],
  ["who signs", ["NGƯỜI LẬP BIỂU", null, "HIỆU TRƯỞNG"]],
  ["how to sign", [null, "(Ký, ghi rõ họ tên)", null, "(Ký tên, đóng dấu)"]],
])("%s closes the table: what stands below is no row", (_, line) => {
  expect(closed([ROW, line, ["Phạm Thị Lan", null, "Nguyễn Văn Hiệu"]])).toEqual([false, true, true]);
});

test.each([
  ["a name and post", [null, "Lê Thị Hà", "Hiệu trưởng"]],
  ["a day beside its event", ["Ngày hội", "Lâm Đồng, ngày 01 tháng 6 năm 2026"]],
  ["somebody called Ký", [null, "Ký Thị Lan"]],
  ["a remark in a row", [3, "Lê Thị Hà", null, null, "Ghi chú: vắng"]],
])("%s does not", (_, line) => {
  expect(closed([ROW, line, ROW])).toEqual([false, false, false]);
});

test("rows as full as those above begin again: several lists in one table", () => {
  expect(closed([ROW, ["NGƯỜI LẬP"], ["Lan"], ROW, [2, "Lê Văn Bình"]])).toEqual([
    ...[false, true, true, false, false],
  ]);
  // All columns of a narrow table.
  expect(closed([["NGƯỜI LẬP"], ["Lan", "Hiệu"], ["1", "An", "12A"]], 3)).toEqual([true, true, false]);
});

test("a table of two columns may hold anything", () => {
  expect(closed([["Ghi chú: a"], ["b"]], 2)).toEqual([false, false]);
});

test("whoever signs a list gets no piece, and it is told", async () => {
  const { rows, findings } = await read(
    [
      "Họ và tên;Lớp;Xếp loại;Ghi chú",
      "Lê Thị Hà;Hàn K12;Giỏi;",
      "Lê Văn Bình;Hàn K12;Khá;",
      ";;Lâm Đồng, ngày 01 tháng 6 năm 2026;",
      "NGƯỜI LẬP BIỂU;;HIỆU TRƯỞNG;",
      "Phạm Thị Lan;;Nguyễn Văn Hiệu;",
    ].join("\n"),
    { hasInstitution: true },
  );
  expect(rows.map(({ title }) => title)).toEqual(["Lê Thị Hà", "Lê Văn Bình"]);
  expect(findings.map(({ code, where, message }) => [code, where.line, message.vi])).toContainEqual([
    "rows.closing-lines",
    4,
    "3 dòng cuối bảng là ghi chú và phần ký tên, không dùng: 4, 5, 6 (“Lâm Đồng, ngày 01 tháng 6 năm 2026”).",
  ]);
});
