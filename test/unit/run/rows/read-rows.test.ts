/** Files as they come from the world: encodings, and everything that can be wrong with a table. */

import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { readRows } from "../../../../src/run/rows/read-rows.ts";
import { places, rowsFolder } from "../../../support/rows.ts";

const { path, read, refusal } = rowsFolder();

const TABLE = "Họ và tên,Lớp\r\nNguyễn Thị Ánh Tuyết,Điện công nghiệp\r\nTrần Đức Thắng,Chế biến món ăn\r\n";
const PERSONS = [
  { name: "Nguyễn Thị Ánh Tuyết", detail: "Điện công nghiệp" },
  { name: "Trần Đức Thắng", detail: "Chế biến món ăn" },
];
const persons = ({ rows }: Awaited<ReturnType<typeof read>>) =>
  rows.map(({ request }) => request.data?.person);
const utf16 = (text: string, encoding: "utf-16le" | "utf-16be", addBOM: boolean) =>
  iconv.encode(text, encoding, { addBOM });
/** Windows-1258 as Windows writes it: tones as characters of their own. */
const in1258 = (text: string) =>
  iconv.encode(
    [...text]
      .flatMap((letter) => {
        const tone = /[\u0300\u0301\u0303\u0309\u0323]/u.exec(letter.normalize("NFD"))?.[0];
        return tone ? [letter.normalize("NFD").replace(tone, "").normalize("NFC"), tone] : [letter];
      })
      .join(""),
    "windows-1258",
  );
const TCVN3 = "Hä vµ tªn,Líp\nNguyÔn ThÞ ¸nh TuyÕt,§iÖn c«ng nghiÖp\nTrÇn §øc Th¾ng,ChÕ biÕn mãn ¨n\n";
const VNI =
  "Hoï vaø teân,Lôùp\nNguyeãn Thò AÙnh Tuyeát,Ñieän coâng nghieäp\nTraàn Ñöùc Thaéng,Cheá bieán moùn aên\n";

describe("encodings", () => {
  test.each<[string, Uint8Array, string]>([
    ["UTF-8", Buffer.from(TABLE), "UTF-8"],
    ["UTF-8 with a mark", Buffer.from(`\uFEFF${TABLE}`), "UTF-8"],
    ["UTF-8 in NFD", Buffer.from(TABLE.normalize("NFD")), "UTF-8"],
    ["UTF-16 LE", utf16(TABLE, "utf-16le", true), "UTF-16 LE"],
    ["UTF-16 BE", utf16(TABLE, "utf-16be", true), "UTF-16 BE"],
    ["UTF-16 LE without a mark", utf16(TABLE, "utf-16le", false), "UTF-16 LE"],
    ["UTF-16 BE without a mark", utf16(TABLE, "utf-16be", false), "UTF-16 BE"],
    ["Windows-1258", in1258(TABLE), "Windows-1258"],
    ["VNI", iconv.encode(VNI, "latin1"), "VNI"],
    ["VNI saved as UTF-8", Buffer.from(VNI), "VNI"],
  ])("%s", async (_, bytes, encoding) => {
    const found = await read(bytes);
    expect([found.encoding, persons(found)]).toEqual([encoding, PERSONS]);
  });

  test.each([iconv.encode(TCVN3, "latin1"), Buffer.from(TCVN3)])(
    "TCVN3, whose capitals have no tones (%#)",
    async (bytes) => {
      const found = await read(bytes);
      expect(found.encoding).toBe("TCVN3 (ABC)");
      expect(persons(found)).toEqual([{ ...PERSONS[0], name: "Nguyễn Thị ánh Tuyết" }, PERSONS[1]]);
      const [report] = found.findings;
      expect(report).toMatchObject({ code: "rows.text-converted" });
      expect(report!.message.vi).toMatch(/6 ô .* \(chắc 100 %\): “Hä vµ tªn” → “Họ và tên”; .*; .*\.$/);
    },
  );

  test("VISCII, some of whose letters have the bytes of controls", async () => {
    const names = ["Nguyễn Thị Ánh Tuyết", "TRẦN ĐỨC THẮNG", "Lê Mỹ Hạnh", "VŨ KỲ DUYÊN", "Bùi Quốc Khánh"];
    const table = `Họ và tên,Lớp\n${names.map((name) => `${name},Kỹ thuật chế biến món ăn\n`).join("")}`;
    const found = await read(iconv.encode(table, "viscii"));
    expect(found.encoding).toBe("VISCII");
    expect(found.rows.map(({ title, diagnostics }) => [title, diagnostics])).toEqual(
      names.map((name) => [name, []]),
    );
  });

  const SHORT = "Ten truong\nTr\xadêng\n";

  test("what is not sure is not converted: it is asked for", async () => {
    const bytes = iconv.encode(SHORT, "latin1");
    expect(await refusal(bytes)).toEqual(["rows.unsure-encoding"]);
    expect((await read(bytes, { encoding: "tcvn3" })).rows[0]!.title).toBe("Trường");
  });

  test("in a Unicode file, unsure text is an error in its cell", async () => {
    const { rows, findings } = await read("Tên trường,Lớp\nTr\xadêng THPT,§iÖn c«ng\nTrường Cao đẳng,Hàn\n");
    expect(rows.map(({ diagnostics }) => places(diagnostics))).toEqual([["rows.suspect-text 1 Lớp"], []]);
    expect(rows[0]!.diagnostics[0]!.message.vi).toContain("“Điện công”");
    expect(findings).toEqual([]);
  });

  test("a choice of the caller is kept to", async () => {
    expect(
      (await read(Buffer.from(TCVN3), { encoding: "utf-8", map: { "Hä vµ tªn": "person.name" } })).encoding,
    ).toBe("UTF-8");
    expect(await refusal(TABLE, { encoding: "utf-16" })).toEqual(["rows.not-utf16"]);
    // Latin letters read as UTF-8 are broken, and told by cell.
    const { rows } = await read(iconv.encode("Ho ten\nMüller\n", "latin1"), { encoding: "utf-8" });
    expect(places(rows[0]!.diagnostics)).toEqual(["rows.bad-character 1 Ho ten"]);
  });
});

