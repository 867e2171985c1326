import sharp from "sharp";
import { describe, expect, it } from "vitest";
import type { Size } from "../../../../../src/base/geometry.ts";
import { PngFile } from "../../../../../src/export/raster/png/png-file.ts";
import fc from "../../../../support/property.ts";

/** @param at the colour, as 0xaabbggrr, of each pixel */
function pixelsOf({ width, height }: Size, at: (x: number, y: number) => number): Uint8Array {
  const view = new DataView(new ArrayBuffer(width * height * 4));
  for (let i = 0; i < width * height; i++) view.setUint32(i * 4, at(i % width, Math.floor(i / width)), true);
  return new Uint8Array(view.buffer);
}

function fileOf(
  pixelSize: Size,
  rgba: Uint8Array,
  { opaque = true, rows = pixelSize.height } = {},
): Uint8Array {
  const file = new PngFile({ pixelSize, opaque, ppi: 300, title: "Thử" });
  const step = rows * pixelSize.width * 4;
  for (let from = 0; from < rgba.length; from += step) file.add(rgba.subarray(from, from + step));
  return file.end();
}

/** As libpng, which checks every sum, reads it. */
const read = (png: Uint8Array): Promise<Buffer> => sharp(png, { failOn: "warning" }).raw().toBuffer();

const withoutAlpha = (rgba: Uint8Array): Buffer => Buffer.from(rgba.filter((_, i) => i % 4 !== 3));

const OPAQUE = 0xff000000;
/** Colours without an order. */
const noise = (x: number, y: number): number => Math.imul(x * 7919 + y * 104729 + 1, 0x9e3779b1) >>> 0;

const PICTURES: Readonly<Record<string, (x: number, y: number) => number>> = {
  "one colour": () => OPAQUE | 0x336699,
  "equal rows": (x) => OPAQUE | noise(x, 0),
  "equal columns": (_, y) => OPAQUE | noise(0, y),
  shapes: (x, y) => OPAQUE | ((x - 60) ** 2 + (y - 40) ** 2 < 900 ? 0x0000ff : x > y ? 0xffffff : 0x102030),
  noise: (x, y) => OPAQUE | noise(x, y),
  "noise that recurs": (x, y) => OPAQUE | noise(x % 11, y % 3),
};

describe.each(Object.entries(PICTURES))("%s", (_, at) => {
  it.each([
    { width: 1, height: 1 },
    { width: 1, height: 50 },
    { width: 2, height: 9 },
    { width: 87, height: 3 },
    { width: 173, height: 90 },
    // A row farther back than matches reach.
    { width: 11_000, height: 3 },
  ])("comes back from $width × $height pixels", async (size) => {
    const rgba = pixelsOf(size, (x, y) => at(x, y) >>> 0);
    const expected = withoutAlpha(rgba);
    expect((await read(fileOf(size, rgba))).equals(expected)).toBe(true);
    expect((await read(fileOf(size, rgba, { rows: 2 }))).equals(expected)).toBe(true);
  });
});

it("keeps alpha, and colours that are multiplied by none", async () => {
  const size = { width: 90, height: 40 };
  const rgba = pixelsOf(size, (x, y) => noise(x >> 3, y >> 2));
  expect((await read(fileOf(size, rgba, { opaque: false }))).equals(Buffer.from(rgba))).toBe(true);
});

it("comes back whatever is painted", async () => {
  const colors = fc.array(fc.nat(0xffffffff), { minLength: 1, maxLength: 4 });
  const picture = fc.record({
    width: fc.integer({ min: 1, max: 120 }),
    height: fc.integer({ min: 1, max: 40 }),
  });
  await fc.assert(
    fc.asyncProperty(picture, colors, fc.nat(60), fc.boolean(), async (size, palette, length, opaque) => {
      const rgba = pixelsOf(size, (x, y) => {
        const color = palette[(noise(x >> (length % 7), y >> (length % 3)) >>> 8) % palette.length]!;
        return (opaque ? color | OPAQUE : color) >>> 0;
      });
      const expected = opaque ? withoutAlpha(rgba) : Buffer.from(rgba);
      expect((await read(fileOf(size, rgba, { opaque, rows: 7 }))).equals(expected)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

it("says how large it is, and what it is", async () => {
  const size = { width: 30, height: 20 };
  const file = fileOf(
    size,
    pixelsOf(size, () => OPAQUE),
  );
  const { width, height, density, hasAlpha, xmpAsString } = await sharp(file).metadata();
  expect({ width, height, density, hasAlpha }).toEqual({
    width: 30,
    height: 20,
    density: 300,
    hasAlpha: false,
  });
  expect(xmpAsString).toContain("Thử");
});

it("makes flat artwork smaller than zlib does in as much time", async () => {
  const size = { width: 1200, height: 800 };
  // Discs with soft edges on a ground.
  const discs = Array.from({ length: 40 }, (_, i) => ({
    x: noise(i, 1) % size.width,
    y: noise(i, 2) % size.height,
    r: 10 + (noise(i, 3) % 90),
  }));
  const rgba = pixelsOf(size, (x, y) => {
    const inside = Math.max(...discs.map((disc) => disc.r - Math.hypot(x - disc.x, y - disc.y)));
    const cover = Math.round(255 * Math.min(1, Math.max(0, inside + 0.5)));
    return (OPAQUE | (cover * 0x010101)) >>> 0;
  });
  const raw = sharp(rgba, { raw: { ...size, channels: 4 } }).removeAlpha();
  const zlib = await raw.png({ compressionLevel: 3, adaptiveFiltering: false }).toBuffer();
  expect(fileOf(size, rgba).length).toBeLessThan(zlib.length);
});
