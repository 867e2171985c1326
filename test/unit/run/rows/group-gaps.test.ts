import { expect, test } from "vitest";
import { places, rowsFolder } from "../../../support/rows.ts";

const { read } = rowsFolder();

const found = async (table: string) => {
  const { findings } = await read(table, { hasInstitution: true });
  return findings.map(({ code, where, message }) => [code, where.header, message.en.split(": ").at(-1)]);
};

test("a class that stands once for its rows is told, with the rows that lack it", async () => {
  const table = "Lớp,Họ và tên\n10A1,An\n,Bình\n,Cúc\n10A2,Dũng\n,Em\n";
  expect(await found(table)).toEqual([["rows.group-gaps", "Lớp", "2, 3, 5."]]);
});

test("a school that stands once for its rows is told", async () => {
  const table = "Tên trường,Địa chỉ,Ngành\nTrường A,1 Lê Lợi,Hàn\n,,May\nTrường B,2 Lê Lợi,Dược\n,,Điện\n";
  expect(await found(table)).toEqual([["rows.group-gaps", "Tên trường", "2, 4."]]);
});

test("many rows are counted and the first named", async () => {
  const table = `Lớp,Họ và tên\n10A1,Người 1\n${Array.from({ length: 20 }, (_, i) => `,Bạn ${i}\n`).join("")}`;
  const { findings } = await read(table, { hasInstitution: true });
  expect(findings[0]?.message.en).toContain("20 rows below are empty: 2, 3, 4, 5, 6, 7, 8, 9, ….");
});

test.each([
  ["a column filled row by row, with gaps", "Ông/Bà,Họ và tên\nÔng,An\nÔng,Bình\n,Cúc\n,Dũng\n"],
  ["one name that is missing among many", "Họ và tên,Lớp\nAn,1\nBình,2\n,3\nDũng,4\n"],
  ["what is empty behind the names", "Họ và tên,Lớp\nAn,1\nBình,\nCúc,\nDũng,\n"],
  ["a column that is empty from the start", "Lớp,Họ và tên\n,An\n,Bình\n10A1,Cúc\n"],
  ["a column that is not used", "Ngày sinh,Họ và tên\n2/3/2008,An\n,Bình\n,Cúc\n"],
])("nothing is said of %s", async (_, table) => {
  const { findings } = await read(table, { hasInstitution: true });
  expect(places(findings).filter((code) => code.startsWith("rows.group-gaps"))).toEqual([]);
});

test("rows of JSON have no columns to be empty", async () => {
  const rows = [{ Lớp: "10A1", "Họ và tên": "An" }, { "Họ và tên": "Bình" }];
  expect(await found(JSON.stringify(rows))).toEqual([]);
});
