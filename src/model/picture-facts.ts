/** What is known about a picture's pixels without decoding it again. Plain data. */

import type { Rgb } from "../base/color.ts";
import type { Rect } from "../base/geometry.ts";

/**
 * A picture's tones on a coarse grid of cells, about as large as a letter of the text that may stand on it.
 * Three bytes a cell in rows from the top left; `alpha` one byte.
 */
export interface Tones {
  readonly columns: number;
  readonly rows: number;
  readonly darkest: Uint8Array;
  readonly lightest: Uint8Array;
  /** How much the cell covers on average. */
  readonly alpha: Uint8Array;
}

/** One of a picture's main colours. */
export interface PictureColor {
  readonly rgb: Rgb;
  /** Of what the picture covers, 0–1; the shares of a picture add up to at most 1. */
  readonly share: number;
  /** How far it spreads over the painted part, 0–1 from its left and top. */
  readonly spread: Rect;
}

/** How a mark looks: enough to tell on which grounds it shows. */
export interface MarkLook {
  /** Main colours, the most frequent first. */
  readonly colors: readonly PictureColor[];
  /** Whether it brings its own ground: no part of its edge can be seen through. */
  readonly opaque: boolean;
  /** Width to height of the part that paints anything. */
  readonly aspect: number;
}
