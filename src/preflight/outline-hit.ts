/** Whether a point lies in a filled or stroked outline. */

import type { GlyphOutline } from "../base/font/open-font.ts";
import { foundOnce } from "../base/found-once.ts";
import { apply, coordsBox, invert, type Point, type Rect, union } from "../base/geometry.ts";
import type { Clip, FillRule, Outline } from "../model/scene.ts";
import type { Placed } from "./walk.ts";

/** An outline as polygons; closed as a fill closes them. */
interface Flat {
  /** x, y, x, y, … of one polygon after the other. */
  readonly points: Float64Array;
  readonly polygons: readonly Polygon[];
  readonly box: Rect | null;
}

interface Polygon {
  /** Its place in the points. */
  readonly start: number;
  readonly end: number;
  readonly top: number;
  readonly bottom: number;
  readonly right: number;
}

/** Chords a Bézier curve is cut into; the error is under a percent of the curve's length. */
const CHORDS = 10;

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

/** {@link isInside} for several points at one height, for which the outline is gone through only once. */
export function insideAlong(
  outline: Outline | GlyphOutline,
  rule: FillRule,
  y: number,
  xs: readonly number[],
): readonly boolean[] {
  const { points, polygons } = flatten(outline);
  const windings = xs.map(() => 0);
  for (const { start, end, top, bottom } of polygons) {
    if (y < top || y > bottom) continue;
    let x0 = points[end - 2]!;
    let y0 = points[end - 1]!;
    for (let i = start; i < end; i += 2) {
      const x1 = points[i]!;
      const y1 = points[i + 1]!;
      if (y0 <= y !== y1 <= y) {
        const right = crossing(x0, y0, x1, y1, y);
        for (let k = 0; k < xs.length; k++) if (right > xs[k]!) windings[k]! += y1 > y0 ? 1 : -1;
      }
      x0 = x1;
      y0 = y1;
    }
  }
  return windings.map((winding) => fills(winding, rule));
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

const flatten = foundOnce(({ verbs, coords }: Outline | GlyphOutline): Flat => {
  let room = 0;
  for (const verb of verbs) room += ROOM[verb] ?? 0;
  const points = new Float64Array(room);
  const polygons: Polygon[] = [];
  let box: Rect | null = null;
  let start = 0;
  let end = 0;
  let next = 0;
  const add = (x: number, y: number) => {
    points[end++] = x;
    points[end++] = y;
  };
  const close = () => {
    const around = end - start >= 4 ? coordsBox(points.subarray(start, end)) : null;
    if (around) {
      const { x, y, width, height } = around;
      polygons.push({ start, end, top: y, bottom: y + height, right: x + width });
      box = union(box, around);
    } else end = start;
    start = end;
  };
  const take = () => coords[next++] ?? 0;
  for (const verb of verbs) {
    if (verb === "M") close();
    if (verb === "M" || verb === "L") add(take(), take());
    else if (verb === "Z") {
      // A stroke runs back to the start, and what follows without a new M starts there.
      const x = points[start]!;
      const y = points[start + 1]!;
      add(x, y);
      close();
      add(x, y);
    } else {
      const x0 = points[end - 2] ?? 0;
      const y0 = points[end - 1] ?? 0;
      const [x1, y1, x2, y2] = [take(), take(), take(), take()];
      const [x3, y3] = verb === "C" ? [take(), take()] : [0, 0];
      for (let i = 1; i <= CHORDS; i++) {
        const t = i / CHORDS;
        if (verb === "C") add(cubic(x0, x1, x2, x3, t), cubic(y0, y1, y2, y3, t));
        else add(quadratic(x0, x1, x2, t), quadratic(y0, y1, y2, t));
      }
    }
  }
  close();
  return { points, polygons, box };
});

/** Numbers that a verb may add to the points. */
const ROOM: Readonly<Record<string, number>> = { M: 2, L: 2, Q: 2 * CHORDS, C: 2 * CHORDS, Z: 4 };

// One coordinate of a curve by de Casteljau's construction.
const between = (a: number, b: number, t: number): number => a * (1 - t) + b * t;
const quadratic = (a: number, b: number, c: number, t: number): number =>
  between(between(a, b, t), between(b, c, t), t);
const cubic = (a: number, b: number, c: number, d: number, t: number): number =>
  between(quadratic(a, b, c, t), quadratic(b, c, d, t), t);

/** Whether a box grown by `reach` holds the point, its edges included. */
export const holds = ({ x, y, width, height }: Rect, point: Point, reach = 0): boolean =>
  point.x >= x - reach &&
  point.x <= x + width + reach &&
  point.y >= y - reach &&
  point.y <= y + height + reach;
