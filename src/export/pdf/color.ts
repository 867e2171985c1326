/**
 * The one place where a scene colour becomes PDF components. Everything else asks here for operators, operands
 * and colour spaces, and does not know how many components there are.
 */

import type { GradientStop, SceneColor } from "../../model/scene.ts";

/**
 * What the colours of a content stream are written for: `rgb` to be seen, `luminance` to be read by a luminosity
 * mask. SVG masks weigh the channels by ITU-R BT.709 (CSS Masking 1 §7.10.1), PDF's by 0.30, 0.59, 0.11 (ISO 32000-1
 * §11.5.3), so the grey is worked out here.
 */
export type ColorMode = "rgb" | "luminance";

/** Components 0–1 in the mode's colour space. */
export function components({ rgb }: SceneColor, mode: ColorMode): readonly number[] {
  const [r, g, b] = [rgb.r / 255, rgb.g / 255, rgb.b / 255];
  return mode === "rgb" ? [r, g, b] : [0.2125 * r + 0.7154 * g + 0.0721 * b];
}

/** The operand of /ColorSpace and of a transparency group's /CS. */
export const colorSpace = (mode: ColorMode): string => (mode === "rgb" ? "/DeviceRGB" : "/DeviceGray");

/** Operators that set one colour. */
export interface ColorOperators {
  /** For filling, for example `1 0 0 rg`. */
  readonly fill: string;
  /** For stroking, for example `1 0 0 RG`. */
  readonly stroke: string;
}

export function colorOperators(color: SceneColor, mode: ColorMode): ColorOperators {
  const values = operands(components(color, mode));
  return mode === "rgb"
    ? { fill: `${values} rg`, stroke: `${values} RG` }
    : { fill: `${values} g`, stroke: `${values} G` };
}

/**
 * Components as operands. Five decimals keep 16-bit steps apart; they are rounded up, because some viewers (MuPDF) cut
 * off at 8 bits, where 52/255 written as 0.20392 would become 51.
 */
export const operands = (values: readonly number[]): string =>
  values.map((value) => `${Math.ceil(value * 1e5 - 1e-6) / 1e5}`).join(" ");

/** What a ramp of gradient stops varies: the colour, or the opacity as a grey for a luminosity mask. */
export interface Channel {
  readonly space: string;
  /** Sets a value of the channel for filling. */
  readonly fill: string;
  of(stop: GradientStop): readonly number[];
}

export const colorChannel = (mode: ColorMode): Channel => ({
  space: colorSpace(mode),
  fill: mode === "rgb" ? "rg" : "g",
  of: (stop) => components(stop.color, mode),
});

export const ALPHA_CHANNEL: Channel = { space: "/DeviceGray", fill: "g", of: (stop) => [stop.alpha] };
