/** Whether a point lies in a filled or stroked outline. */

import type { GlyphOutline } from "../base/font/open-font.ts";
import { apply, invert, meets, type Point, type Rect } from "../base/geometry.ts";
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
  const left = area.x - reach;
  const top = area.y - reach;
  const right = area.x + area.width + reach;
  const bottom = area.y + area.height + reach;
  if (!box || !meets(box, area, reach)) return false;
  for (const polygon of polygons) {
    if (polygon.right < left || polygon.left > right || polygon.bottom < top || polygon.top > bottom)
      continue;
    const { start, end } = polygon;
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
  const one = across - along;
  const two = across - beyond;
  const three = below - along;
  const four = below - beyond;
  const isLeft = one > 0 && two > 0 && three > 0 && four > 0;
  const isRight = one < 0 && two < 0 && three < 0 && four < 0;
  return !isLeft && !isRight;
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
