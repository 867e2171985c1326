/** Outlines whose sides are upright or level and stand on a square grid: codes, mosaics. */

import { foundOnce } from "../base/found-once.ts";
import { outlineBounds } from "./outline.ts";
import type { FillRule, Outline } from "./scene.ts";

/** The square grid on which an outline stands, in the outline's coordinates, and what it fills of it. */
export interface Lattice {
  /** The grid's top left corner. */
  readonly x: number;
  readonly y: number;
  /** Side of a cell. */
  readonly step: number;
  readonly columns: number;
  readonly rows: number;
  /** How far the outline's corners stand off the grid, at most. */
  readonly off: number;
  /**
   * Rectangles that make up the filled cells, none over another: left, top, width and height of each in cells, from
   * left to right.
   */
  readonly rectangles: readonly number[];
}

/** Fewer segments make no pattern. */
const FEWEST = 30;
/** Cells across, at most. */
const MOST_CELLS = 1000;
/** Corners nearer than this are one. */
const NEAR = 1e-3;
/** How far off the grid corners may stand, in cells. */
const MOST_OFF = 0.1;

const latticesOf = foundOnce<Outline, Map<FillRule, Lattice | null>>(() => new Map());

/** Found from what the outline fills, whatever it was made of; `null` when that stands on no grid. */
export function latticeOf(outline: Outline, rule: FillRule): Lattice | null {
  const { verbs } = outline;
  if (verbs.length < FEWEST || verbs.includes("C")) return null;
  const known = latticesOf(outline);
  let lattice = known.get(rule);
  if (lattice === undefined) {
    lattice = findLattice(outline, rule);
    known.set(rule, lattice);
  }
  return lattice;
}

function findLattice(outline: Outline, rule: FillRule): Lattice | null {
  const grid = gridOf(outline);
  const turns = grid && turnsOf(outline, grid);
  if (!turns) return null;
  const { off, atLines } = turns;
  return { ...grid, off, rectangles: rectanglesOf(widthsOf(atLines, grid, rule), grid) };
}

/**
 * For an outline that was made of cells: nothing need be found then.
 * @param outline filled alike by both rules; its coordinates are cells
 * @param isFilled row by row, each followed by an empty cell: 1 for a filled one
 * @param across cells of a row with that one
 */
export function noteCells(outline: Outline, isFilled: Uint8Array, across: number): void {
  const bounds = outlineBounds(outline);
  if (!bounds) return;
  const { x: left, y: top, width: columns, height: rows } = bounds;
  if (Math.max(columns, rows) > MOST_CELLS) return;
  const widths = new Uint16Array(columns * rows);
  // The grid may be coarser than the cells.
  let isCoarse = true;
  for (let row = 0; row < rows; row++) {
    const start = (top + row) * across + left;
    let turn = Number.NaN;
    for (let x = 0, before = 0; x <= columns; x++) {
      const filled = isFilled[start + x]!;
      if (filled === before) continue;
      before = filled;
      const width = x - turn;
      if (width === 1) isCoarse = false;
      if (filled === 0) widths[turn * rows + row] = width;
      turn = x;
    }
  }
  if (isCoarse) return;
  const grid = { x: left, y: top, step: 1, columns, rows };
  const lattice = { ...grid, off: 0, rectangles: rectanglesOf(widths, grid) };
  latticesOf(outline).set("nonzero", lattice).set("evenodd", lattice);
}

type Grid = Pick<Lattice, "x" | "y" | "step" | "columns" | "rows">;

function gridOf(outline: Outline): Grid | null {
  const bounds = outlineBounds(outline);
  if (!bounds) return null;
  const { x, y, width, height } = bounds;
  const gap = smallestGap(outline, Math.max(NEAR, width / (2 * MOST_CELLS)));
  // A gap between two rounded corners is rough; the whole width, divided by as many, is not.
  const step = width / Math.max(1, Math.round(width / gap));
  if (!(step > 0) || Math.max(width, height) > step * MOST_CELLS) return null;
  return { x, y, step, columns: Math.round(width / step), rows: Math.round(height / step) };
}

