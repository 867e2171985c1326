/** Outlines as polygons. */

import type { GlyphOutline } from "../base/font/open-font.ts";
import { foundOnce } from "../base/found-once.ts";
import { coordsBox, type Rect } from "../base/geometry.ts";
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
  readonly top: number;
  readonly bottom: number;
  readonly right: number;
}

/** Chords a Bézier curve is cut into; the error is under a percent of the curve's length. */
const CHORDS = 10;

export const flatten = foundOnce(({ verbs, coords }: Outline | GlyphOutline): FlatOutline => {
  const points = new Float64Array(roomFor(verbs));
  const polygons: Polygon[] = [];
  let start = 0;
  let end = 0;
  let next = 0;
  const take = () => coords[next++]!;
  const add = (x: number, y: number) => {
    points[end++] = x;
    points[end++] = y;
  };
  const finish = () => {
    // A mere point is no polygon.
    if (end - start < 4) end = start;
    else polygons.push(measured(points, start, end));
    start = end;
  };
  for (let i = 0; i < verbs.length; i++) {
    const verb = verbs[i];
    if (verb === "L" || verb === "M") {
      if (verb === "M") finish();
      points[end++] = coords[next++]!;
      points[end++] = coords[next++]!;
    } else if (verb === "Z") {
      // A stroke runs back to the start, and what follows without a new M starts there.
      const x = points[start]!;
      const y = points[start + 1]!;
      add(x, y);
      finish();
      add(x, y);
    } else {
      const x0 = points[end - 2] ?? 0;
      const y0 = points[end - 1] ?? 0;
      const [x1, y1, x2, y2] = [take(), take(), take(), take()];
      const [x3, y3] = verb === "C" ? [take(), take()] : [0, 0];
      for (let chord = 1; chord <= CHORDS; chord++) {
        const t = chord / CHORDS;
        if (verb === "C") add(cubic(x0, x1, x2, x3, t), cubic(y0, y1, y2, y3, t));
        else add(quadratic(x0, x1, x2, t), quadratic(y0, y1, y2, t));
      }
    }
  }
  finish();
  return { points, polygons, box: coordsBox(points.subarray(0, end)) };
});

/** Numbers that the verbs add to the points at most. */
function roomFor(verbs: string): number {
  let room = 0;
  for (let i = 0; i < verbs.length; i++) {
    const verb = verbs[i];
    room += verb === "L" || verb === "M" ? 2 : verb === "Z" ? 4 : 2 * CHORDS;
  }
  return room;
}

function measured(points: Float64Array, start: number, end: number): Polygon {
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  for (let i = start; i < end; i += 2) {
    const x = points[i]!;
    const y = points[i + 1]!;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  return { start, end, top, bottom, right };
}

// One coordinate of a curve by de Casteljau's construction.
const between = (a: number, b: number, t: number): number => a * (1 - t) + b * t;
const quadratic = (a: number, b: number, c: number, t: number): number =>
  between(between(a, b, t), between(b, c, t), t);
const cubic = (a: number, b: number, c: number, d: number, t: number): number =>
  between(quadratic(a, b, c, t), quadratic(b, c, d, t), t);
