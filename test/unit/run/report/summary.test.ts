import { read, utils } from "@e965/xlsx";
import { expect, test } from "vitest";
import { diagnose } from "../../../../src/base/diagnostic.ts";
import type { ManifestEntry } from "../../../../src/run/manifest.ts";
import { reportBook, reportCsv } from "../../../../src/run/report/report-book.ts";
import { summarise } from "../../../../src/run/report/summary.ts";

const overflow = diagnose("preflight.overflow", { frame: "tên", excess: 3 });
const entry = (file: string, more: Partial<ManifestEntry> = {}): ManifestEntry => ({
  file,
  row: 1,
  template: "recruitment-flyer",
  format: "a5",
  theme: "vuon-len",
  institution: "Trường B",
  campaign: "gdnn-2026",
  page: null,
  files: 1,
  inputs: "",
  engine: "",
  sha256: "",
  size: 1_000_000,
  ms: 1,
  diagnostics: [],
  ...more,
});

const first = [
  entry("b.pdf"),
  entry("b.png", { size: 500_000 }),
  entry("d.pdf", { row: 2, institution: "Đại học, “A”", diagnostics: [overflow] }),
  entry("d.png", { row: 2, institution: "Đại học, “A”", diagnostics: [overflow] }),
];
const second = [
  entry("b.png", { template: "social-cover", format: "facebook-cover", campaign: "gdnn-2027" }),
  entry("old.pdf", { format: "khong-con", institution: "=Trường" }),
];
const summary = summarise([first, second]);

test("a piece of several files is one piece; rows of another run are others", () => {
  expect(summary.total).toEqual({
    ...{ pieces: 4, files: 6, bytes: 5_500_000 },
    ...{ printPieces: 3, screenPieces: 1, toLookAt: 1 },
  });
});

test("a piece with nothing but notes is none to look at", () => {
  const note = diagnose("legal.printed-matter", { missing: "the shop", missingVi: "nhà in" });
  const noted = entry("a.pdf", { diagnostics: [note] });
  expect(note.severity).toBe("note");
  expect(summarise([[noted]]).total.toLookAt).toBe(0);
  expect(summarise([[noted, entry("a.png", { diagnostics: [overflow] })]]).total.toLookAt).toBe(1);
});

test("files of one name are one piece, whatever row they came from and however many pages they have", () => {
  const pages = [1, 2].map((page) => entry(`an.${page}.png`, { page, files: 2 }));
  const ofKit = [1, 2].map((page) => entry(`school/a5-${page}.png`, { page, files: 2 }));
  const merged = [1, 2].map((row) => entry(`run.pdf#page=1&row=${row}`, { row }));
  const pieces = [
    [entry("an.pdf"), ...pages],
    [entry("school/a5.pdf", { row: 3 }), ...ofKit],
    [entry("left-over.pdf")],
    [entry("an-1.pdf", { row: 2 })],
  ];
  expect(summarise([[...pieces.flat(), ...merged]]).total).toMatchObject({ pieces: 6, files: 10 });
});

test("every division adds up to the whole", () => {
  const { institutions, formats, campaigns, lines, total } = summary;
  for (const parts of [institutions, formats, campaigns, lines]) {
    for (const field of ["pieces", "files", "bytes", "toLookAt"] as const) {
      expect(parts.reduce((sum, { amount }) => sum + amount[field], 0)).toBe(total[field]);
    }
  }
  expect(campaigns.map(({ id, amount }) => [id, amount.pieces])).toEqual([
    ["gdnn-2026", 3],
    ["gdnn-2027", 1],
  ]);
});

test("institutions stand in the order of the Vietnamese alphabet, numbers by size", () => {
  const schools = ["Trường số 10", "Trường số 2"].map((institution) => entry("x.pdf", { institution }));
  expect(summarise([schools]).institutions.map(({ name }) => name)).toEqual(["Trường số 2", "Trường số 10"]);
  expect(summary.institutions.map(({ name }) => name)).toEqual(["=Trường", "Đại học, “A”", "Trường B"]);
});

test("as a spreadsheet: a sheet for each division, numbers that can be added", async () => {
  const { SheetNames, Sheets } = read(await reportBook(summary));
  expect(SheetNames).toEqual(["Theo cơ sở", "Theo khổ", "Theo chiến dịch", "Chi tiết"]);
  const rows = utils.sheet_to_json<unknown[]>(Sheets["Theo cơ sở"]!, { header: 1 });
  expect(rows.at(-2)).toEqual(["Trường B", 2, 1, 1, 3, 2.5, 0]);
  expect(rows.at(-1)).toEqual(["Tổng cộng", 4, 3, 1, 6, 5.5, 1]);
  const names = utils.sheet_to_json<unknown[]>(Sheets["Theo khổ"]!, { header: 1 }).map(([name]) => name);
  expect(names).toEqual(expect.arrayContaining(["Tờ rơi A5", "khong-con"]));
});

test("as CSV: a line a group, quoted where needed, nothing that a spreadsheet would run", () => {
  const text = reportCsv(summary).toString();
  expect(text.startsWith("\uFEFFinstitution,format,")).toBe(true);
  expect(text).toContain('"Đại học, “A”",a5,Tờ rơi A5,print,gdnn-2026,1,2,2000000,1\r\n');
  expect(text).toContain("\r\n'=Trường,khong-con,khong-con,,");
});
