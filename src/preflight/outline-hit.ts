/** Whether a point lies in a filled or stroked outline. */

import type { GlyphOutline } from "../base/font/open-font.ts";
import { apply, coordsBox, invert, type Point, type Rect, union } from "../base/geometry.ts";
import type { Clip, FillRule, Outline } from "../model/scene.ts";
import type { Placed } from "./walk.ts";

/** An outline as polygons: x, y, x, y, …; closed as a fill closes them. */
interface Flat {
  readonly polygons: readonly Polygon[];
  readonly box: Rect | null;
}

interface Polygon {
  readonly points: Float64Array;
  readonly top: number;
  readonly bottom: number;
  readonly right: number;
}

/** Chords a Bézier curve is cut into; the error is under a percent of the curve's length. */
const CHORDS = 10;

const flattened = new WeakMap<Outline | GlyphOutline, Flat>();

/** Whether the outline's inside, by the rule, holds the point. */
export function isInside(outline: Outline | GlyphOutline, rule: FillRule, point: Point): boolean {
  const { polygons, box } = flatten(outline);
  if (!box || !holds(box, point)) return false;
  let winding = 0;
  const { x, y } = point;
  for (const { points, top, bottom, right } of polygons) {
    // Only edges to the right of the point, at its height, are counted.
    if (y >= top && y <= bottom && x <= right) winding += windingOf(points, x, y);
  }
  return rule === "nonzero" ? winding !== 0 : winding % 2 !== 0;
}

/** Whether the point is within `reach` of the outline's line. */
export function isNear(outline: Outline | GlyphOutline, reach: number, point: Point): boolean {
  const { polygons, box } = flatten(outline);
  if (!box || !holds(box, point, reach)) return false;
  const { x, y } = point;
  return polygons.some(({ points, top, bottom }) => {
    if (y < top - reach || y > bottom + reach) return false;
    for (let i = 0; i + 3 < points.length; i += 2) {
      if (distanceToSegment(x, y, points[i]!, points[i + 1]!, points[i + 2]!, points[i + 3]!) <= reach)
        return true;
    }
    return false;
  });
}

/** Whether a clip lets the point, in page coordinates, show. */
export function isShown({ item: clip, toPage }: Placed<Clip>, point: Point): boolean {
  const inverse = invert(toPage);
  return inverse !== null && showsAt(clip, apply(inverse, point));
}

function showsAt({ shapes, parent }: Clip, point: Point): boolean {
  const shown = shapes.some(({ transform, outline, rule, clip }) => {
    const inverse = invert(transform);
    if (!inverse) return false;
    const local = apply(inverse, point);
    return isInside(outline, rule, local) && (!clip || showsAt(clip, local));
  });
  return shown && (!parent || showsAt(parent, point));
}

/** How often the polygon goes around the point, counted with its direction. */
function windingOf(polygon: Float64Array, x: number, y: number): number {
  let winding = 0;
  const count = polygon.length;
  let x0 = polygon[count - 2]!;
  let y0 = polygon[count - 1]!;
  for (let i = 0; i < count; i += 2) {
    const x1 = polygon[i]!;
    const y1 = polygon[i + 1]!;
    if (y0 <= y !== y1 <= y) {
      const crossing = x0 + ((y - y0) / (y1 - y0)) * (x1 - x0);
      if (crossing > x) winding += y1 > y0 ? 1 : -1;
    }
    x0 = x1;
    y0 = y1;
  }
  return winding;
}

function distanceToSegment(x: number, y: number, x0: number, y0: number, x1: number, y1: number): number {
  const dx = x1 - x0;
  const dy = y1 - y0;
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / length));
  return Math.hypot(x - x0 - along * dx, y - y0 - along * dy);
}

function flatten(outline: Outline | GlyphOutline): Flat {
  let flat = flattened.get(outline);
  if (!flat) {
    flat = cut(outline);
    flattened.set(outline, flat);
  }
  return flat;
}

function cut({ verbs, coords }: Outline | GlyphOutline): Flat {
  const polygons: Polygon[] = [];
  let all: Rect | null = null;
  let points: number[] = [];
  const end = () => {
    const box = points.length >= 4 ? coordsBox(points) : null;
    if (box) {
      const { x, y, width, height } = box;
      polygons.push({ points: Float64Array.from(points), top: y, bottom: y + height, right: x + width });
      all = union(all, box);
    }
    points = [];
  };
  let next = 0;
  const take = () => coords[next++] ?? 0;
  for (const verb of verbs) {
    if (verb === "M") {
      end();
      points.push(take(), take());
    } else if (verb === "L") points.push(take(), take());
    else if (verb === "Z") {
      // A stroke runs back to the start, and what follows without a new M starts there.
      const [x = 0, y = 0] = points;
      points.push(x, y);
      end();
      points.push(x, y);
    } else {
      const [x0 = 0, y0 = 0] = points.slice(-2);
      const curve = [x0, y0, ...Array.from({ length: verb === "C" ? 6 : 4 }, take)];
      for (let i = 1; i <= CHORDS; i++)
        points.push(bezier(curve, 0, i / CHORDS), bezier(curve, 1, i / CHORDS));
    }
  }
  end();
  return { polygons, box: all };
}

/** Whether a box grown by `reach` holds the point, its edges included. */
export const holds = ({ x, y, width, height }: Rect, point: Point, reach = 0): boolean =>
  point.x >= x - reach &&
  point.x <= x + width + reach &&
  point.y >= y - reach &&
  point.y <= y + height + reach;

/** One coordinate of a quadratic or cubic curve by de Casteljau's construction. */
function bezier(curve: readonly number[], axis: 0 | 1, t: number): number {
  let values = curve.filter((_, i) => i % 2 === axis);
  while (values.length > 1) values = values.slice(1).map((value, i) => values[i]! * (1 - t) + value * t);
  return values[0] ?? 0;
}
