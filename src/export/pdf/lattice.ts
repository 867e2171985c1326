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
  const rows = crossingsOf(outline, grid);
  if (!rows) return null;
  const { x, y, step } = grid;
  let path = "";
  for (const [left, top, width, height] of rectangles(rows, rule)) {
    path += `${left} ${top} ${width} ${height} re\n`;
  }
  return `${fineMatrix(compose(matrix, [step, 0, 0, step, x, y]))} cm\n${path}f`;
}

function gridOf(coords: readonly number[]): Grid | null {
  const xs = new Float64Array(coords.length / 2);
  const ys = new Float64Array(coords.length / 2);
  for (let i = 0; i < xs.length; i++) {
    xs[i] = coords[i * 2]!;
    ys[i] = coords[i * 2 + 1]!;
  }
  xs.sort();
  ys.sort();
  const [x, y] = [xs[0]!, ys[0]!];
  const width = xs.at(-1)! - x;
  const step = evened(smallestGap(xs), width);
  if (!(step > 0) || Math.max(width, ys.at(-1)! - y) > step * MOST_STEPS) return null;
  return isOnGrid(xs, step) && isOnGrid(ys, step) ? { x, y, step } : null;
}

/** Whether sorted corners are whole steps from the first. */
const isOnGrid = (sorted: Float64Array, step: number): boolean =>
  sorted.every((value) => {
    const steps = (value - sorted[0]!) / step;
    return Math.abs(steps - Math.round(steps)) * step <= SLACK;
  });

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

/** Where an upright side crosses a row of the grid, and whether it leads down (1) or up (-1). */
interface Crossing {
  readonly x: number;
  readonly turn: number;
}

/**
 * By row, all sides that cross it; every contour is closed, as filling closes it. `null` when a side is neither upright
 * nor level.
 */
function crossingsOf({ verbs, coords }: Outline, { x, y, step }: Grid): readonly Crossing[][] | null {
  const rows: Crossing[][] = [];
  let [startX, startY, penX, penY] = [0, 0, 0, 0];
  const lineTo = (toX: number, toY: number): boolean => {
    if (toX !== penX && toY !== penY) return false;
    const turn = Math.sign(toY - penY);
    for (let row = Math.min(penY, toY); row < Math.max(penY, toY); row++) {
      rows[row] ??= [];
      rows[row]!.push({ x: penX, turn });
    }
    penX = toX;
    penY = toY;
    return true;
  };
  let at = 0;
  for (const verb of verbs) {
    if (verb !== "L" && !lineTo(startX, startY)) return null;
    if (verb === "Z") continue;
    const [toX, toY] = [Math.round((coords[at]! - x) / step), Math.round((coords[at + 1]! - y) / step)];
    at += 2;
    if (verb === "M") [startX, startY, penX, penY] = [toX, toY, toX, toY];
    else if (!lineTo(toX, toY)) return null;
  }
  return lineTo(startX, startY) ? rows : null;
}

type Rectangle = [x: number, y: number, width: number, height: number];

/** The filled area as rectangles that do not overlap, from left to right. */
function rectangles(
  rows: readonly (readonly Crossing[] | undefined)[],
  rule: FillRule,
): readonly Rectangle[] {
  const found: Rectangle[] = [];
  /** Those that the row above ends with, by their start and width. */
  const growing = new Map<number, Rectangle>();
  rows.forEach((crossings, row) => {
    if (!crossings) return;
    eachRun(crossings, rule, (x, width) => {
      const place = x * (MOST_STEPS + 1) + width;
      const above = growing.get(place);
      if (above && above[1] + above[3] === row) {
        above[3]++;
        return;
      }
      const rectangle: Rectangle = [x, row, width, 1];
      growing.set(place, rectangle);
      found.push(rectangle);
    });
  });
  return found.sort(([x0, y0], [x1, y1]) => x0 - x1 || y0 - y1);
}

/** Tells where a row is filled: start and width of each stretch. */
function eachRun(
  crossings: readonly Crossing[],
  rule: FillRule,
  tell: (x: number, width: number) => void,
): void {
  let winding = 0;
  let start = 0;
  const isInside = () => (rule === "evenodd" ? winding % 2 !== 0 : winding !== 0);
  for (const { x, turn } of [...crossings].sort((a, b) => a.x - b.x)) {
    const before = isInside();
    winding += turn;
    if (!before && isInside()) start = x;
    else if (before && !isInside() && x > start) tell(start, x - start);
  }
}
