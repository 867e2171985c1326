/** Which colours a picture has, where it is not fully transparent. */

import type { Rgb } from "../../base/color.ts";
import type { RasterImage } from "../rasterise.ts";

export interface ImageColors {
  /** In order of appearance. */
  readonly palette: readonly Rgb[];
  /** For each pixel its place in the palette, one byte each: for palettes of up to 256 colours. */
  indices(): Uint8Array;
}

/** `null` when there are more than `most`. */
export function colorsOf({ rgba }: RasterImage, most: number): ImageColors | null {
  const places = new Map<number, number>();
  // Neighbours are alike: most pixels need no look-up.
  let last = -1;
  for (let i = 0; i < rgba.length; i += 4) {
    if (rgba[i + 3] === 0) continue;
    const value = valueAt(rgba, i);
    if (value === last) continue;
    last = value;
    if (places.has(value)) continue;
    if (places.size === most) return null;
    places.set(value, places.size);
  }
  return {
    palette: [...places.keys()].map(colorOf),
    indices: () =>
      Uint8Array.from({ length: rgba.length / 4 }, (_, i) => places.get(valueAt(rgba, i * 4)) ?? 0),
  };
}

/**
 * How far a channel times its alpha may lie from the sole colour's, of 255: dividing by a small alpha makes noise of
 * rounding.
 */
const NOISE = 1.5;

/** The colour of a picture that has only one, through whatever alpha; `null` for any other picture. */
export function soleColor({ rgba }: RasterImage): Rgb | null {
  let densest = 0;
  for (let i = 0; i < rgba.length; i += 4) if (rgba[i + 3]! > (rgba[densest + 3] ?? 0)) densest = i;
  const [r, g, b] = [rgba[densest]!, rgba[densest + 1]!, rgba[densest + 2]!];
  for (let i = 0; i < rgba.length; i += 4) {
    const alpha = rgba[i + 3]! / 255;
    const away = Math.max(Math.abs(rgba[i]! - r), Math.abs(rgba[i + 1]! - g), Math.abs(rgba[i + 2]! - b));
    if (away * alpha > NOISE) return null;
  }
  return { r, g, b };
}

const valueAt = (rgba: Uint8Array, i: number): number =>
  (rgba[i]! << 16) | (rgba[i + 1]! << 8) | rgba[i + 2]!;

const colorOf = (value: number): Rgb => ({ r: value >> 16, g: (value >> 8) & 255, b: value & 255 });
