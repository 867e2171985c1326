/** The boxes of one page, derived from a format. All in mm from the trim's top left corner, y down. */

import { type Insets, inset, outset, type Rect, rect } from "../base/geometry.ts";
import type { Mm } from "../base/units.ts";

/** Invariant: bleed ⊇ trim ⊇ safe. */
export interface PageGeometry {
  /** The finished size; its x and y are 0. */
  readonly trim: Rect;
  /** How far ink must run past the trim. */
  readonly bleed: Mm;
  /** The trim grown by the bleed. */
  readonly bleedBox: Rect;
  /** Where anything that must be read has to stay. */
  readonly safe: Rect;
}

/** @param safeInsets from the trim towards the inside, mm */
export function pageGeometry(width: Mm, height: Mm, bleed: Mm, safeInsets: Insets): PageGeometry {
  const trim = rect(0, 0, width, height);
  return { trim, bleed, bleedBox: outset(trim, bleed), safe: inset(trim, safeInsets) };
}
