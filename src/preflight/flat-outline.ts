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
  const writer = new PolygonWriter(roomFor(verbs));
  let next = 0;
  const take = () => coords[next++] ?? 0;
  for (let i = 0; i < verbs.length; i++) {
    switch (verbs[i]) {
      case "M":
        writer.end();
        writer.add(take(), take());
        break;
      case "L":
        writer.add(take(), take());
        break;
      case "Q":
        writer.addQuadratic(take(), take(), take(), take());
        break;
      case "C":
        writer.addCubic(take(), take(), take(), take(), take(), take());
        break;
      case "Z":
        writer.close();
        break;
    }
  }
  writer.end();
  return writer.written();
});

function roomFor(verbs: string): number {
  let room = 0;
  for (let i = 0; i < verbs.length; i++) room += ROOM[verbs[i] as keyof typeof ROOM] ?? 0;
  return room;
}

/** Numbers that a verb may add to the points. */
const ROOM = { M: 2, L: 2, Q: 2 * CHORDS, C: 2 * CHORDS, Z: 4 } as const;

class PolygonWriter {
  readonly #points: Float64Array;
  readonly #polygons: Polygon[] = [];
  #start = 0;
  #end = 0;

  constructor(room: number) {
    this.#points = new Float64Array(room);
  }

  add(x: number, y: number): void {
    this.#points[this.#end++] = x;
    this.#points[this.#end++] = y;
  }

  addQuadratic(x1: number, y1: number, x2: number, y2: number): void {
    const x0 = this.#points[this.#end - 2] ?? 0;
    const y0 = this.#points[this.#end - 1] ?? 0;
    for (let i = 1; i <= CHORDS; i++)
      this.add(quadratic(x0, x1, x2, i / CHORDS), quadratic(y0, y1, y2, i / CHORDS));
  }

  addCubic(x1: number, y1: number, x2: number, y2: number, x3: number, y3: number): void {
    const x0 = this.#points[this.#end - 2] ?? 0;
    const y0 = this.#points[this.#end - 1] ?? 0;
    for (let i = 1; i <= CHORDS; i++)
      this.add(cubic(x0, x1, x2, x3, i / CHORDS), cubic(y0, y1, y2, y3, i / CHORDS));
  }

  /** A stroke runs back to the start, and what follows without a new M starts there. */
  close(): void {
    const x = this.#points[this.#start]!;
    const y = this.#points[this.#start + 1]!;
    this.add(x, y);
    this.end();
    this.add(x, y);
  }

  /** Ends the polygon; a mere point is none. */
  end(): void {
    const [points, start, end] = [this.#points, this.#start, this.#end];
    if (end - start < 4) {
      this.#end = start;
      return;
    }
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
    this.#polygons.push({ start, end, top, bottom, right });
    this.#start = end;
  }

  written(): FlatOutline {
    const points = this.#points;
    return { points, polygons: this.#polygons, box: coordsBox(points.subarray(0, this.#end)) };
  }
}

// One coordinate of a curve by de Casteljau's construction.
const between = (a: number, b: number, t: number): number => a * (1 - t) + b * t;
const quadratic = (a: number, b: number, c: number, t: number): number =>
  between(between(a, b, t), between(b, c, t), t);
const cubic = (a: number, b: number, c: number, d: number, t: number): number =>
  between(quadratic(a, b, c, t), quadratic(b, c, d, t), t);
