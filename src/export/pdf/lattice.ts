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

/** From one corner to the next, in steps. */
type Side = readonly [x0: number, y0: number, x1: number, y1: number];

/**
 * Operators that set the grid as the space and fill the outline in it, or `null` for an outline without a grid. They
 * belong between `q` and `Q`.
 */
export function latticeOperators(outline: Outline, matrix: Matrix, rule: FillRule): string | null {
  const { verbs, coords } = outline;
  if (verbs.length < FEWEST || verbs.includes("C")) return null;
  const grid = gridOf(coords);
  if (!grid) return null;
  const sides = sidesOf(outline, grid);
  if (sides.some(([x0, y0, x1, y1]) => x0 !== x1 && y0 !== y1)) return null;
  const { x, y, step } = grid;
  const path = rectangles(sides, rule).map((sides) => `${sides.join(" ")} re\n`);
  return `${fineMatrix(compose(matrix, [step, 0, 0, step, x, y]))} cm\n${path.join("")}f`;
}

function gridOf(coords: readonly number[]): Grid | null {
  const xs = coords.filter((_, i) => i % 2 === 0);
  const ys = coords.filter((_, i) => i % 2 === 1);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  const width = Math.max(...xs) - x;
  const step = evened(smallestGap(xs), width);
  if (!(step > 0) || Math.max(width, Math.max(...ys) - y) > step * MOST_STEPS) return null;
  const isOnGrid = (value: number, from: number) => {
    const steps = (value - from) / step;
    return Math.abs(steps - Math.round(steps)) * step <= SLACK;
  };
  return xs.every((each) => isOnGrid(each, x)) && ys.every((each) => isOnGrid(each, y))
    ? { x, y, step }
    : null;
}

function smallestGap(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
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

/** Every contour closed, as filling closes it. */
function sidesOf({ verbs, coords }: Outline, { x, y, step }: Grid): readonly Side[] {
  const sides: Side[] = [];
  let [startX, startY, penX, penY] = [0, 0, 0, 0];
  const lineTo = (toX: number, toY: number) => {
    if (toX !== penX || toY !== penY) sides.push([penX, penY, toX, toY]);
    [penX, penY] = [toX, toY];
  };
  let at = 0;
  for (const verb of verbs) {
    if (verb !== "L") lineTo(startX, startY);
    if (verb === "Z") continue;
    const [toX, toY] = [Math.round((coords[at]! - x) / step), Math.round((coords[at + 1]! - y) / step)];
    at += 2;
    if (verb === "L") lineTo(toX, toY);
    else [startX, startY, penX, penY] = [toX, toY, toX, toY];
  }
  lineTo(startX, startY);
  return sides;
}

/** The filled area as rectangles that do not overlap: x, y, width, height, from left to right. */
function rectangles(sides: readonly Side[], rule: FillRule): readonly (readonly number[])[] {
  const rows = new Map<number, { readonly x: number; readonly turn: number }[]>();
  for (const [x, from, , to] of sides) {
    const turn = Math.sign(to - from);
    for (let row = Math.min(from, to); row < Math.max(from, to); row++) {
      const crossings = rows.get(row);
      if (crossings) crossings.push({ x, turn });
      else rows.set(row, [{ x, turn }]);
    }
  }
  const found: [x: number, y: number, width: number, height: number][] = [];
  const growing = new Map<string, (typeof found)[number]>();
  for (const [row, crossings] of [...rows].sort(([a], [b]) => a - b)) {
    for (const [x, width] of runs(crossings, rule)) {
      const above = growing.get(`${x} ${width}`);
      if (above && above[1] + above[3] === row) above[3]++;
      else {
        const rectangle: (typeof found)[number] = [x, row, width, 1];
        growing.set(`${x} ${width}`, rectangle);
        found.push(rectangle);
      }
    }
  }
  return found.sort(([x0, y0], [x1, y1]) => x0 - x1 || y0 - y1);
}

/** Where a row is filled: start and width of each stretch. */
function runs(
  crossings: readonly { readonly x: number; readonly turn: number }[],
  rule: FillRule,
): readonly (readonly [x: number, width: number])[] {
  const found: [number, number][] = [];
  let winding = 0;
  let start = 0;
  const isInside = () => (rule === "evenodd" ? winding % 2 !== 0 : winding !== 0);
  for (const { x, turn } of [...crossings].sort((a, b) => a.x - b.x)) {
    const before = isInside();
    winding += turn;
    if (!before && isInside()) start = x;
    else if (before && !isInside() && x > start) found.push([start, x - start]);
  }
  return found;
}