describe("files without usable rows", () => {
  test.each<[string, string | Uint8Array, string]>([
    ["empty", "", "rows.empty"],
    ["blank", " \n\n", "rows.empty"],
    ["a mark only", "\uFEFF", "rows.empty"],
    ["headings only", "Họ và tên,Lớp\n", "rows.header-only"],
    ["headings and blank lines", "Họ và tên,Lớp\n,\n\n", "rows.header-only"],
    ["no known column", "a,b\n1,2\n", "rows.no-known-column"],
    ["100,000 columns", `Lớp${",x".repeat(100_000)}\n1\n`, "rows.too-many-columns"],
    ["a picture", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), "rows.unsure-encoding"],
  ])("%s", async (_, content, code) => expect(await refusal(content)).toEqual([code]));

  test("no file, a folder", async () => {
    const options = {
      encoding: "auto",
      sheet: null,
      map: {},
      institutions: [],
      hasInstitution: false,
    } as const;
    for (const file of [path("nowhere.csv"), "/"]) {
      await expect(readRows(file, options)).rejects.toMatchObject({
        diagnostics: [{ code: "request.unreadable-file" }],
      });
    }
  });
});

describe("rows with something wrong are told by row and column; the others stay good", () => {
  const told = async (lines: string) => {
    const { rows, findings } = await read(`Họ và tên,Lớp,Ngày\n${lines}Lê Văn Tốt,12A,04/10/2026\n`);
    expect(rows.at(-1)).toMatchObject({ title: "Lê Văn Tốt", diagnostics: [] });
    return [...places(findings), ...rows.flatMap(({ diagnostics }) => places(diagnostics))];
  };

  test.each<[string, string, readonly string[]]>([
    ["too few cells", "A,B\n", ["rows.missing-cells 1"]],
    ["too many cells", "A,B,01/02/2026,x\n", ["rows.extra-cells 1"]],
    ["empty cells at the end", "A,B,01/02/2026,,,\n", []],
    ["100,000 cells", `A,B${",x".repeat(100_000)}\n`, ["rows.extra-cells 1", "rows.unreadable-value 1 Ngày"]],
    ["NUL bytes", "A\0B,C,01/02/2026\n", ["rows.control-character 1 Họ và tên"]],
    ["a 10 MB cell", `A,${"x".repeat(10_000_000)},01/02/2026\n`, ["rows.cell-too-long 1 Lớp"]],
    ["a command", "A,=cmd()|'/c calc'!A1,01/02/2026\n", ["rows.formula-text 1 Lớp"]],
    ["@ and +", '@x,"+x",01/02/2026\n', ["rows.formula-text 1 Họ và tên", "rows.formula-text 1 Lớp"]],
    ["a spreadsheet's error", "A,#REF!,01/02/2026\n", ["rows.error-cell 1 Lớp"]],
    ["a date as a number", "A,B,46299\n", ["rows.serial-date 1 Ngày"]],
    ["an American date", "A,B,10/25/2026\n", ["rows.unreadable-value 1 Ngày"]],
  ])("%s", async (_, lines, codes) => expect(await told(lines)).toEqual(codes));

  test("a value that an error finding is about does not reach the request", async () => {
    const { rows } = await read("Họ và tên,Lớp\nA\0B,#N/A\n");
    expect(rows[0]!.request).toEqual({ data: { person: { name: "AB" } } });
  });

  test("a quote that never closes: rows before it stay", async () => {
    const { rows } = await read('Họ và tên,Lớp\nA,1\n"B,2\nC,3\n');
    expect(rows.map(({ line, diagnostics }) => [line, ...places(diagnostics)])).toEqual([
      [2],
      [3, "rows.broken-quotes 2"],
    ]);
  });

  test("a record that swallows megabytes ends the table, and the memory does not grow with it", async () => {
    const { rows } = await read(`Họ và tên,Lớp\nA,1\n"B,${"x\n".repeat(9_000_000)}`);
    expect(rows.map(({ line, diagnostics }) => [line, ...places(diagnostics)])).toEqual([
      [2],
      [3, "rows.broken-quotes 2"],
    ]);
  });

  test("what a person is and where, in two columns, is read as one; whole texts are not mixed with parts", async () => {
    const details = async (table: string, more = {}) => {
      const { rows, findings } = await read(table, more);
      const people = rows.map(
        ({ request }) => request.data?.person as { readonly detail?: string } | undefined,
      );
      return [people.map((person) => person?.detail), places(findings)];
    };
    const people = "Họ và tên,Đơn vị,Chức vụ\nA,Trường A,Hiệu trưởng\nB,,Trưởng phòng\nC,Trường C,\n";
    const joined = ["Hiệu trưởng, Trường A", "Trưởng phòng", "Trường C"];
    expect(await details(people)).toEqual([joined, []]);
    // As the form sends what its columns mean.
    const map = { "Đơn vị": "person.detail", "Chức vụ": "person.detail" };
    expect(await details(people, { map })).toEqual([joined, []]);
    expect(await details("Họ và tên,Chức vụ,Chức danh\nA,Hiệu trưởng,Giảng viên\n")).toEqual([
      ["Hiệu trưởng"],
      ["rows.same-field Chức danh"],
    ]);
    expect(await details('Họ và tên,"Chức vụ, đơn vị",Đơn vị\nA,"Hiệu trưởng, Trường A",Trường A\n')).toEqual(
      [["Hiệu trưởng, Trường A"], ["rows.same-field Đơn vị"]],
    );
  });

  test("headings: double, empty with and without content, unknown, with line breaks", async () => {
    const { rows, findings, columns } = await read(
      'Họ và tên,Lớp,Lớp,,,"Sở\nthích",SĐT,SĐT\nA,12A,12B,,,đá bóng,0912345678,0252 3822 999\nB,,12C,x,,,,\n',
    );
    expect(columns).toEqual(["Họ và tên", "Lớp", "Lớp", "Sở thích", "SĐT", "SĐT"]);
    expect(places(findings)).toEqual([
      "rows.empty-header",
      "rows.duplicate-header Lớp",
      "rows.unknown-column Sở thích",
    ]);
    expect(findings[0]!.message.vi).toContain("Cột D");
    expect(rows.map(({ request }) => request.data)).toEqual([
      { person: { name: "A", detail: "12A" }, contact: { phones: ["0912345678", "0252 3822 999"] } },
      { person: { name: "B", detail: "12C" } },
    ]);
  });

  test("headings that try to reach a prototype are unknown columns", async () => {
    const { rows, findings } = await read("Họ và tên,__proto__,constructor.prototype.x\nA,1,2\n");
    expect(rows[0]!.request).toEqual({ data: { person: { name: "A" } } });
    expect(places(findings)).toEqual([
      "rows.unknown-column __proto__",
      "rows.unknown-column constructor.prototype.x",
    ]);
  });

  test("two rows of one file name", async () => {
    const { rows } = await read(
      `Họ và tên\nLê An\nLê Bình\nLÊ ÁN\n../../etc/passwd\n${"a".repeat(300)}\nCON\n`,
    );
    expect(rows.map(({ slug }) => slug)).toEqual([
      "le-an",
      "le-binh",
      "le-an",
      "etc-passwd",
      "a".repeat(80),
      "row-6",
    ]);
    expect(rows[2]!.diagnostics).toMatchObject([{ code: "rows.same-name", where: { row: 3 } }]);
    expect(rows[2]!.diagnostics[0]!.message.en).toContain("Rows 3 and 1");
  });
});

