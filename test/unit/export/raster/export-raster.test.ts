import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { AnphamError } from "../../../../src/base/diagnostic.ts";
import { rect } from "../../../../src/base/geometry.ts";
import { sha256 } from "../../../../src/base/hash.ts";
import { exportRaster, type RasterOptions } from "../../../../src/export/raster/export-raster.ts";
import { createRasterise } from "../../../../src/export/raster/rasterise.ts";
import type { ImageAsset, SceneNode } from "../../../../src/model/scene.ts";
import type { Sheet } from "../../../../src/model/sheet.ts";
import {
  circleOutline,
  clipOf,
  glyphRun,
  group,
  imageNode,
  linear,
  path,
  rectOutline,
  resourcesOf,
  type SceneOptions,
  sheetOf,
  solid,
  solidRect,
  stopsOf,
  strokeOf,
  testFace,
} from "../../../support/scene.ts";

/** One pixel a millimetre. */
const ONE_TO_ONE = 25.4;

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  at(x: number, y: number): readonly number[];
}

async function pictureOf(sheet: Sheet, options: Partial<RasterOptions> = {}): Promise<Picture> {
  const { value } = await exportRaster(sheet, { as: "png", ppi: ONE_TO_ONE, title: "Thử", ...options });
  const { data, info } = await sharp(value).raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  return {
    width,
    height,
    channels,
    at: (x, y) => [...data.subarray((y * width + x) * channels, (y * width + x + 1) * channels)],
  };
}

/** A 60 × 40 mm sheet, white underneath. */
const paint = (nodes: readonly SceneNode[], more: Partial<SceneOptions> = {}) =>
  pictureOf(sheetOf([solidRect(0, 0, 60, 40, "#ffffff"), ...nodes], { width: 60, height: 40, ...more }));

/** The chunks of a PNG file (PNG 3 §5). */
function chunksOf(png: Uint8Array): ReadonlyMap<string, DataView> {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const chunks = new Map<string, DataView>();
  for (let at = 8; at < png.byteLength; ) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...png.subarray(at + 4, at + 8));
    chunks.set(type, new DataView(png.buffer, png.byteOffset + at + 8, length));
    at += 12 + length;
  }
  return chunks;
}

const asset = (data: Uint8Array, pixelWidth: number, pixelHeight: number): ImageAsset => ({
  id: sha256(data),
  mediaType: "image/png",
  pixelWidth,
  pixelHeight,
  data,
});

