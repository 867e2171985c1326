/** Colours with alpha and how they are laid over each other (CSS Compositing 1 §9). */

import type { Rgb } from "../base/color.ts";
import type { BlendMode, Mask } from "../model/scene.ts";

/** Channels 0–255, not multiplied by alpha 0–1. */
export interface Rgba extends Rgb {
  readonly a: number;
}

export const CLEAR: Rgba = { r: 0, g: 0, b: 0, a: 0 };

/** `over` painted on `under`. */
export function layOver(over: Rgba, under: Rgba, blend: BlendMode): Rgba {
  if (over.a === 1 && blend === "normal") return over;
  const a = over.a + under.a * (1 - over.a);
  if (a === 0) return CLEAR;
  if (over.a === 0) return under;
  const channel = (source: number, backdrop: number) => {
    const mixed = (1 - under.a) * source + under.a * blended(blend, backdrop / 255, source / 255) * 255;
    return (over.a * mixed + (1 - over.a) * under.a * backdrop) / a;
  };
  return { r: channel(over.r, under.r), g: channel(over.g, under.g), b: channel(over.b, under.b), a };
}

/** The separable modes channel by channel, 0–1; of the others, hue and its like, only the source counts. */
function blended(mode: BlendMode, backdrop: number, source: number): number {
  switch (mode) {
    case "multiply":
      return backdrop * source;
    case "screen":
      return backdrop + source - backdrop * source;
    case "overlay":
      return blended("hard-light", source, backdrop);
    case "hard-light":
      return source <= 0.5 ? 2 * backdrop * source : blended("screen", backdrop, 2 * source - 1);
    case "darken":
      return Math.min(backdrop, source);
    case "lighten":
      return Math.max(backdrop, source);
    case "difference":
      return Math.abs(backdrop - source);
    case "exclusion":
      return backdrop + source - 2 * backdrop * source;
    case "color-dodge":
      return backdrop === 0 ? 0 : source >= 1 ? 1 : Math.min(1, backdrop / (1 - source));
    case "color-burn":
      return backdrop >= 1 ? 1 : source <= 0 ? 0 : 1 - Math.min(1, (1 - backdrop) / source);
    case "soft-light": {
      if (source <= 0.5) return backdrop - (1 - 2 * source) * backdrop * (1 - backdrop);
      const curve = backdrop <= 0.25 ? ((16 * backdrop - 12) * backdrop + 4) * backdrop : Math.sqrt(backdrop);
      return backdrop + (2 * source - 1) * (curve - backdrop);
    }
    default:
      return source;
  }
}

/** How much of what it masks a mask's colour keeps, 0–1 (CSS Masking 1 §7.10.1; luminance without gamma). */
export const maskShare = ({ r, g, b, a }: Rgba, kind: Mask["kind"]): number =>
  kind === "alpha" ? a : (a * (0.2125 * r + 0.7154 * g + 0.0721 * b)) / 255;