/** Between upright lines on which corners stand, those being one that are near; 0 when they are too many for a grid. */
function smallestGap({ coords }: Outline, near: number): number {
  const places: number[] = [];
  let last = Number.NaN;
  for (let i = 0; i < coords.length; i += 2) {
    const place = coords[i]!;
    // The ends of an upright side.
    if (place === last) continue;
    last = place;
    let at = 0;
    let end = places.length;
    while (at < end) {
      const middle = (at + end) >> 1;
      if (places[middle]! < place) at = middle + 1;
      else end = middle;
    }
    if (places[at]! - place <= near || place - places[at - 1]! <= near) continue;
    places.splice(at, 0, place);
    if (places.length > MOST_CELLS + 1) return 0;
  }
  let least = Number.POSITIVE_INFINITY;
  for (let i = 1; i < places.length; i++) least = Math.min(least, places[i]! - places[i - 1]!);
  return least;
}

/**
 * Row by row, how the winding number changes at each line of the grid: by the upright sides that cross the row there,
 * 1 for one that leads down and -1 for one that leads up. Every contour is closed, as filling closes it. `null` when a
 * corner is off the grid, or a side neither upright nor level.
 */
function turnsOf(
  { verbs, coords }: Outline,
  { x, y, step, columns, rows }: Grid,
): { readonly atLines: Int16Array; readonly off: number } | null {
  const atLines = new Int16Array(rows * (columns + 1));
  let [startX, startY, penX, penY] = [0, 0, 0, 0];
  let off = 0;
  const lineTo = (toX: number, toY: number): boolean => {
    if (toX !== penX && toY !== penY) return false;
    const turn = toY > penY ? 1 : -1;
    const end = Math.max(penY, toY);
    for (let row = Math.min(penY, toY); row < end; row++) atLines[row * (columns + 1) + penX]! += turn;
    penX = toX;
    penY = toY;
    return true;
  };
  let at = 0;
  for (let i = 0; i < verbs.length; i++) {
    const verb = verbs.charCodeAt(i);
    if (verb !== LINE && !lineTo(startX, startY)) return null;
    if (verb === CLOSE) continue;
    const cellsX = (coords[at]! - x) / step;
    const cellsY = (coords[at + 1]! - y) / step;
    const toX = Math.round(cellsX);
    const toY = Math.round(cellsY);
    off = Math.max(off, Math.abs(cellsX - toX), Math.abs(cellsY - toY));
    at += 2;
    if (verb === MOVE) {
      startX = penX = toX;
      startY = penY = toY;
    } else if (!lineTo(toX, toY)) return null;
  }
  return lineTo(startX, startY) && off <= MOST_OFF ? { atLines, off: off * step } : null;
}

/** Verbs by their character codes. */
const [MOVE, LINE, CLOSE] = [77, 76, 90];

/** Column by column, how many filled cells stand side by side from one on that has none before it. */
function widthsOf(turns: Int16Array, { columns, rows }: Grid, rule: FillRule): Uint16Array {
  const widths = new Uint16Array(columns * rows);
  // An odd number of sides leads inside, or any but a balance of them.
  const mask = rule === "evenodd" ? 1 : -1;
  for (let row = 0, at = 0; row < rows; row++) {
    let winding = 0;
    let start = 0;
    for (let x = 0; x <= columns; x++, at++) {
      const turn = turns[at]!;
      if (turn === 0) continue;
      const wasInside = (winding & mask) !== 0;
      winding += turn;
      const isInside = (winding & mask) !== 0;
      if (!wasInside && isInside) start = x;
      else if (wasInside && !isInside) widths[start * rows + row] = x - start;
    }
  }
  return widths;
}

/** The filled area as rectangles that do not overlap, from left to right. */
function rectanglesOf(widths: Uint16Array, { columns, rows }: Grid): readonly number[] {
  const rectangles: number[] = [];
  for (let x = 0, at = 0; x < columns; x++) {
    for (let top = 0; top < rows; ) {
      const width = widths[at]!;
      const start = top;
      do {
        top++;
        at++;
      } while (top < rows && widths[at] === width);
      if (width > 0) rectangles.push(x, start, width, top - start);
    }
  }
  return rectangles;
}
