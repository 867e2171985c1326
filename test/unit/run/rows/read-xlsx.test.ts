import * as XLSX from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import writeXlsxFile from "write-excel-file/node";
import type { AnphamError } from "../../../../src/base/diagnostic.ts";
import { places, rowsFolder } from "../../../support/rows.ts";

const { read, refusal } = rowsFolder();

type Cell = XLSX.CellObject | string | number | boolean | null;

/** A workbook; cells that are objects carry format and formula. */
function book(
  sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>,
  options: {
    readonly merges?: readonly string[];
    readonly hidden?: readonly string[];
    /** 1-based. */
    readonly hiddenRows?: readonly number[];
    readonly date1904?: boolean;
  } = {},
): Uint8Array {
  const workbook = XLSX.utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = XLSX.utils.aoa_to_sheet(
      rows.map((row) => row.map((cell) => (typeof cell === "object" ? null : cell))),
    );
    let width = 1;
    for (const [r, row] of rows.entries()) {
      width = Math.max(width, row.length);
      for (const [c, cell] of row.entries()) {
        if (typeof cell === "object" && cell !== null) sheet[XLSX.utils.encode_cell({ r, c })] = cell;
      }
    }
    sheet["!ref"] = XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows.length - 1, c: width - 1 } });
    sheet["!merges"] = (options.merges ?? []).map((range) => XLSX.utils.decode_range(range));
    if (options.hiddenRows)
      sheet["!rows"] = rows.map((_, r) => ({ hidden: options.hiddenRows!.includes(r + 1) }));
    XLSX.utils.book_append_sheet(workbook, sheet, name);
  }
  workbook.Workbook = {
    Sheets: workbook.SheetNames.map((name) => ({ name, Hidden: options.hidden?.includes(name) ? 1 : 0 })),
    WBProps: { date1904: options.date1904 ?? false },
  };
  return XLSX.write(workbook, { type: "buffer", bookType: "xlsx" }) as Uint8Array;
}

const xlsx = { name: "rows.xlsx" };
const PEOPLE = ["Họ và tên", "Lớp"];

test("values as they are, rows numbered under a title, lines those of the sheet", async () => {
  const { rows, findings, sheet, encoding } = await read(
    book({
      "Lớp 12": [
        ["DANH SÁCH KHEN THƯỞNG"],
        PEOPLE,
        ["Nguyễn Thị Ánh", "12A1"],
        [null, null],
        ["Lê Văn Bình", 12],
      ],
    }),
    xlsx,
  );
  expect([sheet, encoding]).toEqual(["Lớp 12", "Unicode"]);
  expect(rows.map(({ number, line, title, slug, request }) => [number, line, title, slug, request])).toEqual([
    [
      1,
      3,
      "Nguyễn Thị Ánh",
      "nguyen-thi-anh",
      { data: { person: { name: "Nguyễn Thị Ánh", detail: "12A1" } } },
    ],
    [2, 5, "Lê Văn Bình", "le-van-binh", { data: { person: { name: "Lê Văn Bình", detail: "12" } } }],
  ]);
  expect(findings).toMatchObject([{ code: "rows.header-found", where: { line: 2 } }]);
});

test("dates by the cell's format, with either day 0; times; a number that is no date", async () => {
  const head = ["Tên buổi lễ", "Ngày", "Giờ"];
  const date = (v: number, z: string): XLSX.CellObject => ({ t: "n", v, z });
  const rows = [
    head,
    ["A", date(46299, "dd/mm/yyyy"), date(0.3125, "h:mm")],
    ["B", date(46299.5, "dd/mm/yyyy hh:mm"), "14 giờ"],
    ["C", 46299, "9h"],
    ["D", 12, "9h"],
  ];
  const events = async (date1904: boolean, shift: number) => {
    const moved = rows.map((row) =>
      row.map((cell) =>
        typeof cell === "object" && cell.v === 46299 ? { ...cell, v: 46299 - shift } : cell,
      ),
    );
    return (await read(book({ A: moved }, { date1904 }), xlsx)).rows;
  };
  const found = await events(false, 0);
  expect(found.map(({ request }) => request.data?.event)).toEqual([
    { name: "A", date: "2026-10-04", time: "07:30" },
    { name: "B", date: "2026-10-04", time: "14:00" },
    { name: "C", date: "2026-10-04", time: "09:00" },
    { name: "D", time: "09:00" },
  ]);
  expect(found.map(({ diagnostics }) => places(diagnostics))).toEqual([
    [],
    [],
    ["rows.serial-date 3 Ngày"],
    ["rows.unreadable-value 4 Ngày"],
  ]);
  // Macintosh workbooks count from 1904, 1462 days later.
  expect((await events(true, 1462))[0]!.request.data?.event).toMatchObject({ date: "2026-10-04" });
});

