/** Shapes in whole pixels: those whose centres lie inside, as renderers paint what must not blur at its edges. */

import { Path2D } from "@napi-rs/canvas";
import { apply, type Matrix, type Point, type Size } from "../../../base/geometry.ts";
import type { FillRule, Outline } from "../../../model/scene.ts";

/** Straight pieces of a curve. */
const PIECES = 24;

/** Pixel rectangles that cover the outline on a surface. */
export function crispPath(
  outline: Outline,
  toPixels: Matrix,
  rule: FillRule,
  { width, height }: Size,
): Path2D {
  const path = new Path2D();
  const rows = crossingsByRow(edgesOf(outline, toPixels), height);
  for (const [row, crossings] of rows) {
    crossings.sort((one, other) => one.x - other.x);
    let winding = 0;
    for (const [i, { x, step }] of crossings.entries()) {
      winding += step;
      const inside = rule === "nonzero" ? winding !== 0 : i % 2 === 0;
      const next = crossings[i + 1];
      if (!inside || !next) continue;
      const from = Math.max(0, Math.ceil(x - 0.5));
      const to = Math.min(width, Math.ceil(next.x - 0.5));
      if (to > from) path.rect(from, row, to - from, 1);
    }
  }
  return path;
}

interface Crossing {
  readonly x: number;
  readonly step: 1 | -1;
}

/** Where edges cross the rows' middle lines. */
function crossingsByRow(
  edges: readonly (readonly [Point, Point])[],
  height: number,
): Map<number, Crossing[]> {
  const rows = new Map<number, Crossing[]>();
  for (const [from, to] of edges) {
    const step = from.y < to.y ? 1 : -1;
    const [upper, lower] = step === 1 ? [from, to] : [to, from];
    const first = Math.max(0, Math.ceil(upper.y - 0.5));
    const end = Math.min(height, Math.ceil(lower.y - 0.5));
    for (let row = first; row < end; row++) {
      const x = upper.x + ((row + 0.5 - upper.y) * (lower.x - upper.x)) / (lower.y - upper.y);
      const known = rows.get(row);
      if (known) known.push({ x, step });
      else rows.set(row, [{ x, step }]);
    }
  }
  return rows;
}

/** The outline's closed edges in pixels, curves as straight pieces. */
function edgesOf({ verbs, coords }: Outline, toPixels: Matrix): (readonly [Point, Point])[] {
  const edges: (readonly [Point, Point])[] = [];
  let next = 0;
  let at: Point = { x: 0, y: 0 };
  let start = at;
  const take = () => apply(toPixels, { x: coords[next++] ?? 0, y: coords[next++] ?? 0 });
  const lineTo = (to: Point) => {
    edges.push([at, to]);
    at = to;
  };
  for (const verb of verbs) {
    if (verb === "M") {
      lineTo(start);
      at = take();
      start = at;
    } else if (verb === "L") lineTo(take());
    else if (verb === "C") {
      const [from, one, two, to] = [at, take(), take(), take()];
      for (let i = 1; i <= PIECES; i++) lineTo(curveAt(from, one, two, to, i / PIECES));
    } else lineTo(start);
  }
  lineTo(start);
  return edges;
}

function curveAt(from: Point, one: Point, two: Point, to: Point, t: number): Point {
  const s = 1 - t;
  const [a, b, c, d] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
  return {
    x: a * from.x + b * one.x + c * two.x + d * to.x,
    y: a * from.y + b * one.y + c * two.y + d * to.y,
  };
}
