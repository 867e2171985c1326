import { mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import type { InkConverter } from "../../../../src/export/ink/ink-converter.ts";
import { exportTiff, exportTiffToFile } from "../../../../src/export/tiff/export-tiff.ts";
import type { ImageAsset } from "../../../../src/model/scene.ts";
import type { Sheet } from "../../../../src/model/sheet.ts";
import { fogra39Converter } from "../../../support/fogra39.ts";
import {
  color,
  glyphRun,
  imageNode,
  linear,
  resourcesOf,
  sheetOf,
  solid,
  solidRect,
  testFace,
} from "../../../support/scene.ts";

let converter: InkConverter;
beforeAll(async () => {
  converter = await fogra39Converter(
    new Map([
      ["primary", { kind: "process", cmyk: { c: 100, m: 84, y: 8, k: 28 } }],
      ["primary-4", { kind: "process", cmyk: { c: 76, m: 40, y: 0, k: 0 } }],
      ["bar", { kind: "process", cmyk: { c: 0, m: 0, y: 0, k: 50 } }],
      ["ink", { kind: "process", cmyk: { c: 0, m: 0, y: 0, k: 100 } }],
    ]),
  );
});

const primary = { ...solid("#0b2a6b"), color: color("#0b2a6b", "primary") };
const ink = { ...solid("#0f1a33"), color: color("#0f1a33", "ink") };

const tiffOf = async (sheet: Sheet, ppi = 25.4) =>
  (await exportTiff(sheet, { ppi, converter, title: "Phông nền" })).value;

/** Pixels as percentages of ink, read by libtiff. */
async function inksIn(tiff: Uint8Array) {
  const reader = sharp(tiff, { limitInputPixels: false }).pipelineColourspace("cmyk").toColourspace("cmyk");
  const { data, info } = await reader.raw().toBuffer({ resolveWithObject: true });
  expect(info.channels).toBe(4);
  return (x: number, y: number): readonly number[] =>
    [...data.subarray((y * info.width + x) * 4, (y * info.width + x) * 4 + 4)].map((v) =>
      Math.round(v / 2.55),
    );
}

const png = async (
  width: number,
  height: number,
  rgba: { r: number; g: number; b: number; alpha: number },
) => {
  const image = sharp({ create: { width, height, channels: 4, background: rgba } });
  return asset(new Uint8Array(await image.png().toBuffer()), width, height);
};
const asset = (data: Uint8Array, pixelWidth: number, pixelHeight: number): ImageAsset => ({
  id: `${data.byteLength}`,
  mediaType: "image/png",
  pixelWidth,
  pixelHeight,
  data,
});

describe("what readers see", () => {
  test("is CMYK with size, resolution and the condition's profile", async () => {
    const tiff = await tiffOf(sheetOf([], { width: 254, height: 127 }), 100);
    const metadata = await sharp(tiff).metadata();
    expect(metadata).toMatchObject({
      format: "tiff",
      width: 1000,
      height: 500,
      space: "cmyk",
      channels: 4,
      density: 100,
    });
    expect(Buffer.from(metadata.icc!).equals(converter.condition.icc)).toBe(true);
  });

  test("keeps its directory on a word, whatever its strips take (TIFF 6.0, § 2)", async () => {
    for (const side of [20, 21, 22, 23, 24, 25, 26, 27]) {
      const nodes = [solidRect(1, 2, side / 3, side / 2, primary), solidRect(5, 1, 3, side / 5, ink)];
      const tiff = await tiffOf(sheetOf(nodes, { width: side, height: side }));
      expect(Buffer.from(tiff).readUInt32LE(4) % 2).toBe(0);
    }
  });

  test("the same sheet gives the same bytes", async () => {
    const sheet = sheetOf([solidRect(10, 10, 50, 50, primary)], { width: 100, height: 100 });
    expect(Buffer.from(await tiffOf(sheet)).equals(await tiffOf(sheet))).toBe(true);
  });
});

describe("inks", () => {
  test("are the kit's, exactly, and paper stays bare", async () => {
    const sheet = sheetOf([solidRect(0, 0, 20, 20, primary), solidRect(20, 0, 20, 20, ink)], {
      width: 60,
      height: 20,
    });
    const at = await inksIn(await tiffOf(sheet));
    expect(at(10, 10)).toEqual([100, 84, 8, 28]);
    expect(at(30, 10)).toEqual([0, 0, 0, 100]);
    expect(at(50, 10)).toEqual([0, 0, 0, 0]);
  });

  test("pass without a jump between two kit colours", async () => {
    const stops = [
      { offset: 0, color: color("#0b2a6b", "primary"), alpha: 1 },
      { offset: 1, color: color("#2f86e8", "primary-4"), alpha: 1 },
    ];
    const ramp = solidRect(20, 0, 400, 10, linear([20, 0, 420, 0], stops));
    const at = await inksIn(
      await tiffOf(sheetOf([solidRect(0, 0, 20, 10, primary), ramp], { width: 420, height: 10 })),
    );
    const row = Array.from({ length: 420 }, (_, x) => at(x, 5));
    const steps = row.slice(1).map((inks, i) => Math.max(...inks.map((v, j) => Math.abs(v - row[i]![j]!))));
    expect(Math.max(...steps)).toBeLessThanOrEqual(2);
    expect(row[10]).toEqual([100, 84, 8, 28]);
    expect(row[419]).toEqual([76, 40, 0, 0]);
  });

  test("of pictures come from the profile, even where they share a kit colour; vector above them keeps its own", async () => {
    const picture = await png(8, 8, { r: 11, g: 42, b: 107, alpha: 1 });
    const sheet = sheetOf(
      [imageNode(picture, { x: 0, y: 0, width: 40, height: 20 }), solidRect(20, 0, 20, 20, primary)],
      { width: 60, height: 20, images: [picture] },
    );
    const at = await inksIn(await tiffOf(sheet));
    expect(at(10, 10)).toEqual([100, 87, 18, 15]);
    expect(at(30, 10)).toEqual([100, 84, 8, 28]);
  });

  test("of marks are exact too, and leave the artwork as it is without them", async () => {
    const bare = sheetOf([solidRect(0, 0, 20.5, 20, primary)], { width: 60, height: 20 });
    const mark = solidRect(40, 0, 10, 20, { ...solid("#8593b4"), color: color("#8593b4", "bar") });
    const layer = { name: "Dấu", for: "press" as const, nodes: [mark], resources: resourcesOf() };
    const [without, marked] = [await tiffOf(bare), await tiffOf({ ...bare, layers: [layer] })];
    expect((await inksIn(marked))(45, 10)).toEqual([0, 0, 0, 50]);
    // The edge of the artwork is about the mark's colour.
    expect((await inksIn(marked))(20, 10)).toEqual((await inksIn(without))(20, 10));
  });

  test("a transparent logo leaves the ground around it untouched", async () => {
    const clear = await png(8, 8, { r: 0, g: 0, b: 0, alpha: 0 });
    const sheet = sheetOf(
      [solidRect(0, 0, 40, 20, primary), imageNode(clear, { x: 10, y: 0, width: 20, height: 20 })],
      { width: 40, height: 20, images: [clear] },
    );
    const at = await inksIn(await tiffOf(sheet));
    expect(at(20, 10)).toEqual([100, 84, 8, 28]);
  });
});

test("a picture painted in many bands has no seam and loses no row", async () => {
  const face = testFace(700);
  const nodes = [
    solidRect(
      0,
      0,
      400,
      400,
      linear(
        [0, 0, 0, 400],
        [
          { offset: 0, color: color("#0b2a6b", "primary"), alpha: 1 },
          { offset: 1, color: color("#2f86e8", "primary-4"), alpha: 1 },
        ],
      ),
    ),
    glyphRun("Cao đẳng nghề", face, 50, 10, 200, "#ffffff"),
  ];
  // 15.7 megapixels: two bands.
  const tiff = await tiffOf(sheetOf(nodes, { width: 400, height: 400, fonts: [face] }), 252);
  const at = await inksIn(tiff);
  const column = Array.from({ length: 3968 }, (_, y) => at(3900, y));
  const steps = column
    .slice(1)
    .map((inks, i) => Math.max(...inks.map((v, j) => Math.abs(v - column[i]![j]!))));
  expect(Math.max(...steps)).toBeLessThanOrEqual(1);
  expect(column[0]).toEqual([100, 84, 8, 28]);
  expect(column[3967]).toEqual([76, 40, 0, 0]);
});

describe("to disk", () => {
  const folder = () => mkdtemp(join(tmpdir(), "anpham-tiff-"));

  test("the same bytes as in memory, under their final name only", async () => {
    const sheet = sheetOf([solidRect(5, 5, 20, 20, primary)], { width: 50, height: 50 });
    const inside = await folder();
    const file = join(inside, "new", "phong.tif");
    const options = { ppi: 50, converter, title: "Phông nền" };
    const { value } = await exportTiffToFile(sheet, options, file);
    const bytes = await readFile(file);
    expect(bytes.equals((await exportTiff(sheet, options)).value)).toBe(true);
    expect(value).toEqual({ bytes: bytes.byteLength, pixelSize: { width: 98, height: 98 } });
    expect(await readdir(join(inside, "new"))).toEqual(["phong.tif"]);
  });

  test("a place that cannot be written is named, and nothing is left there", async () => {
    const inside = await folder();
    await writeFile(join(inside, "taken"), "");
    const file = join(inside, "taken", "a.tif");
    const sheet = sheetOf([], { width: 10, height: 10 });
    await expect(exportTiffToFile(sheet, { ppi: 50, converter, title: "" }, file)).rejects.toMatchObject({
      diagnostics: [{ code: "output.cannot-write", where: { file } }],
    });
    expect(await readdir(inside)).toEqual(["taken"]);
  });

  test("more than 4 GB of pixels are refused before anything is written", async () => {
    const inside = await folder();
    const sheet = sheetOf([], { width: 10_000, height: 10_000 });
    await expect(
      exportTiffToFile(sheet, { ppi: 100, converter, title: "" }, join(inside, "a.tif")),
    ).rejects.toMatchObject({
      diagnostics: [{ code: "export.too-large", message: { en: expect.stringContaining("1550 MP") } }],
    });
    expect(await readdir(inside)).toEqual([]);
  });
});
