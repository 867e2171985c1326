/** Pictures of a print file: what kind of stream they are, and what they put on the plates. */

import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { rect } from "../../../../src/base/geometry.ts";
import { sha256 } from "../../../../src/base/hash.ts";
import type { RasterImage } from "../../../../src/export/rasterise.ts";
import type { Filter, ImageAsset, SceneNode } from "../../../../src/model/scene.ts";
import { colorUses } from "../../../support/color-walk.ts";
import { testWith } from "../../../support/judges.ts";
import { qdf, type TestPdf } from "../../../support/pdf.ts";
import { CONDITION, mostInk, platesOf, pressPdf } from "../../../support/press.ts";
import { group, imageNode, sheetOf, solidRect } from "../../../support/scene.ts";

const page = { width: 100, height: 50 };

async function assetOf(
  mediaType: ImageAsset["mediaType"],
  [width, height]: readonly [number, number],
  channels: 1 | 3 | 4,
  valueAt: (x: number, y: number) => readonly number[],
  options: { palette?: boolean } = {},
): Promise<ImageAsset> {
  const pixels = new Uint8Array(width * height * channels);
  for (let i = 0; i < width * height; i++)
    pixels.set(valueAt(i % width, Math.floor(i / width)), i * channels);
  let image = sharp(pixels, { raw: { width, height, channels } });
  if (channels === 1) image = image.toColourspace("b-w");
  const file =
    mediaType === "image/png"
      ? image.png({ palette: options.palette ?? false })
      : image.jpeg({ quality: 95 });
  const data = new Uint8Array(await file.toBuffer());
  return { id: sha256(data), mediaType, pixelWidth: width, pixelHeight: height, data };
}

const on = (
  image: ImageAsset,
  box = rect(10, 5, 80, 40),
  more: readonly SceneNode[] = [],
): Promise<TestPdf> =>
  pressPdf([sheetOf([...more, imageNode(image, box, false)], { ...page, images: [image] })], { ppi: 300 });

/** A smooth picture of many dark and light colours. */
const photo = (width = 400, height = 200) =>
  assetOf("image/jpeg", [width, height], 3, (x, y) => [
    (x * 255) / width,
    (y * 255) / height,
    ((x + y) * 255) / (width + height),
  ]);

const imageEntries = (pdf: TestPdf): readonly string[] =>
  [...qdf(pdf).matchAll(/<<(?:(?!>>\nstream)[\s\S])*?\/Subtype \/Image[\s\S]*?>>\nstream/g)].map(
    ([entries]) => entries,
  );

const spacesOf = async (pdf: TestPdf): Promise<readonly string[]> =>
  (await colorUses(pdf.bytes)).filter(({ where }) => where.includes("image")).map(({ space }) => space);

describe("what becomes of a picture", () => {
  testWith("qpdf", "gs")("a photograph is a CMYK JPEG within the ink limit", async () => {
    const pdf = await on(await photo());
    expect(await spacesOf(pdf)).toEqual(["DeviceCMYK"]);
    expect(imageEntries(pdf)[0]).toContain("/DCTDecode");
    // JPEG rounds: a little over the limit is left.
    expect(mostInk((await platesOf(pdf.path, 300))[0]!)).toBeLessThanOrEqual(CONDITION.inkLimit + 5);
  });

  testWith("qpdf", "gs")("flat art keeps exact inks, from a palette", async () => {
    const image = await assetOf("image/png", [40, 20], 3, (x) => (x < 20 ? [255, 0, 0] : [0, 0, 0]));
    const pdf = await on(image);
    expect(await spacesOf(pdf)).toEqual(["Indexed DeviceCMYK"]);
    const plates = (await platesOf(pdf.path))[0]!;
    // Black of flat art is black ink alone, as beside it in vectors.
    expect(plates.at(70, 25)).toEqual({ Black: 100 });
    expect(plates.at(30, 25).Magenta).toBeGreaterThan(85);
    expect(plates.at(30, 25).Cyan ?? 0).toBeLessThan(5);
  });

  test("a palette is exchanged, its pixels stay as they are", async () => {
    const image = await assetOf("image/png", [40, 20], 3, (x) => (x < 20 ? [200, 30, 60] : [20, 90, 200]), {
      palette: true,
    });
    const pdf = await on(image);
    expect(await spacesOf(pdf)).toEqual(["Indexed DeviceCMYK"]);
    const png = Buffer.from(image.data);
    const rows = png.indexOf("IDAT") + 4;
    expect(Buffer.from(pdf.bytes).includes(png.subarray(rows, rows + png.readUInt32BE(rows - 8)))).toBe(true);
  });

  testWith("gs")("alpha becomes a grey soft mask", async () => {
    const image = await assetOf("image/png", [40, 20], 4, (x) => [200, 30, 60 + x, x < 20 ? 255 : 0]);
    const pdf = await on(image, rect(10, 5, 80, 40), [solidRect(0, 0, 100, 50, "#ffffff")]);
    expect(new Set(await spacesOf(pdf))).toEqual(new Set(["DeviceGray", "Indexed DeviceCMYK"]));
    const plates = (await platesOf(pdf.path))[0]!;
    expect(plates.at(30, 25).Magenta).toBeGreaterThan(70);
    expect(plates.at(70, 25)).toEqual({});
  });

  testWith("gs")("a grey photograph stays grey, on the black plate", async () => {
    const image = await assetOf("image/jpeg", [256, 64], 1, (x) => [x]);
    const pdf = await on(image);
    expect(await spacesOf(pdf)).toEqual(["DeviceGray"]);
    const plates = (await platesOf(pdf.path))[0]!;
    for (const x of [15, 40, 70]) expect(Object.keys(plates.at(x, 25))).toEqual(["Black"]);
    expect(plates.at(15, 25).Black).toBeGreaterThan(plates.at(70, 25).Black!);
  });
});

