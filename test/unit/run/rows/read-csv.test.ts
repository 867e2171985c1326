import { describe, expect, test } from "vitest";
import type { GridRow } from "../../../../src/run/rows/raw-table.ts";
import { readCsv } from "../../../../src/run/rows/read-csv.ts";
import { csvForm, SEPARATORS } from "../../../../src/run/rows/separator.ts";
import fc from "../../../support/property.ts";

/** The text in pieces of so many whole characters, as a decoder gives it. */
async function* pieces(text: string, size: number): AsyncGenerator<string> {
  const characters = [...text];
  for (let i = 0; i < characters.length; i += size) yield characters.slice(i, i + size).join("");
}

async function lines(text: string, size = text.length || 1): Promise<readonly GridRow[]> {
  const found: GridRow[] = [];
  for await (const line of readCsv(pieces(text, size), csvForm(text))) found.push(line);
  return found;
}

describe("separator", () => {
  test.each([
    [",", 'Tên trường,Địa chỉ\nA,"1, Trần Phú; Phan Thiết"\n'],
    [";", "Tên trường;Địa chỉ\nA;1, Trần Phú, Phan Thiết\nB;2, Lê Lợi\n"],
    ["\t", "Tên trường\tĐịa chỉ\nA\t1, Trần Phú; x\n"],
    ["|", "Tên trường|Địa chỉ\nA|1, Trần Phú\n"],
    [";", "DANH SÁCH, NĂM 2026\nTên;Lớp;Điểm\nA;B;1,5\nC;D;2,5\n"],
    [",", "Tên trường\nA\nB\n"],
    [";", "DANH SÁCH, NĂM 2026\rTên;Lớp;Điểm\rA;B;1,5\rC;D;2,5\r"],
    [";", "sep=;\rTên, họ;Lớp\r"],
    [";", "sep=;\nTên, họ;Lớp\n"],
    [";", '"sep=;"\r\nTên, họ;Lớp\r\n'],
    [";", "sep=;;;\nTên, họ;Lớp\n"],
  ])("%j", (separator, text) => expect(csvForm(text).separator).toBe(separator));

  test.each(["sep=;", '"sep=;"', "sep=;;"])("Excel's line %s is no row", async (named) => {
    expect(await lines(`${named}\r\na;b\r\n1;2\r\n`)).toMatchObject([
      { line: 2, cells: ["a", "b"] },
      { line: 3, cells: ["1", "2"] },
    ]);
  });
});

test("quotes, line breaks inside cells, CRLF; line numbers are those of the file", async () => {
  const text = 'a,b\r\n"1, ""x""","dòng 1\r\ndòng 2"\r\n\r\nTrường "Y tế", "c, d" \r\n';
  expect(await lines(text)).toMatchObject([
    { line: 1, cells: ["a", "b"] },
    { line: 2, cells: ['1, "x"', "dòng 1\r\ndòng 2"] },
    { line: 4, cells: [""] },
    { line: 5, cells: ['Trường "Y tế"', "c, d"] },
  ]);
});

test("lines may end each in their own way: a file put together from several", async () => {
  expect(await lines('Họ và tên\r\nAn Một\nBình Hai\r"Cúc\rBa"\nDũng\r\n')).toMatchObject([
    { line: 1, cells: ["Họ và tên"] },
    { line: 2, cells: ["An Một"] },
    { line: 3, cells: ["Bình Hai"] },
    { line: 4, cells: ["Cúc\rBa"] },
    { line: 6, cells: ["Dũng"] },
  ]);
});

test("a quote that never closes ends the table with a finding at its line; what came before stays", async () => {
  const found = await lines('a,b\n1,2\n3,"4\n5,6\n');
  expect(found.slice(0, 2).map((line) => line.cells)).toEqual([
    ["a", "b"],
    ["1", "2"],
  ]);
  expect(found.at(-1)).toMatchObject({ line: 3, noticed: [{ diagnostic: { code: "rows.broken-quotes" } }] });
});

test("nasty cells come back as they were written, with any separator and any cut of the stream", async () => {
  const cell = fc.oneof(
    fc.string({
      unit: fc.constantFrom("a", "ế", "Đ", ",", ";", "|", "\t", '"', "\n", "\r\n", "\r", "=", "'", "😀", " "),
    }),
    fc.constantFrom("", '"', '""', "=cmd()", "a\nb", "\\", "0912345678"),
  );
  const row = fc.tuple(cell, cell, cell);
  const ends = fc.infiniteStream(fc.constantFrom("\n", "\r\n", "\r"));
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 6 }),
      fc.constantFrom(...SEPARATORS),
      ends,
      fc.integer({ min: 1, max: 20 }),
      async (rows, separator, ends, size) => {
        const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const head = ["a", "b", "c"];
        const text = [head, ...rows]
          .map((each) => each.map(quote).join(separator) + ends.next().value)
          .join("");
        const found: (readonly unknown[])[] = [];
        for await (const line of readCsv(pieces(text, size), { separator, skippedLines: 0 }))
          found.push(line.cells);
        expect(found).toEqual([head, ...rows]);
      },
    ),
    { numRuns: 60 },
  );
});