describe("the file", () => {
  const cover = sheetOf([solidRect(0, 0, 230, 90, "#123456")], { width: 225.16, height: 83.34 });

  it("has exactly the pixels that a platform asks for", async () => {
    const { width, height } = await pictureOf(cover, { ppi: 96 });
    expect([width, height]).toEqual([851, 315]);
  });

  it("is filled to its last pixel, whatever rounding its size took", async () => {
    const picture = await pictureOf(cover, { ppi: 96 });
    expect(picture.channels).toBe(3);
    expect(picture.at(850, 314)).toEqual([0x12, 0x34, 0x56]);
  });

  it.each([
    [96, 3780],
    [150, 5906],
    [300, 11811],
  ])("says in pHYs that it has %i ppi", async (ppi, perMetre) => {
    const { value } = await exportRaster(cover, { as: "png", ppi, title: "" });
    const phys = chunksOf(value).get("pHYs");
    expect(phys && [phys.getUint32(0), phys.getUint32(4), phys.getUint8(8)]).toEqual([perMetre, perMetre, 1]);
  });

  it.each(["png", "jpeg", "webp"] as const)("carries its title as %s", async (as) => {
    const { value } = await exportRaster(cover, { as, ppi: 40, title: "Tuyển sinh <2026>" });
    const { format, xmpAsString } = await sharp(value).metadata();
    expect(format).toBe(as);
    expect(xmpAsString).toContain("Tuyển sinh &lt;2026&gt;");
  });

  it("keeps full colour resolution in JPEG, and its ppi", async () => {
    const { value } = await exportRaster(cover, { as: "jpeg", ppi: 120, title: "" });
    const { chromaSubsampling, density } = await sharp(value).metadata();
    expect({ chromaSubsampling, density }).toEqual({ chromaSubsampling: "4:4:4", density: 120 });
  });

  it("is transparent where nothing is painted, with straight colours", async () => {
    const half = sheetOf([solidRect(0, 0, 10, 10, solid("#ff8000", 0.5))], { width: 20, height: 10 });
    const png = await pictureOf(half);
    expect(png.channels).toBe(4);
    expect(png.at(15, 5)).toEqual([0, 0, 0, 0]);
    const [r, g, b, a] = png.at(5, 5);
    expect([r, b, a]).toEqual([255, 0, 128]);
    expect(Math.abs((g ?? 0) - 128)).toBeLessThanOrEqual(1);
  });

  it("is white in JPEG where nothing is painted", async () => {
    const jpeg = await pictureOf(sheetOf([], { width: 20, height: 10 }), { as: "jpeg" });
    expect(jpeg.at(5, 5)).toEqual([255, 255, 255]);
  });

  it("is the same bytes each time", async () => {
    const bytes = async () => sha256((await exportRaster(cover, { as: "png", ppi: 96, title: "a" })).value);
    expect(await bytes()).toBe(await bytes());
  });

  it("is refused above 400 megapixels", async () => {
    const huge = sheetOf([], { width: 8000, height: 4000 });
    await expect(exportRaster(huge, { as: "png", ppi: 300, title: "" })).rejects.toThrow(AnphamError);
    await expect(exportRaster(huge, { as: "png", ppi: 300, title: "" })).rejects.toThrow("export.too-large");
  });

  it("shows no seam where a large picture was painted in bands", async () => {
    const gradient = linear([0, 0, 0, 500], stopsOf("#000000", "#ffffff"));
    const sheet = sheetOf([solidRect(0, 0, 400, 500, gradient)], { width: 400, height: 500 });
    const { width, height, at } = await pictureOf(sheet, { ppi: 254 });
    expect([width, height]).toEqual([4000, 5000]);
    // Gradients are dithered in cells of 8 × 8 pixels: their means rise evenly.
    const cell = (y: number) => {
      let sum = 0;
      for (let i = 0; i < 64; i++) sum += at(2000 + (i % 8), y + (i >> 3))[0] ?? 0;
      return sum / 64;
    };
    for (let y = 8; y + 8 <= height; y += 8) {
      expect(Math.abs(cell(y) - cell(y - 8) - (255 * 8) / 5000)).toBeLessThan(0.15);
    }
  });
});

