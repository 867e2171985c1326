/** Pixels to file bytes: PNG, JPEG, WebP, with resolution and title inside. */

import sharp from "sharp";
import type { Size } from "../../base/geometry.ts";
import type { Ppi } from "../../base/units.ts";
import { PngFile } from "./png/png-file.ts";
import { xmpPacket } from "./xmp-packet.ts";

/** Rows from the top, four bytes a pixel, colour not multiplied by alpha. */
export interface Pixels extends Size {
  /** Whether every alpha is 255; then the file gets no alpha channel. */
  readonly opaque: boolean;
  readonly rgba: Uint8Array;
}

export interface EncodeOptions {
  readonly as: "png" | "jpeg" | "webp";
  readonly ppi: Ppi;
  readonly title: string;
}

/** Equal pixels and options give equal bytes. */
export async function encode(pixels: Pixels, { as, ppi, title }: EncodeOptions): Promise<Uint8Array> {
  const { width, height, opaque, rgba } = pixels;
  if (as === "png") {
    const file = new PngFile({ pixelSize: { width, height }, opaque, ppi, title });
    file.add(rgba);
    return file.end();
  }
  const raw = sharp(rgba, { raw: { width, height, channels: 4 }, limitInputPixels: false });
  const image = (opaque ? raw.removeAlpha() : raw).withDensity(ppi).withXmp(xmpPacket(title));
  const compressed =
    as === "jpeg"
      ? // Full colour resolution: red text on blue falls apart in 4:2:0.
        image.flatten({ background: "#ffffff" }).jpeg({ quality: 90, chromaSubsampling: "4:4:4" })
      : // WebP halves the colour resolution; doing that with care takes four times as long.
        image.webp({
          quality: 90,
          alphaQuality: 100,
          smartSubsample: width * height <= SCREEN_PIXELS,
          effort: 2,
        });
  return await compressed.toBuffer();
}

/** Up to here a picture is looked at pixel by pixel: a screen, a cover, a post. */
const SCREEN_PIXELS = 3e6;