describe("resolution", () => {
  const widthOf = (pdf: TestPdf): number => Number(/\/Width (\d+)/.exec(imageEntries(pdf)[0]!)?.[1]);

  testWith("qpdf")("over one and a half times what a press shows is brought down to that", async () => {
    // 2,400 px over 80 mm are 762 ppi.
    const pdf = await on(await photo(2400, 1200));
    expect(widthOf(pdf)).toBe(Math.ceil((80 / 25.4) * 300));
  });

  testWith("qpdf")("under that nothing is lost", async () => {
    expect(widthOf(await on(await photo(1200, 600)))).toBe(1200);
  });

  testWith("qpdf")("the largest place of a picture counts", async () => {
    const image = await photo(2400, 1200);
    const small = imageNode(image, rect(0, 0, 10, 5), false);
    const pdf = await on(image, rect(10, 5, 80, 40), [small]);
    expect(imageEntries(pdf)).toHaveLength(1);
    expect(widthOf(pdf)).toBe(Math.ceil((80 / 25.4) * 300));
  });
});

describe("effects that became pixels", () => {
  const blur: Filter = {
    region: rect(0, 0, 100, 50),
    primitives: [{ name: "feGaussianBlur", attributes: { stdDeviation: "2" }, children: [] }],
  };
  /** A soft edge of one colour: alpha rises from left to right. */
  const softly = (r: number, g: number, b: number) => async (): Promise<RasterImage> => {
    const rgba = new Uint8Array(100 * 50 * 4);
    for (let i = 0; i < 5000; i++) {
      const alpha = Math.round(((i % 100) * 255) / 99);
      // Dividing by a small alpha leaves such noise.
      const noise = alpha > 0 && alpha < 40 ? (i % 3) - 1 : 0;
      rgba.set(
        [r + noise, g, b, alpha].map((value) => Math.max(0, value)),
        i * 4,
      );
    }
    return { width: 100, height: 50, rgba };
  };
  const effect = (rasterise: () => Promise<RasterImage>) =>
    pressPdf([sheetOf([group([solidRect(0, 0, 100, 50, "#000000")], { filters: [blur] })], page)], {
      rasterise,
    });

  testWith("gs")("a black shadow is on the black plate alone", async () => {
    const plates = (await platesOf((await effect(softly(0, 0, 0))).path))[0]!;
    for (const x of [20, 50, 90]) expect(Object.keys(plates.at(x, 25))).toEqual(["Black"]);
    expect(plates.at(50, 25).Black).toBeGreaterThan(45);
    expect(plates.at(50, 25).Black).toBeLessThan(56);
  });

  testWith("gs", "qpdf")("a coloured one is one colour through its alpha", async () => {
    const pdf = await effect(softly(20, 60, 160));
    expect(imageEntries(pdf).some((entries) => entries.includes("/Width 1\n"))).toBe(true);
    const plates = (await platesOf(pdf.path))[0]!;
    expect(plates.at(95, 25).Cyan).toBeGreaterThan(70);
    expect((await colorUses(pdf.bytes)).map(({ space }) => space)).not.toContain("DeviceRGB");
  });

  testWith("gs")("a picture in a luminosity mask is read in grey", async () => {
    const image = await assetOf("image/png", [2, 1], 3, (x) => (x === 0 ? [255, 255, 255] : [0, 0, 0]));
    const masked = group([solidRect(0, 0, 100, 50, "#000000")], {
      mask: {
        kind: "luminance",
        region: rect(0, 0, 100, 50),
        nodes: [imageNode(image, rect(0, 0, 100, 50), false)],
        mask: null,
      },
    });
    const pdf = await pressPdf([sheetOf([masked], { ...page, images: [image] })]);
    expect(await spacesOf(pdf)).toEqual(["DeviceGray"]);
    const plates = (await platesOf(pdf.path))[0]!;
    expect(plates.at(20, 25)).toEqual({ Black: 100 });
    expect(plates.at(80, 25)).toEqual({});
  });
});
