import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { AnphamError } from "../../../src/base/diagnostic.ts";
import { type Row, readRows } from "../../../src/run/rows.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "anpham-rows-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function rows(content: string): Promise<readonly Row[]> {
  const file = join(folder, "rows");
  await writeFile(file, content);
  const found: Row[] = [];
  for await (const row of readRows(file)) found.push(row);
  return found;
}
const institutions = async (content: string) => (await rows(content)).map(({ institution }) => institution);

test.each([
  ["an array", '\uFEFF \n["a", {"id": "b"}]'],
  ["a value a line", '\uFEFF"a"\r\n\r\n{"id": "b"}\r\n'],
])("%s of ids and data", async (_, content) => {
  expect(await institutions(content)).toEqual(["a", { id: "b" }]);
});

test("a broken line is named by its row and line, and the others are read", async () => {
  const found = await rows('"a"\n\n{"id": \n"b"\n7');
  expect(found.map(({ number, institution }) => [number, institution])).toEqual([
    [1, "a"],
    [2, null],
    [3, "b"],
    [4, null],
  ]);
  const [broken] = found[1]!.diagnostics;
  expect([broken!.code, broken!.where.row, broken!.where.line]).toEqual(["request.broken-json", 2, 3]);
  expect(broken!.message.vi).toContain("dòng 3");
  expect(found[3]!.diagnostics.map(({ code }) => code)).toEqual(["request.invalid-field"]);
});

test.each([["[1"], ["["]])("an array that breaks ends the run: %s", async (content) => {
  await expect(rows(content)).rejects.toThrow(AnphamError);
});

test("an empty file has no rows", async () => {
  expect(await rows("")).toEqual([]);
});

test("a file that is not there says so", async () => {
  const thrown: unknown = await readRows(join(folder, "none"))
    .next()
    .catch((error: unknown) => error);
  expect(thrown instanceof AnphamError && thrown.diagnostics[0]!.code).toBe("request.unreadable-file");
});
