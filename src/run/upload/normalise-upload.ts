/**
 * Makes of an uploaded picture one that is safe to keep: known by its content, bounded, upright, in sRGB, encoded anew
 * by this program, without any metadata (places, cameras, names, thumbnails). Drawings keep shapes and nothing else.
 */

import { fail } from "../../base/diagnostic.ts";
import { encodeRaster, readHeader } from "../../base/raster.ts";
import { type PictureFile, pictureFrom } from "../../resolve/assets.ts";
import { sniffPicture } from "../../resolve/sniff.ts";
import { cleanSvg } from "../../resolve/svg.ts";
import { canBeDrawn } from "./draw-alone.ts";

/** Frames of a moving picture; the first is used, the others still have to be looked through. */
const MOST_FRAMES = 100;
/** Of all bitmaps inside a drawing, megapixels: a few hundred bytes of PNG can hold a hundred. */
const MOST_INNER = 16;
/** Of photos: wide enough for one more encoding not to show. */
const QUALITY = 92;

export interface NormalisedPicture {
  readonly mediaType: PictureFile["mediaType"];
  readonly bytes: Uint8Array;
  readonly pixelWidth: number;
  readonly pixelHeight: number;
  readonly diagnostics: PictureFile["diagnostics"];
}

/**
 * @param name how to call it in a complaint
 * @param megapixels the most that a bitmap may have
 * @throws AnphamError `asset.unsupported-type`, `asset.too-large`
 */
export async function normaliseUpload(
  bytes: Uint8Array,
  name: string,
  megapixels: number,
): Promise<NormalisedPicture> {
  const isDrawing = sniffPicture(bytes) === "svg";
  if (!isDrawing && sniffPicture(bytes) !== null) {
    const { width, height, pages = 1 } = await readHeader(bytes, name);
    refuseOver((width * height) / 1e6, megapixels, name);
    if (pages > MOST_FRAMES) {
      fail("asset.too-large", { name, found: `${pages} frames`, limit: `${MOST_FRAMES} frames` });
    }
  }
  const picture = await pictureFrom(bytes, name, (data) => encodeRaster(data, name, QUALITY));
  const { mediaType, data, pixelWidth, pixelHeight, diagnostics } = picture;
  if (isDrawing) {
    await refuseHeavy(picture, name);
    if (!(await canBeDrawn(data))) {
      const found = { foundVi: "bản vẽ SVG không vẽ được", found: "an SVG drawing that cannot be drawn" };
      fail("asset.unsupported-type", { name, ...found });
    }
  }
  return { mediaType, bytes: new Uint8Array(data), pixelWidth, pixelHeight, diagnostics };
}

function refuseOver(found: number, limit: number, name: string): void {
  if (found <= limit) return;
  fail("asset.too-large", { name, found: `${Math.ceil(found)} megapixel`, limit: `${limit} megapixel` });
}

async function refuseHeavy({ data }: PictureFile, name: string): Promise<void> {
  const { value } = cleanSvg(new TextDecoder().decode(data), name);
  let inner = 0;
  for (const picture of value.pictures) {
    const { width, height } = await readHeader(picture, name);
    inner += (width * height) / 1e6;
  }
  refuseOver(inner, MOST_INNER, name);
}