test("a large file is never in memory: what has been read is let go, what comes is not read ahead", async () => {
  const file = path("large.csv");
  const out = createWriteStream(file);
  out.write("Họ và tên,Lớp,Thành tích\n");
  // Long cells: reading the file is the work, not counting its rows.
  const line = `Lê Văn Bình,12A1,"${"x".repeat(8_000)}"\n`;
  for (let i = 0; i < 2000; i++) if (!out.write(line)) await once(out, "drain");
  out.end();
  await once(out, "close");
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  const held = () => {
    collect();
    return process.memoryUsage();
  };
  const options = {
    encoding: "auto",
    sheet: null,
    map: {},
    institutions: [],
    hasInstitution: false,
  } as const;
  const marks: NodeJS.MemoryUsage[] = [];
  let count = 0;
  for await (const _ of (await readRows(file, options)).rows) {
    if ([1100, 1900].includes(++count)) marks.push(held());
  }
  expect(count).toBe(2000);
  // Between the marks 6 MB have passed.
  const [first, last] = marks as [NodeJS.MemoryUsage, NodeJS.MemoryUsage];
  expect((last.heapUsed - first.heapUsed) / 2 ** 20).toBeLessThan(2);
  // Buffers of the stream and the parser, whatever the size of the file.
  expect(last.external / 2 ** 20).toBeLessThan(40);
}, 60_000);
