import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readData } from "../../../src/cli/read-data.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "anpham-data-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(content: string): Promise<string> {
  const file = join(folder, "data.json");
  await writeFile(file, content);
  return file;
}

test("an object is taken as it is", async () => {
  expect(await readData(await fileOf('{"lead":"Học nghề"}'))).toEqual({ lead: "Học nghề" });
});

test.each(["[1,2]", '"text"', "null", "3"])("%s is refused with the name of its file", async (content) => {
  const file = await fileOf(content);
  await expect(readData(file)).rejects.toMatchObject({
    diagnostics: [{ code: "request.invalid-field", where: { path: "data", file } }],
  });
});
