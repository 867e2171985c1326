import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AnphamError } from "../../../src/base/diagnostic.ts";
import { parseJson, readJson } from "../../../src/resolve/read-json.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "anpham-json-"));
});
afterAll(() => rm(folder, { recursive: true }));

const problem = (thrown: unknown) => {
  if (!(thrown instanceof AnphamError)) throw thrown;
  return thrown.diagnostics[0]!;
};

describe("broken JSON names file, line and column", () => {
  test.each([
    ["a missing comma", '{\n  "a": 1\n  "b": 2\n}', 3, 3, "a comma is missing"],
    ["a missing brace", '{"a": [1, 2]', 1, 13, "a } is missing"],
    ["a trailing comma", '{\n  "a": 1,\n}', 3, 1, "a field name in double quotes is missing"],
    ["a comment", '{ // one\n "a": 1 }', 1, 3, "JSON has no comments"],
    ["an open string", '{"tên": "Trường\n}', 1, 9, "a closing quote is missing"],
    ["single quotes", "{'a': 1}", 1, 2, ""],
    ["an empty file", "", 1, 1, ""],
    ["text after the end", "{} x", 1, 4, ""],
  ])("%s", (_, text, line, column, reason) => {
    try {
      parseJson(text, "x.json");
    } catch (thrown) {
      const { code, where, message } = problem(thrown);
      expect({ code, where }).toEqual({
        code: "request.broken-json",
        where: { file: "x.json", line, column },
      });
      expect(message.en).toContain(reason);
      return;
    }
    throw new Error("it was accepted");
  });
});

test("reads UTF-8, with or without a byte order mark", async () => {
  await writeFile(join(folder, "bom.json"), '\uFEFF{"tên": "Trường"}');
  expect(await readJson(join(folder, "bom.json"))).toEqual({ tên: "Trường" });
});

test.each([
  ["a missing file", "none.json", "there is no such file"],
  ["a folder", ".", "it is not a file"],
  ["another encoding", "latin.json", "it is not UTF-8"],
])("refuses %s", async (_, file, reason) => {
  await writeFile(join(folder, "latin.json"), Buffer.from('{"a": "Tr\u00fe"}', "latin1"));
  const found = await readJson(join(folder, file), file).then(() => null, problem);
  expect(found?.code).toBe("request.unreadable-file");
  expect(found?.where).toEqual({ file });
  expect(found?.message.en).toContain(reason);
});
