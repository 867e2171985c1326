/**
 * Outlines cut down to the surroundings of what shows. Whatever lies outside a frame is moved to the nearest
 * point of it: no path crosses the inside on its way there, so inside nothing changes under either fill rule.
 */

import type { Point, Rect } from "../../base/geometry.ts";
import type { Outline } from "../../model/scene.ts";

/** How often a curve is halved where it crosses the frame: pieces of a thousandth, then straight. */
const DEPTH = 10;

/** Paints the same inside `frame`; a stroke may run along the frame's edge. */
export function cropOutline({ verbs, coords }: Outline, frame: Rect): Outline {
  const pen = new CroppingPen(frame);
  let next = 0;
  const take = (): Point => ({ x: coords[next++] ?? 0, y: coords[next++] ?? 0 });
  for (const verb of verbs) {
    if (verb === "M") pen.moveTo(take());
    else if (verb === "L") pen.lineTo(take());
    else if (verb === "C") pen.curveTo(take(), take(), take());
    else pen.close();
  }
  return pen.outline();
}

class CroppingPen {
  readonly #left: number;
  readonly #top: number;
  readonly #right: number;
  readonly #bottom: number;
  #verbs = "";
  readonly #coords: number[] = [];
  #at: Point = { x: 0, y: 0 };
  #start: Point = { x: 0, y: 0 };

  constructor({ x, y, width, height }: Rect) {
    this.#left = x;
    this.#top = y;
    this.#right = x + width;
    this.#bottom = y + height;
  }

  moveTo(to: Point): void {
    this.#emit("M", to);
    this.#at = to;
    this.#start = to;
  }

  /** Each piece between two crossings of the frame's lines is moved as a whole. */
  lineTo(to: Point): void {
    const from = this.#at;
    const shares = [
      (this.#left - from.x) / (to.x - from.x),
      (this.#right - from.x) / (to.x - from.x),
      (this.#top - from.y) / (to.y - from.y),
      (this.#bottom - from.y) / (to.y - from.y),
    ];
    for (const share of shares.filter((t) => t > 0 && t < 1).sort((a, b) => a - b)) {
      this.#emit("L", between(from, to, share));
    }
    this.#emit("L", to);
    this.#at = to;
  }

  curveTo(one: Point, two: Point, to: Point, depth = 0): void {
    const hull = [this.#at, one, two, to];
    if (hull.every((point) => this.#holds(point))) {
      this.#verbs += "C";
      this.#coords.push(one.x, one.y, two.x, two.y, to.x, to.y);
      this.#at = to;
    } else if (depth === DEPTH || this.#isBeside(hull)) this.lineTo(to);
    else {
      const [a, b, c] = [between(this.#at, one, 0.5), between(one, two, 0.5), between(two, to, 0.5)];
      const [ab, bc] = [between(a, b, 0.5), between(b, c, 0.5)];
      this.curveTo(a, ab, between(ab, bc, 0.5), depth + 1);
      this.curveTo(bc, c, to, depth + 1);
    }
  }

  close(): void {
    if (this.#at.x !== this.#start.x || this.#at.y !== this.#start.y) this.lineTo(this.#start);
    this.#verbs += "Z";
  }

  outline(): Outline {
    return { verbs: this.#verbs, coords: this.#coords };
  }

  #emit(verb: "M" | "L", { x, y }: Point): void {
    this.#verbs += verb;
    this.#coords.push(
      Math.min(this.#right, Math.max(this.#left, x)),
      Math.min(this.#bottom, Math.max(this.#top, y)),
    );
  }

  #holds({ x, y }: Point): boolean {
    return x >= this.#left && x <= this.#right && y >= this.#top && y <= this.#bottom;
  }

  /** Whether all points lie beyond the same edge. */
  #isBeside(points: readonly Point[]): boolean {
    return (
      points.every(({ x }) => x <= this.#left) ||
      points.every(({ x }) => x >= this.#right) ||
      points.every(({ y }) => y <= this.#top) ||
      points.every(({ y }) => y >= this.#bottom)
    );
  }
}

const between = (from: Point, to: Point, share: number): Point => ({
  x: from.x + (to.x - from.x) * share,
  y: from.y + (to.y - from.y) * share,
});
