import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { AnphamError } from "../../../src/base/diagnostic.ts";
import { openWholeFile, writeWholeFile } from "../../../src/run/write-file.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "anpham-write-"));
});
afterEach(() => rm(folder, { recursive: true }));

const bytes = new Uint8Array([1, 2, 3]);
const problem = async (file: string) => {
  const thrown: unknown = await writeWholeFile(file, bytes).catch((error: unknown) => error);
  if (!(thrown instanceof AnphamError)) throw thrown ?? new Error("it was written");
  return thrown.diagnostics[0]!;
};

test("makes the folder, writes, replaces, and leaves nothing beside", async () => {
  const file = join(folder, "a", "b", "x.pdf");
  await writeWholeFile(file, new Uint8Array([9]));
  await writeWholeFile(file, bytes);
  expect([...(await readFile(file))]).toEqual([1, 2, 3]);
  expect(await readdir(join(folder, "a", "b"))).toEqual(["x.pdf"]);
});

test("a folder of that name stays, and nothing is left behind", async () => {
  await mkdir(join(folder, "x.pdf"));
  const { code, where } = await problem(join(folder, "x.pdf"));
  expect([code, where.file]).toEqual(["output.cannot-write", join(folder, "x.pdf")]);
  expect(await readdir(folder)).toEqual(["x.pdf"]);
});

test("a path through a file says so", async () => {
  await writeFile(join(folder, "x"), "");
  expect((await problem(join(folder, "x", "y.pdf"))).message.en).toMatch(
    /leads through a file|a file of this name/,
  );
  expect(await readdir(folder)).toEqual(["x"]);
});

test("two writers at once leave one whole file", async () => {
  const file = join(folder, "x.pdf");
  const contents = [1, 2, 3, 4].map((fill) => new Uint8Array(500_000).fill(fill));
  await Promise.all(contents.map((content) => writeWholeFile(file, content)));
  expect(new Set(await readFile(file)).size).toBe(1);
  expect(await readdir(folder)).toEqual(["x.pdf"]);
});

test("a file in the making has another name, and is gone when it is given up", async () => {
  const file = join(folder, "x.pdf");
  const open = await openWholeFile(file);
  await open.write(bytes);
  expect((await readdir(folder)).filter((name) => name === "x.pdf")).toEqual([]);
  await open.discard();
  expect(await readdir(folder)).toEqual([]);
  const again = await openWholeFile(file);
  for (const each of bytes) await again.write(new Uint8Array([each]));
  await again.finish();
  expect([...(await readFile(file))]).toEqual([...bytes]);
  expect(await readdir(folder)).toEqual(["x.pdf"]);
});
