/**
 * Pictures as inks. Photographs become CMYK JPEGs; flat art keeps its exact colours, as a palette where there are few;
 * what is grey stays on the black plate.
 */

import { promisify } from "node:util";
import { deflate } from "node:zlib";
import sharp from "sharp";
import type { Cmyk, Rgb } from "../../base/color.ts";
import type { ImageAsset } from "../../model/scene.ts";
import type { InkConverter } from "../ink/ink-converter.ts";
import type { RasterImage } from "../rasterise.ts";
import { cmykJpeg } from "./cmyk-jpeg.ts";
import { type ImageStream, imageEntries, type PreparedImage } from "./image.ts";
import { colorsOf, soleColor } from "./image-colors.ts";
import { alphaStream } from "./image-stream.ts";
import { indexedSpace, pngStream, readPngRows } from "./png.ts";

/** A picture of more colours than this is a photograph. */
const FLAT = 2048;

/** Flat art in grey is mostly of a few shades, and of all others where its edges are soft. */
const FLAT_GRAYS = 16;
/** What those few cover at least, of 1; in a photograph no few shades do. */
const FLAT_SHARE = 0.75;

/** High enough that nobody sees blocks in print (1–100). */
const QUALITY = 92;

/** A picture whose palette alone is exchanged for inks. `null` for what must be decoded. */
export function pressFile(asset: ImageAsset, converter: InkConverter): PreparedImage | null {
  if (asset.mediaType === "image/jpeg") return null;
  const rows = readPngRows(asset.data);
  if (!rows?.palette) return null;
  const { palette } = rows;
  const colors = Array.from(
    { length: palette.byteLength / 3 },
    (_, i): Rgb => ({ r: palette[i * 3]!, g: palette[i * 3 + 1]!, b: palette[i * 3 + 2]! }),
  );
  return { id: asset.id, color: pngStream(rows, paletteSpace(colors, converter)), alpha: null };
}

export async function pressPixels(
  id: string,
  picture: RasterImage,
  converter: InkConverter,
): Promise<PreparedImage> {
  const [color, alpha] = await Promise.all([colorStream(picture, converter), alphaStream(picture)]);
  return { id, color, alpha };
}

async function colorStream(picture: RasterImage, converter: InkConverter): Promise<ImageStream> {
  const { width, height } = picture;
  const sole = soleColor(picture);
  // A shadow is one colour seen through its alpha.
  if (sole)
    return { entries: imageEntries(1, 1, paletteSpace([sole], converter), 8), data: new Uint8Array(1) };
  const colors = colorsOf(picture, FLAT);
  if (colors && colors.palette.length <= 256) {
    const { palette } = colors;
    const samples = colors.indices();
    if (palette.every(isGray) && !isFlat(samples)) return grayPhoto(picture, converter);
    return flate(width, height, paletteSpace(palette, converter), samples);
  }
  const cmyk = converter.pixelsToCmyk(opaquePixels(picture));
  if (colors) return flate(width, height, "/DeviceCMYK", cmyk);
  const data = await cmykJpeg(width, height, cmyk, QUALITY);
  const inverted = "/Decode[1 0 1 0 1 0 1 0]/Filter/DCTDecode";
  return { entries: `${imageEntries(width, height, "/DeviceCMYK", 8)}${inverted}`, data };
}

const isGray = ({ r, g, b }: Rgb): boolean => r === g && g === b;

function isFlat(samples: Uint8Array): boolean {
  const counts = new Uint32Array(256);
  for (const sample of samples) counts[sample]!++;
  const few = counts.sort().subarray(-FLAT_GRAYS);
  return few.reduce((sum, count) => sum + count, 0) >= samples.length * FLAT_SHARE;
}

/** DeviceGray goes to the black plate; its levels are as light in print as the picture's greys are on screen. */
async function grayPhoto(
  { width, height, rgba }: RasterImage,
  converter: InkConverter,
): Promise<ImageStream> {
  const levels = Uint8Array.from({ length: 256 }, (_, value) => {
    const { k } = processInk({ r: value, g: value, b: value }, converter);
    return Math.round(255 - k * 2.55);
  });
  const gray = new Uint8Array(rgba.length / 4);
  for (let i = 0; i < gray.length; i++) gray[i] = levels[rgba[i * 4]!]!;
  const data = await sharp(gray, { raw: { width, height, channels: 1 } })
    .toColourspace("b-w")
    .jpeg({ quality: QUALITY })
    .toBuffer();
  return { entries: `${imageEntries(width, height, "/DeviceGray", 8)}/Filter/DCTDecode`, data };
}

/** Flat colours are those of the vectors beside them, so they go the same way. */
function paletteSpace(colors: readonly Rgb[], converter: InkConverter): string {
  const entries = new Uint8Array(colors.length * 4);
  colors.forEach((color, i) => {
    const { c, m, y, k } = processInk(color, converter);
    entries.set(
      [c, m, y, k].map((amount) => Math.floor(amount * 2.55 + 0.5)),
      i * 4,
    );
  });
  return indexedSpace("/DeviceCMYK", 4, entries);
}

const PAPER: Cmyk = { c: 0, m: 0, y: 0, k: 0 };

/** A colour without a token is always one of process inks. */
function processInk(rgb: Rgb, converter: InkConverter): Cmyk {
  const ink = converter.inkOf({ rgb, token: null });
  return ink.kind === "process" ? ink.cmyk : PAPER;
}

const compress = promisify(deflate);

const flate = async (
  width: number,
  height: number,
  space: string,
  samples: Uint8Array,
): Promise<ImageStream> => ({
  entries: `${imageEntries(width, height, space, 8)}/Filter/FlateDecode`,
  data: await compress(samples),
});

function opaquePixels({ rgba }: RasterImage): Uint8Array {
  const rgb = new Uint8Array((rgba.length / 4) * 3);
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    rgb[to] = rgba[from]!;
    rgb[to + 1] = rgba[from + 1]!;
    rgb[to + 2] = rgba[from + 2]!;
  }
  return rgb;
}
