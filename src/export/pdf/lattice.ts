/**
 * Outlines whose corners stand on a square grid (codes, mosaics), written in whole steps of the grid: as rectangles of
 * one path where all sides are upright or level. That is more exact and takes a third of the room. No seam shows
 * between rectangles of one path, for they are filled as a whole.
 */

import { compose, type Matrix } from "../../base/geometry.ts";
import type { FillRule, Outline } from "../../model/scene.ts";
import { fineMatrix } from "./number.ts";

/** Fewer corners are not worth a matrix of their own. */
const FEWEST = 30;
/** Steps across, at most. */
const MOST_STEPS = 1000;
/** How far a corner may be moved, mm: layout rounds to about as much. */
const SLACK = 5e-4;
/** Corners nearer than this are one, mm. */
const NEAR = 1e-3;

interface Grid {
  readonly x: number;
  readonly y: number;
  readonly step: number;
  /** Steps across and down. */
  readonly columns: number;
  readonly rows: number;
}

/**
 * Operators that set the grid as the space and fill the outline in it, or `null` for an outline without a grid. They
 * belong between `q` and `Q`.
 */
export function latticeOperators(outline: Outline, matrix: Matrix, rule: FillRule): string | null {
  const { verbs, coords } = outline;
  if (verbs.length < FEWEST || verbs.includes("C")) return null;
  const grid = gridOf(coords);
  if (!grid) return null;
  const turns = turnsOf(outline, grid);
  if (!turns) return null;
  const { x, y, step } = grid;
  return `${fineMatrix(compose(matrix, [step, 0, 0, step, x, y]))} cm\n${rectangles(turns, grid, rule)}f`;
}

function gridOf(coords: readonly number[]): Grid | null {
  const xs = sortedPlaces(coords, 0);
  const ys = sortedPlaces(coords, 1);
  const [x, y] = [xs[0]!, ys[0]!];
  const [width, height] = [xs.at(-1)! - x, ys.at(-1)! - y];
  const step = evened(smallestGap(xs), width);
  if (!(step > 0) || Math.max(width, height) > step * MOST_STEPS) return null;
  if (!isOnGrid(xs, step) || !isOnGrid(ys, step)) return null;
  return { x, y, step, columns: Math.round(width / step), rows: Math.round(height / step) };
}

/** Where corners stand along one axis; a side along the other has its place once. */
function sortedPlaces(coords: readonly number[], axis: 0 | 1): Float64Array {
  const places = new Float64Array(coords.length / 2);
  let count = 0;
  let last = Number.NaN;
  for (let i: number = axis; i < coords.length; i += 2) {
    const place = coords[i]!;
    if (place !== last) places[count++] = place;
    last = place;
  }
  return places.subarray(0, count).sort();
}

/** Whether sorted places are whole steps from the first. */
function isOnGrid(sorted: Float64Array, step: number): boolean {
  const first = sorted[0]!;
  for (let i = 1; i < sorted.length; i++) {
    const steps = (sorted[i]! - first) / step;
    if (Math.abs(steps - Math.round(steps)) * step > SLACK) return false;
  }
  return true;
}

function smallestGap(sorted: Float64Array): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 1; i < sorted.length; i++) {
    const gap = sorted[i]! - sorted[i - 1]!;
    if (gap > NEAR && gap < least) least = gap;
  }
  return Number.isFinite(least) ? least : 0;
}

/** A gap between two rounded corners is rough; the whole width, divided by as many, is not. */
const evened = (gap: number, width: number): number =>
  gap > 0 ? width / Math.max(1, Math.round(width / gap)) : 0;

/**
 * Row by row, how the winding number changes at each line of the grid: by the upright sides that cross the row there,
 * 1 for one that leads down and -1 for one that leads up. Every contour is closed, as filling closes it. `null` when a
 * side is neither upright nor level.
 */
function turnsOf({ verbs, coords }: Outline, { x, y, step, columns, rows }: Grid): Int16Array | null {
  const turns = new Int16Array(rows * (columns + 1));
  let [startX, startY, penX, penY] = [0, 0, 0, 0];
  const lineTo = (toX: number, toY: number): boolean => {
    if (toX !== penX && toY !== penY) return false;
    const turn = toY > penY ? 1 : -1;
    const end = Math.max(penY, toY);
    for (let row = Math.min(penY, toY); row < end; row++) turns[row * (columns + 1) + penX]! += turn;
    penX = toX;
    penY = toY;
    return true;
  };
  let at = 0;
  for (let i = 0; i < verbs.length; i++) {
    const verb = verbs[i];
    if (verb !== "L" && !lineTo(startX, startY)) return null;
    if (verb === "Z") continue;
    const toX = Math.round((coords[at]! - x) / step);
    const toY = Math.round((coords[at + 1]! - y) / step);
    at += 2;
    if (verb === "M") {
      startX = penX = toX;
      startY = penY = toY;
    } else if (!lineTo(toX, toY)) return null;
  }
  return lineTo(startX, startY) ? turns : null;
}

/** The filled area as rectangles that do not overlap, from left to right. */
function rectangles(turns: Int16Array, { columns, rows }: Grid, rule: FillRule): string {
  /** By the line on which they begin, downwards: top, width and height of each. */
  const found: number[][] = Array.from({ length: columns }, () => []);
  const fill = (x: number, row: number, width: number): void => {
    const column = found[x]!;
    const last = column.length - 3;
    if (last >= 0 && column[last + 1] === width && column[last]! + column[last + 2]! === row)
      column[last + 2]!++;
    else column.push(row, width, 1);
  };
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
      else if (wasInside && !isInside) fill(start, row, x - start);
    }
  }
  let path = "";
  for (let x = 0; x < columns; x++) {
    const column = found[x]!;
    for (let i = 0; i < column.length; i += 3)
      path += `${x} ${column[i]} ${column[i + 1]} ${column[i + 2]} re\n`;
  }
  return path;
}