describe("what is painted", () => {
  it("keeps a 0.1 mm hairline visible at 300 ppi", async () => {
    const nodes = [solidRect(0, 0, 20, 20, "#ffffff"), solidRect(0, 10, 20, 0.1, "#000000")];
    const { at } = await pictureOf(sheetOf(nodes, { width: 20, height: 20 }), { ppi: 300 });
    const darkest = Math.min(...Array.from({ length: 236 }, (_, y) => at(100, y)[0] ?? 255));
    expect(darkest).toBeLessThan(60);
  });

  it("runs a gradient between its stops, across spread and transform", async () => {
    const { at } = await paint([
      solidRect(0, 0, 60, 20, linear([0, 0, 60, 0], stopsOf("#ff0000", "#0000ff"))),
      solidRect(
        0,
        20,
        60,
        20,
        linear([0, 0, 1, 0], stopsOf("#000000", "#ffffff"), {
          spread: "reflect",
          transform: [20, 0, 0, 20, 0, 0],
        }),
      ),
    ]);
    expect(at(30, 10)[0]).toBeGreaterThan(120);
    expect(at(30, 10)[2]).toBeGreaterThan(120);
    expect(at(1, 10)[0]).toBeGreaterThan(245);
    expect(at(20, 30)[0]).toBeGreaterThan(240);
    expect(at(40, 30)[0]).toBeLessThan(15);
  });

  it("clips to a union of shapes within the parent clip", async () => {
    const parent = clipOf([rectOutline(rect(0, 0, 60, 20))]);
    const clip = clipOf([rectOutline(rect(5, 5, 10, 30)), rectOutline(rect(30, 5, 10, 30))], parent);
    const { at } = await paint([group([solidRect(0, 0, 60, 40, "#ff0000")], { clip })]);
    expect(at(10, 10)).toEqual([255, 0, 0]);
    expect(at(35, 10)).toEqual([255, 0, 0]);
    expect(at(20, 10)).toEqual([255, 255, 255]);
    expect(at(10, 30)).toEqual([255, 255, 255]);
  });

  it("clips a clip shape by its own clip, in the shape's coordinates", async () => {
    const own = clipOf([rectOutline(rect(0, 0, 5, 5))]);
    const outline = rectOutline(rect(0, 0, 10, 10));
    const clip = {
      shapes: [{ transform: [1, 0, 0, 1, 20, 20] as const, outline, rule: "nonzero" as const, clip: own }],
      parent: null,
    };
    const { at } = await paint([group([solidRect(0, 0, 60, 40, "#ff0000")], { clip })]);
    expect(at(22, 22)).toEqual([255, 0, 0]);
    expect(at(27, 22)).toEqual([255, 255, 255]);
  });

  it("leaves holes by the even-odd rule", async () => {
    const { coords } = rectOutline(rect(10, 10, 20, 20));
    const inner = rectOutline(rect(15, 15, 10, 10)).coords;
    const outline = { verbs: "MLLLZMLLLZ", coords: [...coords, ...inner] };
    const { at } = await paint([path(outline, null, { fill: { paint: solid("#ff0000"), rule: "evenodd" } })]);
    expect(at(12, 12)).toEqual([255, 0, 0]);
    expect(at(20, 20)).toEqual([255, 255, 255]);
  });

  it.each([
    ["luminance", "#000000", [255, 255, 255]],
    ["luminance", "#ffffff", [255, 0, 0]],
    ["alpha", "#000000", [255, 0, 0]],
  ] as const)("masks by %s under %s", async (kind, shade, expected) => {
    const nodes = [
      solidRect(0, 0, 60, 40, linear([0, 0, 30, 0], stopsOf("#808080", "#808080"))),
      solidRect(5, 5, 30, 30, shade),
    ];
    const mask = { kind, region: rect(0, 0, 30, 40), nodes, mask: null };
    const { at } = await paint([group([solidRect(0, 0, 60, 40, "#ff0000")], { mask })]);
    expect(at(10, 10)).toEqual(expected);
    expect(at(40, 10), "outside the region").toEqual([255, 255, 255]);
  });

  it("masks a mask", async () => {
    const white = (region: ReturnType<typeof rect>) => [
      solidRect(region.x, region.y, region.width, region.height, "#ffffff"),
    ];
    const outer = {
      kind: "luminance" as const,
      region: rect(0, 0, 60, 20),
      nodes: white(rect(0, 0, 60, 40)),
      mask: null,
    };
    const soft = linear([0, 0, 60, 0], stopsOf("#ffffff", "#808080"));
    const mask = {
      ...outer,
      region: rect(0, 0, 60, 40),
      nodes: [solidRect(0, 0, 60, 40, soft)],
      mask: outer,
    };
    const { at } = await paint([group([solidRect(0, 0, 60, 40, "#ff0000")], { mask })]);
    expect(at(1, 10)[1]).toBeLessThan(10);
    expect(at(1, 30)).toEqual([255, 255, 255]);
  });

  it("multiplies with what lies behind, also out of a clipped frame", async () => {
    const blended = group([solidRect(0, 0, 60, 40, "#808080")], { blend: "multiply" });
    const clip = clipOf([rectOutline(rect(0, 0, 30, 40))]);
    const { at } = await paint([
      solidRect(0, 0, 60, 40, "#ff8000"),
      group([solidRect(0, 0, 5, 5, "#0000ff"), blended], { clip }),
    ]);
    expect(at(15, 20)).toEqual([128, 64, 0]);
    expect(at(45, 20)).toEqual([255, 128, 0]);
  });

  it("keeps blending inside an isolated group", async () => {
    const blended = group([solidRect(0, 0, 60, 40, "#808080")], { blend: "multiply" });
    const { at } = await paint([solidRect(0, 0, 60, 40, "#ff8000"), group([blended], { isolated: true })]);
    expect(at(15, 20)).toEqual([128, 128, 128]);
  });

  it("fades a group as a whole", async () => {
    const overlapping = [solidRect(10, 10, 20, 20, "#000000"), solidRect(20, 10, 20, 20, "#000000")];
    const { at } = await paint([group(overlapping, { opacity: 0.5 })]);
    expect(at(25, 20)).toEqual(at(12, 20));
    expect(Math.abs((at(25, 20)[0] ?? 0) - 128)).toBeLessThanOrEqual(1);
  });

  it("applies filters one after the other, each inside its region", async () => {
    const flood = (color: string, region: ReturnType<typeof rect>) => ({
      region,
      primitives: [{ name: "feFlood", attributes: { "flood-color": color }, children: [] }],
    });
    const offset = {
      region: rect(0, 0, 30, 40),
      primitives: [{ name: "feOffset", attributes: { dx: "10", dy: "0" }, children: [] }],
    };
    const { at } = await paint([
      group([solidRect(0, 0, 1, 1, "#000000")], { filters: [flood("#00ff00", rect(5, 5, 40, 30)), offset] }),
    ]);
    expect(at(10, 20)).toEqual([255, 255, 255]);
    expect(at(20, 20)).toEqual([0, 255, 0]);
    expect(at(40, 20)).toEqual([255, 255, 255]);
  });

  it("repeats a pattern's tile", async () => {
    const tile = [solidRect(0, 0, 5, 10, "#ff0000")];
    const pattern = {
      kind: "pattern",
      tile: rect(0, 0, 10, 10),
      transform: [1, 0, 0, 1, 2, 0],
      nodes: tile,
      alpha: 1,
    } as const;
    const { at } = await paint([solidRect(0, 0, 60, 40, pattern)]);
    expect(at(4, 20)).toEqual([255, 0, 0]);
    expect(at(9, 20)).toEqual([255, 255, 255]);
    expect(at(34, 20)).toEqual([255, 0, 0]);
  });

  it("paints strokes under fills when asked", async () => {
    const shape = rectOutline(rect(20, 10, 20, 20));
    const stroke = strokeOf("#0000ff", 6);
    const over = await paint([path(shape, "#ff0000", { stroke })]);
    const under = await paint([path(shape, "#ff0000", { stroke, paintOrder: "stroke-first" })]);
    expect(over.at(21, 20)).toEqual([0, 0, 255]);
    expect(under.at(21, 20)).toEqual([255, 0, 0]);
    expect(under.at(18, 20)).toEqual([0, 0, 255]);
  });

  it("cuts what leaves a clipped frame and the window", async () => {
    const { at } = await pictureOf({
      ...sheetOf([solidRect(-5, -5, 100, 100, "#ff0000")], { width: 30, height: 20 }),
      size: { width: 60, height: 40 },
    });
    expect(at(29, 19)).toEqual([255, 0, 0, 255]);
    expect(at(31, 19)).toEqual([0, 0, 0, 0]);
  });
});

