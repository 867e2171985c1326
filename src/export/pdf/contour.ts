/** The closed lines that an outline is made of. */

import type { Rect } from "../../base/geometry.ts";
import { outlineBounds } from "../../model/outline.ts";
import type { Outline } from "../../model/scene.ts";

export interface Contour {
  /** Positive or negative by the direction in which it turns. */
  readonly area: number;
  readonly box: Rect;
}

/** Signed areas of the contours; control points stand in for curves, which keeps the sign. */
export function contoursOf({ verbs, coords }: Outline): Contour[] {
  const contours: Contour[] = [];
  let at = 0;
  for (const part of verbs.match(/M[^M]*/g) ?? []) {
    const length = [...part].reduce((sum, verb) => sum + (verb === "C" ? 6 : verb === "Z" ? 0 : 2), 0);
    const points = coords.slice(at, at + length);
    at += length;
    let area = 0;
    for (let i = 0; i < length; i += 2) {
      const next = (i + 2) % length;
      area += points[i]! * points[next + 1]! - points[next]! * points[i + 1]!;
    }
    const box = outlineBounds({ verbs: part, coords: points });
    if (box) contours.push({ area: area / 2, box });
  }
  return contours;
}
