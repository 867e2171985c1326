import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { AnphamError } from "../../../src/base/diagnostic.ts";
import { discoverFonts, facesOf } from "../../../src/resolve/fonts.ts";

const fonts = join(import.meta.dirname, "../../../fonts");
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "anpham-fonts-"));
});
afterEach(() => rm(folder, { recursive: true }));

test("finds the package's faces by weight, upright before italic", async () => {
  const faces = (await discoverFonts(fonts)).filter((face) => face.family === "Be Vietnam Pro");
  expect(faces.map(({ weight, style }) => `${weight} ${style}`)).toEqual([
    "400 normal",
    "400 italic",
    "500 normal",
    "600 normal",
    "700 normal",
    "800 normal",
  ]);
});

test("gives the same array again, also while the first is still being read", async () => {
  const [one, other] = await Promise.all([discoverFonts(fonts), discoverFonts(`${fonts}/`)]);
  expect(other).toBe(one);
  expect(await discoverFonts(fonts)).toBe(one);
});

test("selects families, as the same array whenever they are the same", async () => {
  const all = await discoverFonts(fonts);
  const selected = facesOf(all, ["Lexend", "Be Vietnam Pro"]);
  expect(selected).toHaveLength(10);
  expect(new Set(selected.map((face) => face.family))).toEqual(new Set(["Be Vietnam Pro", "Lexend"]));
  expect(facesOf(all, ["Be Vietnam Pro", "Lexend", "Lexend"])).toBe(selected);
  expect(facesOf(all, ["Lexend"])).toHaveLength(4);
});

test("reads files at any depth, and only those that are named as fonts", async () => {
  await mkdir(join(folder, "a", "b"), { recursive: true });
  await copyFile(join(fonts, "be-vietnam-pro/BeVietnamPro-Bold.ttf"), join(folder, "a", "b", "any name.TTF"));
  await writeFile(join(folder, "OFL.txt"), "licence");
  expect((await discoverFonts(folder)).map((face) => face.postScriptName)).toEqual(["BeVietnamPro-Bold"]);
});

test("names the file that is broken, and reads again once it is mended", async () => {
  await writeFile(join(folder, "broken.ttf"), "text");
  const thrown: unknown = await discoverFonts(folder).catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(AnphamError);
  expect((thrown as AnphamError).diagnostics[0]?.where.file).toBe("broken.ttf");
  await rm(join(folder, "broken.ttf"));
  expect(await discoverFonts(folder)).toEqual([]);
});
