/** Photos in two colours of the kit: shadows in one, lights in the other, lightness kept as the eye sees it. */

import type { Rgb } from "../base/color.ts";
import { toHex } from "../base/color.ts";
import { sha256 } from "../base/hash.ts";
import { byContent, type PictureData } from "./by-content.ts";
import { mixOklab, oklabLightness } from "./oklch.ts";

export interface DuotoneColors {
  readonly shadows: Rgb;
  readonly lights: Rgb;
}

/** Part of the pixels at each end that may become the pure colour: a photo seldom uses the whole range. */
const CLIPPED = 0.005;

/** Flat areas of two inks show blocks of a stronger compression. */
const JPEG = { quality: 92, chromaSubsampling: "4:4:4" } as const;

/** A new picture with an id of its own; the same photo and colours give the same bytes. */
export const toDuotone = byContent(
  16,
  async ({ data }: PictureData, colors: DuotoneColors): Promise<PictureData> => {
    const { default: sharp } = await import("sharp");
    const { data: grey, info } = await sharp(data)
      .flatten({ background: toHex(colors.lights) })
      .toColourspace("b-w")
      .raw()
      .toBuffer({ resolveWithObject: true });
    const table = tableOf(rangeOf(grey, info.channels), colors);
    const { width, height, channels } = info;
    const rgb = Buffer.alloc(width * height * 3);
    for (let pixel = 0; pixel < width * height; pixel++) {
      const entry = grey[pixel * channels]! * 3;
      rgb[pixel * 3] = table[entry]!;
      rgb[pixel * 3 + 1] = table[entry + 1]!;
      rgb[pixel * 3 + 2] = table[entry + 2]!;
    }
    const bytes = await sharp(rgb, { raw: { width, height, channels: 3 } })
      .jpeg(JPEG)
      .toBuffer();
    const made = new Uint8Array(bytes);
    return { id: sha256(made), mediaType: "image/jpeg", pixelWidth: width, pixelHeight: height, data: made };
  },
  ({ shadows, lights }) => `${toHex(shadows)} ${toHex(lights)}`,
);

/** The darkest and lightest grey, but for a few stray pixels. */
function rangeOf(grey: Uint8Array, channels: number): readonly [darkest: number, lightest: number] {
  const counts = new Uint32Array(256);
  for (let i = 0; i < grey.length; i += channels) counts[grey[i]!]!++;
  const few = (grey.length / channels) * CLIPPED;
  const first = (order: readonly number[]) => {
    let seen = 0;
    for (const level of order) {
      seen += counts[level]!;
      if (seen > few) return level;
    }
    return order[0]!;
  };
  const levels = Array.from({ length: 256 }, (_, level) => level);
  const [darkest, lightest] = [first(levels), first(levels.toReversed())];
  return lightest > darkest ? [darkest, lightest] : [0, 255];
}

/** For each grey its colour, three bytes each: mixed in OKLab by perceived lightness. */
function tableOf(
  [darkest, lightest]: readonly [number, number],
  { shadows, lights }: DuotoneColors,
): Uint8Array {
  const lightness = (grey: number) => oklabLightness({ r: grey, g: grey, b: grey });
  const [from, to] = [lightness(darkest), lightness(lightest)];
  const table = new Uint8Array(256 * 3);
  for (let grey = 0; grey < 256; grey++) {
    const share = Math.min(1, Math.max(0, (lightness(grey) - from) / (to - from)));
    const { r, g, b } = mixOklab(shadows, lights, share);
    table.set([r, g, b], grey * 3);
  }
  return table;
}
