/**
 * How scene colours become PDF colours. Everything else asks a {@link ColorModel} for operators, operands and colour
 * spaces, and does not know how many components there are or which inks stand behind them.
 */

import type { GradientStop, SceneColor } from "../../model/scene.ts";
import type { Ref } from "./object.ts";

/**
 * What the colours of a content stream are written for: `color` to be seen or printed, `luminance` to be read by a
 * luminosity mask. SVG masks weigh the channels by ITU-R BT.709 (CSS Masking 1 §7.10.1), PDF's by 0.30, 0.59, 0.11 (ISO
 * 32000-1 §11.5.3), so the grey is worked out here.
 */
export type ColorMode = "color" | "luminance";

/**
 * What is painted, on which a press colour depends: `fine` is text and rules, which black overprints so that no paper
 * shows at their edges; `ground` is a large area, where black alone looks grey; `mark` belongs to no design but to
 * finishing or to the press, and must not knock the design out; all else is `shape`.
 */
export type InkUse = "fine" | "shape" | "ground" | "mark";

export interface ColorModel {
  /** The operand of a transparency group's /CS. */
  readonly space: string;
  /** @param use asked only where the colour depends on it */
  operators(color: SceneColor, use: () => InkUse): ColorOperators;
  /** What a gradient of these stops varies. */
  channel(stops: readonly GradientStop[]): Channel;
}

/** Operators that set one colour. */
export interface ColorOperators {
  /** For filling, for example `1 0 0 rg`; with the operands alone where there is a space. */
  readonly fill: string;
  /** For stroking, for example `1 0 0 RG`. */
  readonly stroke: string;
  /** The colour space to be set first, by the name that the stream has for it; `null` for device spaces. */
  readonly space: Ref | null;
  /** Whether what lies below keeps its other inks (ISO 32000-1 §8.6.7). */
  readonly overprint: boolean;
}

/** Has names for colour spaces. */
export interface SpaceNames {
  spaceName(space: Ref): string;
}

/** What a ramp of gradient stops varies: the colour, or the opacity as a grey for a luminosity mask. */
export interface Channel {
  /** The operand of a shading's /ColorSpace. */
  readonly operand: string;
  of(stop: GradientStop): readonly number[];
  /** Operators that set components, written by {@link operands}, for filling in a stream. */
  fill(values: string, names: SpaceNames): string;
  /** The stops with as many more between them as it takes to go straight from one to the next. */
  refine(stops: readonly GradientStop[]): readonly GradientStop[];
}

/**
 * Components as operands. Five decimals keep 16-bit steps apart; they are rounded up, because some viewers (MuPDF) cut
 * off at 8 bits, where 52/255 written as 0.20392 would become 51.
 */
export const operands = (values: readonly number[]): string =>
  values.map((value) => `${Math.ceil(value * 1e5 - 1e-6) / 1e5}`).join(" ");

const asTheyAre = (stops: readonly GradientStop[]) => stops;

/** A model whose colours are device colours and nothing but their sRGB value. */
function deviceModel(
  space: string,
  [fill, stroke]: readonly [string, string],
  componentsOf: (color: SceneColor) => readonly number[],
): ColorModel {
  // A file has few colours and sets them often.
  const known = new Map<number, ColorOperators>();
  const channel: Channel = {
    operand: space,
    of: ({ color }) => componentsOf(color),
    fill: (values) => `${values} ${fill}`,
    refine: asTheyAre,
  };
  return {
    space,
    operators(color) {
      const { r, g, b } = color.rgb;
      const key = (r << 16) | (g << 8) | b;
      let operators = known.get(key);
      if (!operators) {
        const values = operands(componentsOf(color));
        operators = {
          fill: `${values} ${fill}`,
          stroke: `${values} ${stroke}`,
          space: null,
          overprint: false,
        };
        if (known.size < MOST_KNOWN) known.set(key, operators);
      }
      return operators;
    },
    channel: () => channel,
  };
}

/** Colours remembered for the life of the process. */
const MOST_KNOWN = 4096;

export const RGB_MODEL: ColorModel = deviceModel("/DeviceRGB", ["rg", "RG"], ({ rgb: { r, g, b } }) => [
  r / 255,
  g / 255,
  b / 255,
]);

/** The weights of red, green and blue in a luminosity mask, and the divisor that makes 0–1 of 8-bit channels. */
export const luminance = (r: number, g: number, b: number): number =>
  (0.2125 * r + 0.7154 * g + 0.0721 * b) / 255;

export const LUMINANCE_MODEL: ColorModel = deviceModel("/DeviceGray", ["g", "G"], ({ rgb: { r, g, b } }) => [
  luminance(r, g, b),
]);

export const ALPHA_CHANNEL: Channel = {
  operand: "/DeviceGray",
  of: (stop) => [stop.alpha],
  fill: (values) => `${values} g`,
  refine: asTheyAre,
};
