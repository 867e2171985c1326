/** Pictures made ready for a file: as they are for screens, as inks for a press, as grey for luminosity masks. */

import { LRUCache } from "lru-cache";
import sharp from "sharp";
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
  const width = widthToKeep(request, converter ? ppi : Math.max(ppi, LEAST_ON_SCREENS));
  const id = imageKey(asset.id, mode);
  const key = `${id} ${width} ${press ? idOf(press) : "screen"}`;
  const known = prepared.get(key);
  if (known) return known;
  const image = press ? await forPress(asset, width, press) : await forScreen(id, asset, width, mode);
  prepared.set(key, image);
  return image;
}

/** More than this many times the resolution that can be seen only makes a file large. */
const EXCESS = 1.5;

/** People enlarge what they read on a screen, and print it at the office. */
const LEAST_ON_SCREENS: Ppi = 300;

/** The width in pixels at which a picture is worth keeping. */
function widthToKeep({ asset, width, height }: ImageRequest, ppi: Ppi): number {
  const across = (width * ppi) / MM_PER_INCH / asset.pixelWidth;
  const down = (height * ppi) / MM_PER_INCH / asset.pixelHeight;
  const factor = Math.max(across, down);
  if (!(factor > 0) || factor * EXCESS >= 1) return asset.pixelWidth;
  return Math.max(1, Math.ceil(asset.pixelWidth * factor));
}

async function forPress(asset: ImageAsset, width: number, converter: InkConverter): Promise<PreparedImage> {
  const kept = width === asset.pixelWidth ? pressFile(asset, converter) : null;
  if (kept) return kept;
  return pressPixels(asset.id, await decode(asset, width), converter);
}

async function forScreen(
  id: string,
  asset: ImageAsset,
  width: number,
  mode: ColorMode,
): Promise<PreparedImage> {
  if (mode === "color" && width === asset.pixelWidth) {
    const kept = asset.mediaType === "image/jpeg" ? jpegFile(asset) : pngFile(asset);
    if (kept) return kept;
  }
  if (mode === "color" && asset.mediaType === "image/jpeg") return smallerJpeg(asset, width);
  return preparePixels(id, await decode(asset, width), mode, null);
}

/** High enough that nobody sees blocks (1–100). */
const QUALITY = 92;

async function smallerJpeg(asset: ImageAsset, width: number): Promise<PreparedImage> {
  const smaller = sharp(asset.data).resize({ width }).toColourspace("srgb");
  const { data, info } = await smaller.jpeg({ quality: QUALITY }).toBuffer({ resolveWithObject: true });
  return jpegFile({ ...asset, data: new Uint8Array(data), pixelWidth: info.width, pixelHeight: info.height });
}

/** The compressed rows of a PNG as they are, or `null` where PDF cannot take them. */
function pngFile(asset: ImageAsset): PreparedImage | null {
  const rows = readPngRows(asset.data);
  return rows && { id: asset.id, color: pngStream(rows), alpha: null };
}

/** @param width in pixels, the picture's own or less */
async function decode(asset: ImageAsset, width: number): Promise<RasterImage> {
  const { data, info } = await sharp(asset.data)
    .toColourspace("srgb")
    .ensureAlpha()
    .resize({ width, withoutEnlargement: true })
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
