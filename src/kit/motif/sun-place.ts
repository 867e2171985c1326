/** Where the sun of the theme “Tương lai” rises: on the foot of its area, as large as the words leave room for. */

import type { Rect, Size } from "../../base/geometry.ts";
import type { Mm } from "../../base/units.ts";

export interface Sun {
  /** Centre, in the area's coordinates; it lies on the foot. */
  readonly x: Mm;
  readonly y: Mm;
  readonly radius: Mm;
}

/** White between words and the outermost ring, in parts of the radius. */
const CLEARANCE = 0.06;
/** Never larger than this, in parts of the area's height and width. */
const HIGHEST = 0.92;
const WIDEST = 0.62;

/** Places across the area that are tried, in parts of its width. */
const MIDDLE: readonly number[] = [0.5];
const RIGHT: readonly number[] = [0.6, 0.66, 0.72, 0.78, 0.84, 0.9, 0.96];

/**
 * @param clear boxes in the area's coordinates
 * @param centred whether it may stand only in the middle
 */
export function placeSun({ width, height }: Size, clear: readonly Rect[], centred: boolean): Sun {
  const largest = Math.min(height * HIGHEST, width * WIDEST);
  const suns = (centred ? MIDDLE : RIGHT).map((share) => {
    const x = width * share;
    const nearest = Math.min(Number.POSITIVE_INFINITY, ...clear.map((box) => distance(x, height, box)));
    return { x, y: height, radius: Math.min(largest, nearest * (1 - CLEARANCE)) };
  });
  return suns.reduce((best, sun) => (sun.radius > best.radius * 1.02 ? sun : best));
}

/** From a point to the nearest point of a box. */
function distance(x: Mm, y: Mm, box: Rect): Mm {
  const dx = Math.max(box.x - x, 0, x - box.x - box.width);
  const dy = Math.max(box.y - y, 0, y - box.y - box.height);
  return Math.hypot(dx, dy);
}
