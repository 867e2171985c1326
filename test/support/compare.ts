/** Comparing pictures by what an eye would notice. */

import sharp from "sharp";

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Three bytes a pixel. */
  readonly rgb: Uint8Array;
}

/** Reads any picture file onto white. */
export async function readPicture(file: Uint8Array | string): Promise<Picture> {
  const { data, info } = await sharp(file)
    .flatten({ background: "#fff" })
    .toColourspace("srgb")
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, rgb: new Uint8Array(data) };
}

/**
 * Pixels of either picture that the other cannot explain: a channel lies more than `tolerance` levels outside
 * what the 3 × 3 pixels there span. Antialiasing and a shift of one pixel pass; a line that is lost, however
 * thin, does not, since nothing around its place has its colour.
 */
export function strayPixels(one: Picture, other: Picture, tolerance = 64): number {
  if (one.width !== other.width || one.height !== other.height) {
    throw new Error(`${one.width}×${one.height} px against ${other.width}×${other.height} px`);
  }
  return unexplained(one, other, tolerance) + unexplained(other, one, tolerance);
}

function unexplained(from: Picture, to: Picture, tolerance: number): number {
  const { width, height, rgb } = from;
  let count = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3;
      for (let channel = 0; channel < 3; channel++) {
        const [low, high] = span(to, x, y, channel);
        const value = rgb[at + channel]!;
        if (value < low - tolerance || value > high + tolerance) {
          count++;
          break;
        }
      }
    }
  }
  return count;
}

/** The least and greatest value of a channel around a pixel. */
function span({ width, height, rgb }: Picture, x: number, y: number, channel: number): [number, number] {
  let low = 255;
  let high = 0;
  for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
    for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
      const value = rgb[(ny * width + nx) * 3 + channel]!;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return [low, high];
}

/** The mean difference of all channels, 0–255: small unless whole areas differ. */
export function meanDifference(one: Picture, other: Picture): number {
  let sum = 0;
  for (let i = 0; i < one.rgb.length; i++) sum += Math.abs(one.rgb[i]! - other.rgb[i]!);
  return sum / one.rgb.length;
}
