/** Pictures made ready for a file: as they are for screens, as inks for a press, as grey for luminosity masks. */

import { LRUCache } from "lru-cache";
import sharp, { type Sharp } from "sharp";
import { foundOnce } from "../../base/found-once.ts";
import { MM_PER_INCH, type Ppi } from "../../base/units.ts";
import type { ImageAsset } from "../../model/scene.ts";
import type { InkConverter } from "../ink/ink-converter.ts";
import type { RasterImage } from "../rasterise.ts";
import { type ColorMode, luminance } from "./color.ts";
import { type ImageRequest, imageKey, type PreparedImage } from "./image.ts";
import { alphaStream, encodeRows, grayStream, jpegFile } from "./image-stream.ts";
import { pngStream, readPngRows } from "./png.ts";
import { pressFile, pressPixels } from "./press-image.ts";

/** Where a picture goes. */
interface Destination {
  readonly converter: InkConverter | null;
  /** What a press can show. */
  readonly ppi: Ppi;
}

const prepared = new LRUCache<string, PreparedImage>({
  maxSize: 64 * 1024 * 1024,
  sizeCalculation: ({ color, alpha }) => color.data.byteLength + (alpha?.data.byteLength ?? 0) + 1,
});

/** A converter gives the same inks as long as it lives. */
const idOf = foundOnce((_: InkConverter): number => ++converters);
let converters = 0;

/** A pure function of its arguments, remembered between files. */
export async function prepareImage(
  request: ImageRequest,
  { converter, ppi }: Destination,
): Promise<PreparedImage> {
  const { asset, mode } = request;
  const press = mode === "color" ? converter : null;
  const width = press ? pressWidth(request, ppi) : asset.pixelWidth;
  const id = imageKey(asset.id, mode);
  const key = press ? `${id} ${width} ${idOf(press)}` : id;
  const known = prepared.get(key);
  if (known) return known;
  const image = press ? await forPress(asset, width, press) : await forScreen(id, asset, mode);
  prepared.set(key, image);
  return image;
}

/** More than this many times the resolution that a press can show only makes a file large. */
const EXCESS = 1.5;

/** The width in pixels at which a picture is worth keeping. */
function pressWidth({ asset, width, height }: ImageRequest, ppi: Ppi): number {
  const across = (width * ppi) / MM_PER_INCH / asset.pixelWidth;
  const down = (height * ppi) / MM_PER_INCH / asset.pixelHeight;
  const factor = Math.max(across, down);
  if (!(factor > 0) || factor * EXCESS >= 1) return asset.pixelWidth;
  return Math.max(1, Math.ceil(asset.pixelWidth * factor));
}

async function forPress(asset: ImageAsset, width: number, converter: InkConverter): Promise<PreparedImage> {
  const kept = width === asset.pixelWidth ? pressFile(asset, converter) : null;
  if (kept) return kept;
  const decoded = await decode(asset, (image) => image.resize({ width, withoutEnlargement: true }));
  return pressPixels(asset.id, decoded, converter);
}

async function forScreen(id: string, asset: ImageAsset, mode: ColorMode): Promise<PreparedImage> {
  if (mode === "color") {
    const kept = asset.mediaType === "image/jpeg" ? jpegFile(asset) : pngFile(asset);
    if (kept) return kept;
  }
  return preparePixels(id, await decode(asset), mode, null);
}

/** The compressed rows of a PNG as they are, or `null` where PDF cannot take them. */
function pngFile(asset: ImageAsset): PreparedImage | null {
  const rows = readPngRows(asset.data);
  return rows && { id: asset.id, color: pngStream(rows), alpha: null };
}

async function decode(asset: ImageAsset, resize = (image: Sharp) => image): Promise<RasterImage> {
  const { data, info } = await resize(sharp(asset.data).toColourspace("srgb").ensureAlpha())
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, rgba: data };
}

/** Pixels in the colours that the mode and the converter ask for; opaque pictures have no alpha. */
export async function preparePixels(
  id: string,
  picture: RasterImage,
  mode: ColorMode,
  converter: InkConverter | null,
): Promise<PreparedImage> {
  if (mode === "color" && converter) return pressPixels(id, picture, converter);
  const { width, height, rgba } = picture;
  const opaqueColor = sharp(rgba, { raw: { width, height, channels: 4 } }).removeAlpha();
  const [color, alpha] = await Promise.all([
    mode === "color" ? encodeRows(opaqueColor) : grayStream(width, height, luminances(rgba)),
    alphaStream(picture),
  ]);
  return { id, color, alpha };
}

function luminances(rgba: Uint8Array): Uint8Array {
  const gray = new Uint8Array(rgba.length / 4);
  for (let i = 0; i < gray.length; i++) {
    gray[i] = Math.round(luminance(rgba[i * 4]!, rgba[i * 4 + 1]!, rgba[i * 4 + 2]!) * 255);
  }
  return gray;
}
