/** What hides everything behind it: opaque rectangles. */

import { foundOnce } from "../base/found-once.ts";
import { contains, intersection, mapRect, type Rect } from "../base/geometry.ts";
import { clipRects } from "../model/clip.ts";
import { rectangleOf } from "../model/outline.ts";
import type { Painted } from "./walk.ts";

/** The rectangle that a leaf paints in one opaque colour, in the coordinates of its stack; `null` when it paints none. */
export const coverOf = foundOnce(readCover);

/** The part of a stack, back to front, that can show within the area. */
export function visibleIn<Leaf extends Painted>(stack: readonly Leaf[], area: Rect): readonly Leaf[] {
  for (let i = stack.length - 1; i > 0; i--) if (isHiddenBy(stack[i]!, area)) return stack.slice(i);
  return stack;
}

/** Whether nothing behind a leaf shows within the area. */
export function isHiddenBy(leaf: Painted, area: Rect): boolean {
  if (!leaf.reach || !hides(leaf.reach, area)) return false;
  const cover = coverOf(leaf);
  return cover !== null && hides(cover, area);
}

/** Float noise, mm. */
export const NOISE = 1e-9;

const hides = (cover: Rect, area: Rect): boolean => contains(cover, area, NOISE);

function readCover({ node, toPage, clips, masks, opacity, blend, blurred }: Painted): Rect | null {
  const isPlain = opacity >= 0.999 && blend === "normal" && !blurred && masks.length === 0;
  if (node.kind !== "path" || !isPlain || toPage[1] !== 0 || toPage[2] !== 0 || node.stroke) return null;
  if (node.fill?.paint.kind !== "solid" || node.fill.paint.alpha < 0.999) return null;
  const area = rectangleOf(node.outline);
  let cover = area && mapRect(toPage, area);
  for (const { item, toPage: outer } of clips) {
    const windows = outer[1] === 0 && outer[2] === 0 ? clipRects(item) : null;
    if (!windows) return null;
    for (const window of windows) cover = cover && intersection(cover, mapRect(outer, window));
  }
  return cover;
}
