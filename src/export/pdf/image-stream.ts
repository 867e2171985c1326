/** Samples as image streams (ISO 32000-1 §8.9.5). */

import sharp, { type Sharp } from "sharp";
import type { ImageAsset } from "../../model/scene.ts";
import type { RasterImage } from "../rasterise.ts";
import { type ImageStream, imageEntries, type PreparedImage } from "./image.ts";
import { readJpegHeader } from "./jpeg.ts";
import { pngStream, readPngRows } from "./png.ts";

/** JPEG bytes as they are. */
export function jpegFile(asset: ImageAsset): PreparedImage {
  const { width, height, components } = readJpegHeader(asset.data);
  const space = components === 1 ? "/DeviceGray" : "/DeviceRGB";
  const entries = `${imageEntries(width, height, space, 8)}/Filter/DCTDecode`;
  return { id: asset.id, color: { entries, data: asset.data }, alpha: null };
}

/** The alpha of a picture as a grey one, for its soft mask; `null` when it is opaque. */
export async function alphaStream({ width, height, rgba }: RasterImage): Promise<ImageStream | null> {
  const alpha = new Uint8Array(rgba.length / 4);
  let least = 255;
  for (let i = 0; i < alpha.length; i++) {
    const value = rgba[i * 4 + 3]!;
    alpha[i] = value;
    if (value < least) least = value;
  }
  return least === 255 ? null : grayStream(width, height, alpha);
}

/** One byte a pixel, 255 is white. */
export const grayStream = (width: number, height: number, gray: Uint8Array): Promise<ImageStream> =>
  encodeRows(sharp(gray, { raw: { width, height, channels: 1 } }).toColourspace("b-w"));

/** The rows of an image of one or three channels as PNG filters and compresses them. */
export async function encodeRows(image: Sharp): Promise<ImageStream> {
  const rows = readPngRows(await image.png({ compressionLevel: 6, adaptiveFiltering: true }).toBuffer());
  if (!rows) throw new Error("the encoder wrote rows that PDF cannot hold");
  return pngStream(rows);
}