test("formulas give their saved value and a finding; without one, or with an error, the cell is an error", async () => {
  const { rows } = await read(
    book({
      A: [
        PEOPLE,
        ["Một", { t: "s", f: 'A1&"x"', v: "12A1" }],
        ["Hai", { t: "n", f: "1+1" } as XLSX.CellObject],
        ["Ba", { t: "e", v: 23, w: "#REF!", f: "A1" }],
        ["Bốn", { t: "e", v: 42, w: "#N/A" }],
      ],
    }),
    xlsx,
  );
  expect(rows.map(({ request }) => request.data?.person)).toMatchObject([
    { detail: "12A1" },
    { name: "Hai" },
    { name: "Ba" },
    { name: "Bốn" },
  ]);
  expect(rows.flatMap(({ diagnostics }) => places(diagnostics))).toEqual([
    "rows.formula-cell 1 Lớp",
    "rows.formula-without-value 2 Lớp",
    "rows.error-cell 3 Lớp",
    "rows.error-cell 4 Lớp",
  ]);
});

test("what stands in columns that are not used is not told", async () => {
  const { rows, findings } = await read(
    book({
      A: [
        ["STT", ...PEOPLE, "Ngày sinh", "Ghi chú"],
        [{ t: "n", f: "ROW()-1", v: 1 }, "Một", "12A1", { t: "e", v: 42, w: "#N/A", f: "VLOOKUP(A1)" }, "=x"],
      ],
    }),
    xlsx,
  );
  expect(rows.map(({ title, diagnostics }) => [title, diagnostics])).toEqual([["Một", []]]);
  expect(places(findings)).toEqual(["rows.unknown-column Ngày sinh"]);
});

test("names under a heading merged over two columns are whole", async () => {
  const { rows, findings } = await read(
    book(
      {
        A: [
          ["STT", "Họ và tên", null, "Lớp"],
          [1, "Nguyễn Thị", "Ánh", "12A1"],
          [2, null, "Bình", "12A2"],
        ],
      },
      { merges: ["B1:C1"] },
    ),
    xlsx,
  );
  expect(rows.map(({ request }) => request.data?.person)).toEqual([
    { name: "Nguyễn Thị Ánh", detail: "12A1" },
    { name: "Bình", detail: "12A2" },
  ]);
  expect(findings.map(({ code }) => code)).toEqual(["rows.joined-name"]);
});

test("a formula that a program wrote and nothing has calculated is no 0", async () => {
  const saved = book({ A: [PEOPLE, [{ t: "n", f: "B2", v: 0 }, "12A1"]] });
  const uncalculated = Buffer.from(saved);
  uncalculated.write("<v></v> ", uncalculated.indexOf("<v>0</v>"), "latin1");
  const { rows } = await read(uncalculated, xlsx);
  expect(rows.map(({ request }) => request.data?.person)).toEqual([{ detail: "12A1" }]);
  expect(places(rows[0]!.diagnostics)).toEqual(["rows.formula-without-value 1 Họ và tên"]);
  const [{ request }] = (await read(saved, xlsx)).rows as [(typeof rows)[number]];
  expect(request.data?.person).toEqual({ name: "0", detail: "12A1" });
});

test("a value merged over rows is theirs; over columns it is the first one's", async () => {
  const { rows } = await read(
    book(
      { A: [PEOPLE, ["Một", "12A1"], ["Hai", null], ["Ba", null], ["Bốn và năm", null]] },
      { merges: ["B2:B4", "A5:B5"] },
    ),
    xlsx,
  );
  expect(rows.map(({ request }) => request.data?.person)).toEqual([
    { name: "Một", detail: "12A1" },
    { name: "Hai", detail: "12A1" },
    { name: "Ba", detail: "12A1" },
    { name: "Bốn và năm" },
  ]);
  expect(rows.flatMap(({ diagnostics }) => places(diagnostics))).toEqual([
    "rows.merged-cell 2 Lớp",
    "rows.merged-cell 3 Lớp",
    "rows.merged-columns 4 Họ và tên",
  ]);
});

test("a value merged down to the end of the sheet is that of the rows that hold something", async () => {
  const { rows } = await read(
    book({ A: [PEOPLE, ["Một", "12A1"], ["Hai", null], ["Ba", null]] }, { merges: ["B2:B1048576"] }),
    xlsx,
  );
  expect(rows.map(({ request }) => request.data?.person)).toEqual(
    ["Một", "Hai", "Ba"].map((name) => ({ name, detail: "12A1" })),
  );
});

