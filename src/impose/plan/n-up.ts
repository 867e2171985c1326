/**
 * Several pieces on one press sheet: step-and-repeat, page after page or in stacks, with backs behind their fronts or
 * beside them (work-and-turn).
 */

import {
  inset,
  type Matrix,
  outset,
  type Rect,
  rect,
  type Size,
  translation,
  union,
} from "../../base/geometry.ts";
import type { PressSheet } from "../../model/output-profile.ts";
import type { PlannedCell, SheetPlan, SheetSide } from "../../model/sheet-plan.ts";
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
  readonly arrangement: Arrangement;
  readonly sides: Sides;
}

/**
 * The same piece all over the sheet, one after the other, or so that the piles, once cut, lie one on the other in
 * order (cut and stack): for cards that are numbered.
 */
export type Arrangement = "repeat" | "sequence" | "stack";

/**
 * Where even pages go: on fronts as any other; behind odd ones on backs (sheetwise); or beside them, so that the same
 * plates print both sides of a sheet that is turned over from left to right in between (work-and-turn).
 */
export type Sides = "one" | "two" | "work-and-turn";

/** Slack for sums of decimal lengths, mm. */
const SLACK = 1e-6;

/**
 * The grid that holds most pieces, upright where both ways hold as many; `null` when not one fits.
 * @param sides work-and-turn needs as many columns on the left as on the right
 */
export function fitGrid(
  piece: Piece,
  sheet: PressSheet,
  wanted: NUpOptions["wanted"],
  sides: Sides = "one",
): Grid | null {
  const grids = [false, true].flatMap((rotated): Grid[] => {
    const { width, height } = turned(piece.cut, rotated);
    const across = countAlong(sheet.width, width, sheet, piece.bleed);
    const columns = sides === "work-and-turn" ? across - (across % 2) : across;
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
  { arrangement, sides }: Omit<NUpOptions, "wanted">,
): readonly SheetPlan[] {
  const all = cutPlaces(piece, sheet, grid);
  const beside = sides === "work-and-turn";
  const fronts = beside ? all.filter((_, i) => i % grid.columns < grid.columns / 2) : all;
  const leaves = leavesOf(pages, sides !== "one");
  return arranged(leaves, fronts.length, arrangement).flatMap((onSheet) => {
    const placedOn = (side: SheetSide): readonly Placed[] =>
      onSheet.map((leaf, i) => {
        const place = seenFrom(side, fronts[i]!, sheet);
        return { page: leaf[side], place, matrix: placing(piece.cut, place, grid.rotated, side) };
      });
    const plan = (placed: readonly Placed[], side: SheetSide | null): SheetPlan => {
      const cuts = placed.map(({ place }) => place);
      const bounds = boundsOf(cuts);
      return {
        size: { width: sheet.width, height: sheet.height },
        bleedBox: outset(bounds, piece.bleed),
        trimBox: bounds,
        cells: placed.flatMap(({ page, place, matrix }): PlannedCell[] =>
          page === null
            ? []
            : [cellAt(page, piece, matrix, limitOf(place, bounds, piece.bleed, sheet.gutter))],
        ),
        cuts,
        folds: [],
        side,
      };
    };
    const front = placedOn("front");
    if (sides === "one") return [plan(front, null)];
    const back = placedOn("back");
    if (beside) return [plan([...front, ...back], null)];
    const hasBacks = back.some(({ page }) => page !== null);
    return hasBacks ? [plan(front, "front"), plan(back, "back")] : [plan(front, "front")];
  });
}

interface Placed {
  /** `null` where the back of the last leaf stays empty. */
  readonly page: number | null;
  readonly place: Rect;
  readonly matrix: Matrix;
}

/** Which leaves are on each sheet, in the order of the places. */
function arranged(
  leaves: readonly Leaf[],
  places: number,
  arrangement: Arrangement,
): readonly (readonly Leaf[])[] {
  if (arrangement === "repeat") return leaves.map((leaf) => new Array<Leaf>(places).fill(leaf));
  if (arrangement === "sequence") return chunks(leaves, places);
  const sheets = Math.ceil(leaves.length / places);
  return Array.from({ length: sheets }, (_, sheet) => leaves.filter((_, i) => i % sheets === sheet));
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
const seenFrom = (side: SheetSide, place: Rect, sheet: PressSheet): Rect =>
  side === "front" ? place : { ...place, x: sheet.width - place.x - place.width };

/** Neighbours share a gutter half and half, so that none prints on the other; outer edges have their whole bleed. */
function limitOf(place: Rect, bounds: Rect, bleed: number, gutter: number): Rect {
  const inner = Math.min(bleed, gutter / 2);
  const reach = (edge: number, outer: number) => (Math.abs(edge - outer) < SLACK ? bleed : inner);
  return inset(place, {
    top: -reach(place.y, bounds.y),
    right: -reach(place.x + place.width, bounds.x + bounds.width),
    bottom: -reach(place.y + place.height, bounds.y + bounds.height),
    left: -reach(place.x, bounds.x),
  });
}

/**
 * Maps the piece's cut to its place. A piece on its side has its top to the right of a front; turned over, that
 * edge of the paper is on the left, so a back turns the other way.
 */
function placing(cut: Rect, place: Rect, rotated: boolean, side: SheetSide): Matrix {
  if (!rotated) return translation(place.x - cut.x, place.y - cut.y);
  return side === "front"
    ? [0, 1, -1, 0, place.x + cut.y + cut.height, place.y - cut.x]
    : [0, -1, 1, 0, place.x - cut.y, place.y + cut.x + cut.width];
}

const boundsOf = (places: readonly Rect[]): Rect =>
  places.reduce<Rect | null>(union, null) ?? rect(0, 0, 0, 0);
