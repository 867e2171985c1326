/** What every stage asks of clips. */

import { mapRect, type Rect } from "../base/geometry.ts";
import { rectangleOf } from "./outline.ts";
import type { Clip } from "./scene.ts";

/** The rectangles that a clip is the common part of, or `null` when it is another shape. */
export function clipRects(clip: Clip | null): Rect[] | null {
  if (!clip) return [];
  const [shape] = clip.shapes;
  if (clip.shapes.length !== 1 || !shape || shape.clip) return null;
  const [, b, c] = shape.transform;
  const area = b === 0 && c === 0 ? rectangleOf(shape.outline) : null;
  const parents = clipRects(clip.parent);
  return area && parents && [mapRect(shape.transform, area), ...parents];
}
