/** Colours by how they look: OKLCH lightness, chroma and hue (CSS Color 4 §9). */

import { clampChroma, modeOklch, modeRgb, useMode } from "culori/fn";
import type { Rgb } from "../base/color.ts";

export interface Oklch {
  /** 0–1. */
  readonly l: number;
  /** 0 for greys, about 0.37 at most in sRGB. */
  readonly c: number;
  /** Degrees. */
  readonly h: number;
}

// Only these two spaces, so that the bundle holds no other.
const rgb = useMode(modeRgb);
const oklch = useMode(modeOklch);

export function toOklch({ r, g, b }: Rgb): Oklch {
  const { l, c, h } = oklch({ mode: "rgb", r: r / 255, g: g / 255, b: b / 255 });
  // Greys have no hue.
  return { l, c, h: h ?? 0 };
}

/** The sRGB colour of that lightness and hue; chroma is lowered to what sRGB can show. */
export function fromOklch({ l, c, h }: Oklch): Rgb {
  const { r, g, b } = rgb(clampChroma({ mode: "oklch", l: Math.min(1, Math.max(0, l)), c, h }, "oklch"));
  const byte = (channel: number) => Math.round(Math.min(1, Math.max(0, channel)) * 255);
  return { r: byte(r), g: byte(g), b: byte(b) };
}

/** Perceived lightness, 0–1. */
export const oklabLightness = (color: Rgb): number => toOklch(color).l;

/** Between two colours on the straight line of OKLab, whose steps look even; 0 is the first, 1 the second. */
export function mixOklab(one: Rgb, other: Rgb, share: number): Rgb {
  const [from, to] = [toOklch(one), toOklch(other)];
  const on = (polar: Oklch) => {
    const angle = (polar.h * Math.PI) / 180;
    return [polar.c * Math.cos(angle), polar.c * Math.sin(angle)] as const;
  };
  const [a1, b1] = on(from);
  const [a2, b2] = on(to);
  const mix = (start: number, end: number) => start + (end - start) * share;
  const [a, b] = [mix(a1, a2), mix(b1, b2)];
  return fromOklch({
    l: mix(from.l, to.l),
    c: Math.hypot(a, b),
    h: (Math.atan2(b, a) * 180) / Math.PI,
  });
}
