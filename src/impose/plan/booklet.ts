/** Saddle stitch: sheets folded once, laid into each other and stapled through the fold. */

import { outset, rect, translation } from "../../base/geometry.ts";
import type { Mm } from "../../base/units.ts";
import type { PlannedCell, SheetPlan } from "../../model/sheet-plan.ts";
import { cellAt, type Piece } from "./piece.ts";

/** One side of a sheet: 0-based pages, `null` for a blank one. */
export interface Spread {
  readonly left: number | null;
  readonly right: number | null;
  /** 0 for the outermost sheet (the cover), rising inwards. */
  readonly depth: number;
}

/** Pages rounded up to whole sheets of four. */
export const paddedPages = (pages: number): number => Math.ceil(pages / 4) * 4;

/** Where a page is folded: first, third, … pages lie on the right. @param page 0-based */
export const spineSide = (page: number): "left" | "right" => (page % 2 === 0 ? "left" : "right");

/**
 * Sides in printing order: front and back of the outermost sheet first. Of 8 pages: 8|1, 2|7, 6|3, 4|5.
 * Pages past the last are blank.
 */
export function bookletSpreads(pages: number): readonly Spread[] {
  const count = paddedPages(pages);
  const page = (index: number) => (index < pages ? index : null);
  return Array.from({ length: count / 4 }, (_, depth) => depth).flatMap((depth) => [
    { left: page(count - 1 - 2 * depth), right: page(2 * depth), depth },
    { left: page(2 * depth + 1), right: page(count - 2 - 2 * depth), depth },
  ]);
}

/**
 * Each side as one sheet as large as its spread.
 *
 * Creep: a sheet that lies in n others sticks out by n paper thicknesses at the fore-edge, where all are cut
 * at one line. Its pages are moved by that much towards the fold, so that outer margins stay equal. What is
 * moved beyond the fold is cut off there.
 */
export function planBooklet(pages: number, piece: Piece, paperThickness: Mm): readonly SheetPlan[] {
  const { trim, bleed } = piece;
  const spread = rect(bleed, bleed, 2 * trim.width, trim.height);
  const bleedBox = outset(spread, bleed);
  const spine = spread.x + trim.width;
  return bookletSpreads(pages).map(({ left, right, depth }, i) => {
    const creep = depth * paperThickness * piece.scale;
    const half = (page: number | null, x: Mm, from: Mm): PlannedCell[] => {
      if (page === null) return [];
      const limit = rect(from, bleedBox.y, bleedBox.width / 2, bleedBox.height);
      return [cellAt(page, piece, translation(x, spread.y), limit)];
    };
    return {
      size: { width: bleedBox.width, height: bleedBox.height },
      bleedBox,
      trimBox: spread,
      cells: [...half(left, spread.x + creep, bleedBox.x), ...half(right, spine - creep, spine)],
      cuts: [spread],
      folds: [{ axis: "vertical", at: spine }],
      side: i % 2 === 0 ? "front" : "back",
    };
  });
}
