/** Where a flat piece is folded, and the panels that this makes. */

import * as z from "zod";
import { type Rect, rect } from "../base/geometry.ts";
import type { Mm } from "../base/units.ts";

/** A fold line across the whole flat piece. */
export const fold = z.strictObject({
  /** The direction of the line itself. */
  axis: z.enum(["vertical", "horizontal"]),
  /** From the trim's left edge (vertical) or top edge (horizontal) of the first page, mm. */
  at: z.number().positive(),
});
export type Fold = z.infer<typeof fold>;

/** How much shorter the panel is that is folded in, not to crumple at the spine, mm (docs/sources.md: 97 + 100 + 100). */
const TUCK: Mm = 3;

/** One fold in the middle: A4 → A5. */
export const halfFold = (width: Mm): readonly Fold[] => [{ axis: "vertical", at: width / 2 }];

/**
 * A letter fold in three, as the outside page shows it: the flap that is folded in, the back, the cover. The
 * flap is at least 3 mm narrower, in half millimetres: 297 mm gives 97 + 100 + 100 (docs/sources.md).
 */
export function letterFold(width: Mm): readonly Fold[] {
  const panel = Math.ceil(((width + TUCK) / 3) * 2) / 2;
  return [
    { axis: "vertical", at: width - 2 * panel },
    { axis: "vertical", at: width - panel },
  ];
}

/**
 * The folds as a page shows them. Paper is turned over sideways, so vertical folds are mirrored on the back.
 * @param page 0-based; odd pages are backs
 */
export function foldsOn(folds: readonly Fold[], page: number, width: Mm): readonly Fold[] {
  if (page % 2 === 0) return folds;
  return folds.map((one) => (one.axis === "vertical" ? { ...one, at: width - one.at } : one));
}

/** The panels of a page from left to right, then from top to bottom; the whole trim when nothing is folded. */
export function panelsOf(
  { width, height }: { readonly width: Mm; readonly height: Mm },
  folds: readonly Fold[],
  page: number,
): readonly Rect[] {
  const shown = foldsOn(folds, page, width);
  const edges = (axis: Fold["axis"], end: Mm) => [
    0,
    ...shown
      .filter((one) => one.axis === axis)
      .map((one) => one.at)
      .sort((a, b) => a - b),
    end,
  ];
  const xs = edges("vertical", width);
  const ys = edges("horizontal", height);
  return ys
    .slice(1)
    .flatMap((bottom, row) =>
      xs.slice(1).map((right, column) => rect(xs[column]!, ys[row]!, right - xs[column]!, bottom - ys[row]!)),
    );
}
