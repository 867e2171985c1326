/** Greys in black ink alone: how much of it looks as light as a neutral on screen. */

import { type Rgb, relativeLuminance } from "../../base/color.ts";
import type { PressTransforms } from "./lcms.ts";

/** Channels this close, of 255, are meant as a grey: three inks would print it with a cast that drifts. */
const NEUTRAL_SPREAD = 4;

export const isNeutral = ({ r, g, b }: Rgb): boolean =>
  Math.max(r, g, b) - Math.min(r, g, b) <= NEUTRAL_SPREAD;

/**
 * The amount of black, 0–100 %, that has the CIELAB lightness of an sRGB neutral, both seen against their
 * white. Neutrals darker than full black are full black.
 */
export type BlackScale = (neutral: Rgb) => number;

export function blackScale(transforms: PressTransforms): BlackScale {
  const lightness = Array.from({ length: 101 }, (_, k) => transforms.labOf([0, 0, 0, k])[0]!);
  return (neutral) => {
    const wanted = lightnessOf(relativeLuminance(neutral));
    const above = lightness.findIndex((value) => value <= wanted);
    if (above < 0) return 100;
    if (above === 0) return 0;
    const lighter = lightness[above - 1]!;
    return above - 1 + (lighter - wanted) / (lighter - lightness[above]!);
  };
}

/** CIELAB L* 0–100 of a relative luminance 0–1 (CIE 15:2004 §8.2.1). */
const lightnessOf = (luminance: number): number =>
  luminance > 216 / 24389 ? 116 * Math.cbrt(luminance) - 16 : (luminance * 24389) / 27;