test("a cell merged over the whole table names the rows below it, and is no row", async () => {
  const { rows, findings } = await read(
    book(
      {
        A: [
          ["Họ và tên", "Lớp", "Ngày"],
          ["Khối cao đẳng", null, null],
          ["Một", "12A1", "04/10/2026"],
          ["Khối trung cấp", null, null],
          ["Hai", "12A2", "04/10/2026"],
        ],
      },
      { merges: ["A2:C2", "A4:C4"] },
    ),
    xlsx,
  );
  expect(rows.map(({ title, diagnostics }) => [title, ...places(diagnostics)])).toEqual([["Một"], ["Hai"]]);
  expect(places(findings)).toEqual(["rows.section-lines"]);
});

test("rows that a filter hides are used, and told", async () => {
  const { rows } = await read(book({ A: [PEOPLE, ["Một", "x"], ["Hai", "x"]] }, { hiddenRows: [3] }), xlsx);
  expect(rows.map(({ title, diagnostics }) => [title, ...places(diagnostics)])).toEqual([
    ["Một"],
    ["Hai", "rows.hidden-row 2"],
  ]);
});

test("headings on two levels", async () => {
  const { rows, columns } = await read(
    book(
      {
        A: [
          ["STT", "Họ và tên", "Học tập", null],
          [null, null, "Lớp", "Thành tích"],
          [1, "Một", "12A1", "Giỏi"],
        ],
      },
      { merges: ["A1:A2", "B1:B2", "C1:D1"] },
    ),
    xlsx,
  );
  expect(columns).toEqual(["STT", "Họ và tên", "Lớp", "Thành tích"]);
  expect(rows.map(({ request }) => request.data)).toEqual([
    { person: { name: "Một", detail: "12A1" }, award: { citation: "Giỏi" } },
  ]);
});

test("phones: a lost 0 is found, one that the format shows is kept", async () => {
  const { rows } = await read(
    book({
      A: [
        ["Tên trường", "SĐT"],
        ["A", 912345678],
        ["B", { t: "n", v: 2523822999, z: "00000000000" }],
      ],
    }),
    xlsx,
  );
  const phones = rows.map(({ request }) => (request.institution as { contact: unknown }).contact);
  expect(phones).toEqual([{ phones: ["0912 345 678"] }, { phones: ["02523822999"] }]);
  expect(rows.map(({ diagnostics }) => places(diagnostics))).toEqual([["rows.lost-zero 1 SĐT"], []]);
});

test("a field of words takes what the sheet shows; that Excel made a date of it is told", async () => {
  const { rows } = await read(
    book(
      {
        A: [
          ["Họ và tên", "Lớp", "Số vào sổ", "Ngày ký", "DPI"],
          ["Một", { t: "n", v: 46_000, z: "d-mmm" }, { t: "n", v: 12, z: '"GCN-"000' }],
          ["Hai", null, { t: "n", v: 7, z: "000" }, { t: "n", v: 46_299, z: "dd/mm/yyyy" }],
          ["Ba", { t: "n", v: 0.12, z: "0%" }, null, null, { t: "n", v: 150, z: "0 ppi" }],
        ],
      },
      { merges: ["B2:B3"] },
    ),
    xlsx,
  );
  expect(rows.map(({ request }) => request)).toMatchObject([
    { data: { person: { detail: "9/12" }, award: { number: "GCN-012" } } },
    { data: { person: { detail: "9/12" }, award: { number: "007", date: "2026-10-04" } } },
    { ppi: 150, data: { person: { detail: "12%" } } },
  ]);
  expect(rows.flatMap(({ diagnostics }) => places(diagnostics))).toEqual([
    "rows.date-in-text 1 Lớp",
    "rows.merged-cell 2 Lớp",
    "rows.date-in-text 2 Lớp",
  ]);
  // What a proof shows, and feeds back.
  expect(rows[1]!.cells.map(({ value }) => value)).toEqual(["Hai", "9/12", "007", "2026-10-04"]);
});

