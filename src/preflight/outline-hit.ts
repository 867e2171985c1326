/** Whether a point lies in a filled or stroked outline. */

import type { GlyphOutline } from "../base/font/open-font.ts";
import { apply, invert, meets, outset, type Point, type Rect } from "../base/geometry.ts";
import type { Clip, FillRule, Outline } from "../model/scene.ts";
import { flatten } from "./flat-outline.ts";
import type { Placed } from "./walk.ts";

/** Whether the outline's inside, by the rule, holds the point. */
export function isInside(outline: Outline | GlyphOutline, rule: FillRule, point: Point): boolean {
  const { points, polygons, box } = flatten(outline);
  if (!box || !holds(box, point)) return false;
  let winding = 0;
  const { x, y } = point;
  for (const { start, end, top, bottom, right } of polygons) {
    // Only edges to the right of the point, at its height, are counted.
    if (y < top || y > bottom || x > right) continue;
    let x0 = points[end - 2]!;
    let y0 = points[end - 1]!;
    for (let i = start; i < end; i += 2) {
      const x1 = points[i]!;
      const y1 = points[i + 1]!;
      if (y0 <= y !== y1 <= y && crossing(x0, y0, x1, y1, y) > x) winding += y1 > y0 ? 1 : -1;
      x0 = x1;
      y0 = y1;
    }
  }
  return fills(winding, rule);
}

/**
 * {@link isInside} for all points of a grid, row by row: the outline is gone through only once.
 * @param ys heights of the rows, ascending
 */
export function areInside(
  outline: Outline | GlyphOutline,
  rule: FillRule,
  xs: readonly number[],
  ys: readonly number[],
): readonly boolean[] {
  const { points, polygons } = flatten(outline);
  const windings = new Int32Array(xs.length * ys.length);
  for (const { start, end, top, bottom } of polygons) {
    let first = 0;
    while (first < ys.length && ys[first]! < top) first++;
    let after = first;
    while (after < ys.length && ys[after]! <= bottom) after++;
    if (first === after) continue;
    let x0 = points[end - 2]!;
    let y0 = points[end - 1]!;
    for (let i = start; i < end; i += 2) {
      const x1 = points[i]!;
      const y1 = points[i + 1]!;
      for (let row = first; row < after && y0 !== y1; row++) {
        const y = ys[row]!;
        if (y0 <= y === y1 <= y) continue;
        const right = crossing(x0, y0, x1, y1, y);
        const turn = y1 > y0 ? 1 : -1;
        for (let column = 0; column < xs.length; column++)
          if (right > xs[column]!) windings[row * xs.length + column]! += turn;
      }
      x0 = x1;
      y0 = y1;
    }
  }
  const inside: boolean[] = [];
  for (let i = 0; i < windings.length; i++) inside.push(fills(windings[i]!, rule));
  return inside;
}

/** Where an edge meets a height between its ends. */
const crossing = (x0: number, y0: number, x1: number, y1: number, y: number): number =>
  x0 + ((y - y0) / (y1 - y0)) * (x1 - x0);

/** @param winding how often the outline goes around a point, counted with its direction */
const fills = (winding: number, rule: FillRule): boolean =>
  rule === "nonzero" ? winding !== 0 : winding % 2 !== 0;

/** Whether the point is within `reach` of the outline's line. */
export function isNear(outline: Outline | GlyphOutline, reach: number, point: Point): boolean {
  const { points, polygons, box } = flatten(outline);
  if (!box || !holds(box, point, reach)) return false;
  const { x, y } = point;
  return polygons.some(({ start, end, top, bottom }) => {
    if (y < top - reach || y > bottom + reach) return false;
    for (let i = start; i + 3 < end; i += 2) {
      if (distanceToSegment(x, y, points[i]!, points[i + 1]!, points[i + 2]!, points[i + 3]!) <= reach)
        return true;
    }
    return false;
  });
}

/**
 * Whether an edge of the outline comes within `reach` of the area: where none does, every point of the area is inside,
 * or none, and so it is with the stroke.
 */
export function outlineMeets(outline: Outline | GlyphOutline, area: Rect, reach = 0): boolean {
  const { points, polygons, box } = flatten(outline);
  const { x: left, y: top, width, height } = outset(area, reach);
  const [right, bottom] = [left + width, top + height];
  if (!box || !meets(box, area, reach)) return false;
  for (const { start, end } of polygons) {
    let x0 = points[end - 2]!;
    let y0 = points[end - 1]!;
    for (let i = start; i < end; i += 2) {
      const x1 = points[i]!;
      const y1 = points[i + 1]!;
      const isBeside =
        (x0 < left && x1 < left) ||
        (x0 > right && x1 > right) ||
        (y0 < top && y1 < top) ||
        (y0 > bottom && y1 > bottom);
      if (!isBeside && isBetween(x0, y0, x1, y1, left, top, right, bottom)) return true;
      x0 = x1;
      y0 = y1;
    }
  }
  return false;
}

/** Whether a line runs between the corners of a rectangle, or through one. */
function isBetween(
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  left: number,
  top: number,
  right: number,
  bottom: number,
): boolean {
  const dx = x1 - x0;
  const dy = y1 - y0;
  const across = dx * (top - y0);
  const below = dx * (bottom - y0);
  const along = dy * (left - x0);
  const beyond = dy * (right - x0);
  const sides = [across - along, across - beyond, below - along, below - beyond];
  return !sides.every((side) => side > 0) && !sides.every((side) => side < 0);
}

/** Whether a clip lets the point, in page coordinates, show. */
export const isShown = ({ item: clip, fromPage }: Placed<Clip>, point: Point): boolean =>
  fromPage !== null && showsAt(clip, apply(fromPage, point));

function showsAt({ shapes, parent }: Clip, point: Point): boolean {
  const shown = shapes.some(({ transform, outline, rule, clip }) => {
    const inverse = invert(transform);
    if (!inverse) return false;
    const local = apply(inverse, point);
    return isInside(outline, rule, local) && (!clip || showsAt(clip, local));
  });
  return shown && (!parent || showsAt(parent, point));
}

function distanceToSegment(x: number, y: number, x0: number, y0: number, x1: number, y1: number): number {
  const dx = x1 - x0;
  const dy = y1 - y0;
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / length));
  return Math.hypot(x - x0 - along * dx, y - y0 - along * dy);
}

/** Whether a box grown by `reach` holds the point, its edges included. */
export const holds = ({ x, y, width, height }: Rect, point: Point, reach = 0): boolean =>
  point.x >= x - reach &&
  point.x <= x + width + reach &&
  point.y >= y - reach &&
  point.y <= y + height + reach;