describe("text", () => {
  let face: ReturnType<typeof testFace>;
  beforeAll(() => {
    face = testFace(800);
  });

  it("stands on its baseline at its size", async () => {
    // A bold stem: I is about 0.17 em wide from 0.06 em, 0.74 em high.
    const { at } = await paint([glyphRun("I", face, 30, 10, 35, "#000000")], { fonts: [face] });
    expect(at(14, 20)).toEqual([0, 0, 0]);
    expect(at(14, 36)).toEqual([255, 255, 255]);
    expect(at(14, 10)).toEqual([255, 255, 255]);
  });

  it.each([
    ["a solid colour", "#ff0000", 0, null],
    ["a gradient", linear([0, 0, 60, 0], stopsOf("#ff0000", "#ff0000")), 0, null],
    ["a slant", "#ff0000", 0.2, null],
    ["an outline", "#ff0000", 0, strokeOf("#ff0000", 0.001)],
    ["a slanted outline", "#ff0000", 0.0001, strokeOf("#ff0000", 0.001)],
  ])("has the same shape with %s", async (_name, fill, skew, stroke) => {
    const run = (more: object) => glyphRun("Ễ", face, 30, 10, 35, "#ff0000", more);
    const plain = await paint([run({ skew })], { fonts: [face] });
    const other = await paint([glyphRun("Ễ", face, 30, 10, 35, fill, { skew, stroke })], { fonts: [face] });
    for (let y = 0; y < 40; y++) {
      for (let x = 0; x < 60; x++)
        expect(Math.abs((plain.at(x, y)[1] ?? 0) - (other.at(x, y)[1] ?? 0))).toBeLessThan(4);
    }
  });

  it("leans right by its skew", async () => {
    const { at } = await paint([glyphRun("I", face, 30, 10, 35, "#000000", { skew: 0.5 })], {
      fonts: [face],
    });
    expect(at(14, 34)).toEqual([0, 0, 0]);
    expect(at(14, 15)).toEqual([255, 255, 255]);
    expect(at(23, 16)).toEqual([0, 0, 0]);
  });
});

