import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  anyThumbnails,
  pieceFile,
  thumbnailFiles,
  thumbnailsThere,
} from "../../../../src/run/kit/piece-files.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "anpham-piece-"));
  await mkdir(join(folder, "thumbnails"));
});
afterEach(() => rm(folder, { recursive: true }));

const PIECE = { name: "a5" };
const there = async (...names: readonly string[]) => {
  for (const name of names) await writeFile(join(folder, "thumbnails", name), "");
  return thumbnailsThere(folder, PIECE);
};

test("only files of several pages are numbered", () => {
  expect(pieceFile({ stem: "a5", as: "pdf" }, 1, 1)).toBe("a5.pdf");
  expect(pieceFile({ stem: "panel-ty-le-1-10", as: "tiff" }, 2, 3)).toBe("panel-ty-le-1-10-2.tif");
  expect(thumbnailFiles(PIECE, 2)).toEqual(["thumbnails/a5-1-of-2.png", "thumbnails/a5-2-of-2.png"]);
});

test("thumbnails that are there are found whole, in the order of pages", async () => {
  expect(await thumbnailsThere(join(folder, "nowhere"), PIECE)).toEqual([]);
  expect(await there("a5-wide.png", "a4-1-of-2.png", "a4-2-of-2.png")).toEqual([]);
  const pages = Array.from({ length: 12 }, (_, i) => `a5-${i + 1}-of-12.png`);
  expect(await there(...pages)).toEqual(pages.map((name) => `thumbnails/${name}`));
});

test.each([1, 7, 12])("of twelve thumbnails without the one of page %i nothing is there", async (missing) => {
  const pages = Array.from({ length: 12 }, (_, i) => `a5-${i + 1}-of-12.png`);
  await there(...pages);
  await rm(join(folder, `thumbnails/a5-${missing}-of-12.png`));
  expect(await there()).toEqual([]);
  expect(await there("a5.png")).toEqual(["thumbnails/a5.png"]);
});

test("what an earlier piece of other pages left is found with the others", async () => {
  await there("a5.png", "a5-1-of-2.png", "a5-wide.png", "a4.png");
  expect([...(await anyThumbnails(folder, PIECE))].sort()).toEqual([
    "thumbnails/a5-1-of-2.png",
    "thumbnails/a5.png",
  ]);
});
