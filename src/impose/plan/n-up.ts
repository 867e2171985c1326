/** Several pieces on one press sheet: step-and-repeat or page after page, fronts and backs back to back. */

import { type Matrix, outset, type Rect, rect, type Size, union } from "../../base/geometry.ts";
import type { PressSheet } from "../../model/output-profile.ts";
import type { PlannedCell, SheetPlan } from "../../model/sheet-plan.ts";
import { cellAt, type Piece } from "./piece.ts";

/** How many pieces, and how they stand. */
export interface Grid {
  readonly columns: number;
  readonly rows: number;
  /** Whether the piece lies on its side: its top towards the right of the front. */
  readonly rotated: boolean;
}

export interface NUpOptions {
  /** Rows and columns; as many as the sheet takes when `null`. */
  readonly wanted: { readonly columns: number; readonly rows: number } | null;
  /** The same piece all over the sheet, or one after the other. */
  readonly arrangement: "repeat" | "sequence";
  /** Odd pages on fronts, even ones behind them on backs. */
  readonly twoSided: boolean;
}

/** Slack for sums of decimal lengths, mm. */
const SLACK = 1e-6;

/** The grid that holds most pieces, upright where both ways hold as many; `null` when not one fits. */
export function fitGrid(piece: Piece, sheet: PressSheet, wanted: NUpOptions["wanted"]): Grid | null {
  const grids = [false, true].flatMap((rotated): Grid[] => {
    const { width, height } = turned(piece.cut, rotated);
    const columns = countAlong(sheet.width, width, sheet, piece.bleed);
    const rows = countAlong(sheet.height, height, sheet, piece.bleed);
    if (!wanted) return columns * rows > 0 ? [{ columns, rows, rotated }] : [];
    return wanted.columns <= columns && wanted.rows <= rows ? [{ ...wanted, rotated }] : [];
  });
  const [best] = grids.sort((a, b) => b.columns * b.rows - a.columns * a.rows);
  return best ?? null;
}

/** The smallest sheet that takes the grid, margins included. */
export function neededSheet(piece: Piece, sheet: PressSheet, { columns, rows, rotated }: Grid): Size {
  const { width, height } = turned(piece.cut, rotated);
  const along = (count: number, side: number) =>
    count * side + (count - 1) * sheet.gutter + 2 * (piece.bleed + sheet.margin);
  return { width: along(columns, width), height: along(rows, height) };
}

function countAlong(length: number, side: number, { gutter, margin }: PressSheet, bleed: number): number {
  const free = length - 2 * margin - 2 * bleed;
  return Math.max(0, Math.floor((free + gutter + SLACK) / (side + gutter)));
}

const turned = ({ width, height }: Size, rotated: boolean): Size =>
  rotated ? { width: height, height: width } : { width, height };

/** Sheets in printing order: each front is followed by its back. */
export function planNUp(
  pages: number,
  piece: Piece,
  sheet: PressSheet,
  grid: Grid,
  { arrangement, twoSided }: Omit<NUpOptions, "wanted">,
): readonly SheetPlan[] {
  const places = cutPlaces(piece, sheet, grid);
  const leaves = leavesOf(pages, twoSided);
  const filled =
    arrangement === "repeat"
      ? leaves.map((leaf) => places.map(() => leaf))
      : chunks(leaves, places.length);
  return filled.flatMap((sheetLeaves) => {
    const side = (which: "front" | "back"): SheetPlan | null => {
      const cells = sheetLeaves.flatMap((leaf, i) => {
        const page = leaf[which];
        return page === null ? [] : [cellOn(which, page, places[i]!, piece, sheet, grid.rotated)];
      });
      return cells.length > 0 ? planOf(cells, sheetLeaves.length, places, which, piece, sheet) : null;
    };
    return [side("front"), side("back")].filter((plan) => plan !== null);
  });
}

interface Leaf {
  readonly front: number;
  readonly back: number | null;
}

const leavesOf = (pages: number, twoSided: boolean): readonly Leaf[] =>
  Array.from({ length: twoSided ? Math.ceil(pages / 2) : pages }, (_, i) => {
    if (!twoSided) return { front: i, back: null };
    return { front: 2 * i, back: 2 * i + 1 < pages ? 2 * i + 1 : null };
  });

function chunks<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  );
}

/** Where the cuts of the front lie, row by row, centred on the sheet. */
function cutPlaces(piece: Piece, sheet: PressSheet, { columns, rows, rotated }: Grid): readonly Rect[] {
  const { width, height } = turned(piece.cut, rotated);
  const left = (sheet.width - columns * width - (columns - 1) * sheet.gutter) / 2;
  const top = (sheet.height - rows * height - (rows - 1) * sheet.gutter) / 2;
  return Array.from({ length: columns * rows }, (_, i) =>
    rect(
      left + (i % columns) * (width + sheet.gutter),
      top + Math.floor(i / columns) * (height + sheet.gutter),
      width,
      height,
    ),
  );
}

/** The sheet is turned over like a leaf of a book: what is on the left of the front is on the right of the back. */
const seenFrom = (which: "front" | "back", place: Rect, sheet: Size): Rect =>
  which === "front" ? place : { ...place, x: sheet.width - place.x - place.width };

function cellOn(
  which: "front" | "back",
  page: number,
  front: Rect,
  piece: Piece,
  sheet: PressSheet,
  rotated: boolean,
): PlannedCell {
  const place = seenFrom(which, front, sheet);
  // Neighbours share the gutter half and half: no ink of one on the other.
  const limit = outset(place, Math.min(piece.bleed, sheet.gutter / 2));
  const reach = (own: number, edge: number, outer: number) => (Math.abs(edge - outer) < SLACK ? own : null);
  const bounds = gridBounds(cutBounds(front, which, sheet));
  void reach;
  void bounds;
  return cellAt(page, piece, placing(piece.cut, place, rotated, which), limit);
}