test("old text in single columns is converted, with a report", async () => {
  const old = ["NguyÔn ThÞ ¸nh TuyÕt", "TrÇn V¨n B×nh ThuËn", "Lª ThÞ H­¬ng"];
  const { rows, findings } = await read(
    book({ A: [PEOPLE, ...old.map((name) => [name, "Điện lạnh"])] }),
    xlsx,
  );
  expect(rows.map(({ request }) => request.data?.person)).toEqual([
    { name: "Nguyễn Thị ánh Tuyết", detail: "Điện lạnh" },
    { name: "Trần Văn Bình Thuận", detail: "Điện lạnh" },
    { name: "Lê Thị Hương", detail: "Điện lạnh" },
  ]);
  expect(findings).toMatchObject([{ code: "rows.text-converted" }]);
  expect(findings[0]!.message.vi).toContain("3 ô");
  expect(findings[0]!.message.vi).toContain("“Lª ThÞ H­¬ng” → “Lê Thị Hương”");
});

test("a workbook by another writer", async () => {
  const data = [
    ["Họ và tên", "Lớp", "Ngày ký", "Điện thoại"].map((value) => ({ value })),
    [
      { value: "Nguyễn Thị Ánh" },
      { value: 12 },
      { value: new Date(Date.UTC(2026, 9, 4)), format: "dd/mm/yyyy" },
      { value: 912345678 },
    ],
  ];
  const bytes = await writeXlsxFile(data, { sheet: "Danh sách" }).toBuffer();
  const { rows, sheet } = await read(bytes, xlsx);
  expect(sheet).toBe("Danh sách");
  expect(rows.map(({ request }) => request.data)).toEqual([
    {
      person: { name: "Nguyễn Thị Ánh", detail: "12" },
      award: { date: "2026-10-04" },
      contact: { phones: ["0912 345 678"] },
    },
  ]);
});

describe("sheets", () => {
  const two = book(
    { Ẩn: [PEOPLE, ["Ẩn", "x"]], Một: [PEOPLE, ["Một", "x"]], Hai: [PEOPLE, ["Hai", "x"]] },
    { hidden: ["Ẩn"] },
  );

  test.each([
    [null, "Một"],
    ["Hai", "Hai"],
    ["Ẩn".normalize("NFD"), "Ẩn"],
  ])("%s", async (wished, name) => {
    const { rows, sheet } = await read(two, { ...xlsx, sheet: wished });
    expect([sheet, rows[0]!.title]).toEqual([name, name]);
  });

  test("one that is not there", async () => {
    expect(await refusal(two, { ...xlsx, sheet: "Ba" })).toEqual(["rows.unknown-sheet"]);
  });
});

test.each<[string, readonly (readonly Cell[])[], string]>([
  ["one line", [["DANH SÁCH"]], "rows.header-only"],
  ["lines of a title", [["PHÒNG ĐÀO TẠO"], ["DANH SÁCH"]], "rows.no-known-column"],
  ["nothing", [[null]], "rows.empty"],
])("a first sheet of %s: the sheet, the others and --sheet are named", async (_, cover, code) => {
  const bytes = book({ Bìa: cover, Khách: [PEOPLE, ["Một", "x"]] });
  const thrown: unknown = await read(bytes, xlsx).catch((error: unknown) => error);
  const told = (thrown as AnphamError).diagnostics;
  expect(told.map((each) => each.code)).toEqual([code, "rows.other-sheets"]);
  expect(told[1]!.message.vi).toContain("“Bìa”; tệp còn có: Khách");
  expect(told[1]!.hint.vi).toContain("--sheet");
});

describe("files that are no sound workbook", () => {
  const good = book({ A: [PEOPLE, ["Một", "x"]] });
  test.each<[string, Uint8Array, string]>([
    ["cut", good.slice(0, good.length / 2), "rows.unreadable-table"],
    ["no ZIP inside", Buffer.from("PK\x03\x04 không phải"), "rows.unreadable-table"],
    ["old or encrypted", Buffer.from("d0cf11e0a1b11ae1", "hex"), "rows.unreadable-table"],
    [
      "a web page",
      Buffer.from("<html><table><tr><td>Họ và tên</td></tr>\n</table>"),
      "rows.unreadable-table",
    ],
    ["headings only", book({ A: [PEOPLE] }), "rows.header-only"],
    ["empty sheet", book({ A: [[null]] }), "rows.empty"],
  ])("%s", async (_, content, code) => expect(await refusal(content, xlsx)).toEqual([code]));

  test("one that would unpack to gigabytes is not unpacked", async () => {
    const bomb = Buffer.from(good);
    // The size of the first entry, as the directory tells it.
    bomb.writeUInt32LE(0xf0000000, bomb.indexOf(Buffer.from("PK\x01\x02", "latin1")) + 24);
    expect(await refusal(bomb, xlsx)).toEqual(["rows.file-too-large"]);
  });
});
