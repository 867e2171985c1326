/** The colours of one job: the kit's, or those derived from the institution's own, plus registered tints. */

import type { Cmyk, Rgb } from "../base/color.ts";
import type { ColorToken } from "./color-token.ts";

export interface PaletteColor {
  /** Token, or `token@30` for a tint of 30 %. */
  readonly token: string;
  readonly rgb: Rgb;
  readonly hex: string;
  readonly cmyk: Cmyk | null;
  readonly spot: string | null;
}

export interface Palette {
  readonly colors: Readonly<Record<ColorToken, PaletteColor>>;
  /** The token whose text reads best on each ground, at 4.5:1 or better. */
  readonly on: Readonly<Record<ColorToken, ColorToken>>;
}