describe("images", () => {
  it("are stretched to their box", async () => {
    const data = await sharp({ create: { width: 2, height: 2, channels: 3, background: "#00ff00" } })
      .png()
      .toBuffer();
    const green = asset(new Uint8Array(data), 2, 2);
    const { at } = await paint([imageNode(green, rect(10, 10, 30, 20))], { images: [green] });
    expect(at(12, 12)).toEqual([0, 255, 0]);
    expect(at(38, 28)).toEqual([0, 255, 0]);
    expect(at(42, 28)).toEqual([255, 255, 255]);
  });

  it("with many pixels are averaged, not sampled", async () => {
    const size = 600;
    const checks = Buffer.alloc(size * size, 0).map((_, i) =>
      ((i % size) + Math.floor(i / size)) % 2 ? 255 : 0,
    );
    const png = await sharp(checks, { raw: { width: size, height: size, channels: 1 } })
      .png()
      .toBuffer();
    const fine = asset(new Uint8Array(png), size, size);
    const { at } = await paint([imageNode(fine, rect(10, 10, 20, 20))], { images: [fine] });
    for (let x = 14; x < 26; x++) expect(Math.abs((at(x, 20)[0] ?? 0) - 128)).toBeLessThan(12);
  });
});

describe("createRasterise", () => {
  it("gives a region at a resolution, colours not multiplied by alpha", async () => {
    const nodes = [path(circleOutline(10, 10, 5), solid("#ff8000", 0.5))];
    const request = { nodes, resources: resourcesOf(), region: rect(5, 5, 10, 10), ppi: 254 };
    const { width, height, rgba } = await createRasterise()(request);
    expect([width, height, rgba.length]).toEqual([100, 100, 40000]);
    const centre = [...rgba.subarray((50 * 100 + 50) * 4, (50 * 100 + 50) * 4 + 4)];
    expect(centre[0]).toBe(255);
    expect(Math.abs((centre[1] ?? 0) - 128)).toBeLessThanOrEqual(1);
    expect(centre[3]).toBe(128);
    expect([...rgba.subarray(0, 4)]).toEqual([0, 0, 0, 0]);
  });
});
