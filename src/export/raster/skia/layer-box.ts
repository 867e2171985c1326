/** How large a picture of its own a group needs. */

import {
  intersection,
  type Matrix,
  mapRect,
  outset,
  type Rect,
  rect,
  type Size,
} from "../../../base/geometry.ts";
import type { Group, SceneResources } from "../../../model/scene.ts";
import { boundsOf, clipBounds } from "../../display-list/bounds.ts";

/**
 * The whole pixels of a surface that a group may touch; `null` for none.
 * @param inside maps the group's inner coordinates to pixels
 */
export function layerBox(
  { children, clip, mask, filters }: Group,
  resources: SceneResources,
  inside: Matrix,
  { width, height }: Size,
): Rect | null {
  let box: Rect | null = boundsOf(children, resources);
  for (const { region } of filters) box = region;
  if (box && clip) box = meet(box, clipBounds(clip));
  if (box && mask) box = meet(box, mask.region);
  return box && wholePixels(mapRect(inside, box), { width, height });
}

/** The pixels of a surface that a box touches, and one around them for soft edges. */
export function wholePixels(box: Rect, { width, height }: Size): Rect | null {
  const seen = intersection(outset(box, 1), rect(0, 0, width, height));
  if (!seen) return null;
  const x = Math.floor(seen.x);
  const y = Math.floor(seen.y);
  return rect(x, y, Math.ceil(seen.x + seen.width) - x, Math.ceil(seen.y + seen.height) - y);
}

/** A line's box has no area, but a stroke may paint it. */
const meet = (one: Rect, other: Rect | null): Rect | null =>
  other && intersection(outset(one, 1e-6), outset(other, 1e-6));
