/** Outlines as polygons. */

import type { GlyphOutline } from "../base/font/open-font.ts";
import { foundOnce } from "../base/found-once.ts";
import { type Rect, rect } from "../base/geometry.ts";
import type { Outline } from "../model/scene.ts";

/** An outline as polygons; closed as a fill closes them. */
export interface FlatOutline {
  /** x, y, x, y, … of one polygon after the other. */
  readonly points: Float64Array;
  readonly polygons: readonly Polygon[];
  /** Around all polygons; `null` when there are none. */
  readonly box: Rect | null;
}

export interface Polygon {
  /** Its place in the points. */
  readonly start: number;
  readonly end: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Chords a Bézier curve is cut into; the error is under a percent of the curve's length. */
const CHORDS = 10;

export const flatten = foundOnce(({ verbs, coords }: Outline | GlyphOutline): FlatOutline => {
  const points = new Float64Array(roomFor(verbs));
  const polygons: Polygon[] = [];
  let start = 0;
  let end = 0;
  let next = 0;
  for (let i = 0; i < verbs.length; i++) {
    const verb = verbs.charCodeAt(i);
    if (verb === LINE || verb === MOVE) {
      if (verb === MOVE) start = end = finished(points, start, end, polygons);
      points[end++] = coords[next++]!;
      points[end++] = coords[next++]!;
    } else if (verb === CLOSE) {
      // A stroke runs back to the start, and what follows without a new M starts there.
      const x = points[start]!;
      const y = points[start + 1]!;
      points[end++] = x;
      points[end++] = y;
      start = end = finished(points, start, end, polygons);
      points[end++] = x;
      points[end++] = y;
    } else {
      const x0 = points[end - 2] ?? 0;
      const y0 = points[end - 1] ?? 0;
      const x1 = coords[next]!;
      const y1 = coords[next + 1]!;
      const x2 = coords[next + 2]!;
      const y2 = coords[next + 3]!;
      const isCubic = verb === CUBIC;
      const x3 = isCubic ? coords[next + 4]! : 0;
      const y3 = isCubic ? coords[next + 5]! : 0;
      next += isCubic ? 6 : 4;
      for (let chord = 1; chord <= CHORDS; chord++) {
        const t = chord / CHORDS;
        points[end++] = isCubic ? cubic(x0, x1, x2, x3, t) : quadratic(x0, x1, x2, t);
        points[end++] = isCubic ? cubic(y0, y1, y2, y3, t) : quadratic(y0, y1, y2, t);
      }
    }
  }
  finished(points, start, end, polygons);
  return { points, polygons, box: boxAround(polygons) };
});

/** Verbs by their character codes. */
const [MOVE, LINE, CUBIC, CLOSE] = [77, 76, 67, 90];

/** Numbers that the verbs add to the points at most. */
function roomFor(verbs: string): number {
  let room = 0;
  for (let i = 0; i < verbs.length; i++) {
    const verb = verbs.charCodeAt(i);
    room += verb === LINE || verb === MOVE ? 2 : verb === CLOSE ? 4 : 2 * CHORDS;
  }
  return room;
}

/** Where the next polygon starts. */
function finished(points: Float64Array, start: number, end: number, polygons: Polygon[]): number {
  // A mere point is no polygon.
  if (end - start < 4) return start;
  polygons.push(measured(points, start, end));
  return end;
}

function measured(points: Float64Array, start: number, end: number): Polygon {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (let i = start; i < end; i += 2) {
    const x = points[i]!;
    const y = points[i + 1]!;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  return { start, end, left, top, right, bottom };
}

function boxAround(polygons: readonly Polygon[]): Rect | null {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const polygon of polygons) {
    if (polygon.left < left) left = polygon.left;
    if (polygon.top < top) top = polygon.top;
    if (polygon.right > right) right = polygon.right;
    if (polygon.bottom > bottom) bottom = polygon.bottom;
  }
  return right >= left ? rect(left, top, right - left, bottom - top) : null;
}

// One coordinate of a curve by de Casteljau's construction.
const between = (a: number, b: number, t: number): number => a * (1 - t) + b * t;
const quadratic = (a: number, b: number, c: number, t: number): number =>
  between(between(a, b, t), between(b, c, t), t);
const cubic = (a: number, b: number, c: number, d: number, t: number): number =>
  between(quadratic(a, b, c, t), quadratic(b, c, d, t), t);
