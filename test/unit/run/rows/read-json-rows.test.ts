import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "../../../../src/base/package-root.ts";
import { places, rowsFolder } from "../../../support/rows.ts";

const { read, refusal } = rowsFolder();

test("an array and NDJSON say the same: ids, names of columns, whole groups", async () => {
  const items = [
    "cd-y-te",
    { "Họ và tên": "Lê Văn Bình", Lớp: "12A1", theme: "ky-nghe" },
    {
      name: "Trường A",
      contact: { phones: ["0252 3822 999"], addresses: ["Phan Thiết"] },
      colors: { primary: { rgb: "#112233" } },
    },
    { institution: "cd-y-te", data: { event: { name: "Lễ" } }, message: { text: "Nghề hay" } },
    { institution: { id: "x", name: { text: "Trường Cao đẳng X", short: "CĐ X" } } },
  ];
  const expected = [
    { institution: "cd-y-te" },
    { theme: "ky-nghe", data: { person: { name: "Lê Văn Bình", detail: "12A1" } } },
    {
      institution: {
        id: "truong-a",
        name: "Trường A",
        monogram: "TA",
        programmes: [],
        contact: { phones: ["0252 3822 999"], addresses: ["Phan Thiết"] },
        colors: { primary: { rgb: "#112233" } },
      },
    },
    { institution: "cd-y-te", data: { event: { name: "Lễ" }, message: { text: "Nghề hay" } } },
    {
      institution: {
        id: "x",
        name: { text: "Trường Cao đẳng X", short: "CĐ X" },
        monogram: "ĐX",
        programmes: [],
      },
    },
  ];
  for (const text of [
    JSON.stringify(items, null, 1),
    items.map((item) => JSON.stringify(item)).join("\r\n\n"),
  ]) {
    const name = text.startsWith("[") ? "rows.json" : "rows.ndjson";
    const { rows } = await read(`\uFEFF${text}`, { name });
    expect(rows.map(({ request }) => request)).toEqual(expected);
    expect(
      rows.flatMap(({ diagnostics }) => diagnostics.filter(({ severity }) => severity === "error")),
    ).toEqual([]);
  }
});

test("an institution of the brand folder, given as data, comes back as it is", async () => {
  const text = await readFile(
    join(packageRoot(), "brand/institutions/cd-kinh-te-du-lich-ham-tien.json"),
    "utf8",
  );
  const { rows, findings } = await read(`[${text}]`, { name: "rows.json" });
  const { logo, ...given } = JSON.parse(text);
  expect(logo).toBeNull();
  expect(rows[0]!.request).toEqual({ institution: given });
  expect([...findings, ...rows[0]!.diagnostics]).toEqual([]);
});

test("a broken line is a finding at its line; the others stay", async () => {
  const { rows } = await read('"cd-y-te"\n{"Lớp": 12,}\n\n[1]\n5\n"cd-y-te"', { name: "a.ndjson" });
  expect(rows.map(({ number, line, diagnostics }) => [number, line, ...places(diagnostics)])).toEqual([
    [1, 1],
    [2, 2, "request.broken-json 2"],
    [3, 4, "rows.not-a-row 3"],
    [4, 5, "rows.not-a-row 4"],
    [5, 6, "rows.same-name 5"],
  ]);
  expect(rows[1]!.diagnostics[0]!.message.vi).toContain("dòng 2");
});

test.each<[string, string, readonly string[]]>([
  ["an object over lines", '{\n "Họ và tên": "An",\n "Lớp": "K1"\n}\n', ["rows.value-over-lines"]],
  ["rows in a wrapper over lines", '{\n "rows": [\n  {"Lớp": "K1"}\n ]\n}\n', ["rows.value-over-lines"]],
  ["rows parted by commas", '{"Lớp": "K1"},\n{"Lớp": "K2"},\n', ["rows.value-over-lines"]],
])("%s: said once", async (_, text, codes) => {
  for (const name of ["rows.json", "rows.jsonl"]) expect(await refusal(text, { name })).toEqual(codes);
});

test("an array is read whatever its file is called; a broken first line is a row to mend", async () => {
  const array = await read('[\n {"Lớp": "K1"},\n {"Lớp": "K2"}\n]\n', { name: "rows.jsonl" });
  expect(array.rows.map(({ request }) => request.data?.person)).toEqual([{ detail: "K1" }, { detail: "K2" }]);
  const { rows } = await read('{"Lớp": "K1",}\n{"Lớp": "K2"}\n', { name: "rows.jsonl" });
  expect(rows.map(({ diagnostics }) => places(diagnostics))).toEqual([["request.broken-json 1"], []]);
});

test("no field of a prototype can be set", async () => {
  const { rows } = await read(
    '[{"__proto__": {"polluted": 1}, "constructor": 1, "institution": {"__proto__": {"polluted": 1}, "name": "A"}}]',
    {
      name: "rows.json",
    },
  );
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  expect(Object.getPrototypeOf(rows[0]!.request)).toBe(Object.prototype);
});

test.each([
  ["[", "request.broken-json"],
  ["[]", "rows.empty"],
  ["", "rows.empty"],
  ["\n \n", "rows.empty"],
])("%j is refused", async (text, code) => {
  expect(await refusal(text, { name: "rows.json" })).toEqual([code]);
});
