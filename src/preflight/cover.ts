/** What hides everything behind it: opaque rectangles. */

import { intersection, mapRect, type Rect } from "../base/geometry.ts";
import type { Clip, Outline } from "../model/scene.ts";
import type { Painted } from "./walk.ts";

const covers = new WeakMap<Painted, Rect | null>();

/** The rectangle that a leaf paints in one opaque colour, in the coordinates of its stack; `null` when it paints none. */
export function coverOf(painted: Painted): Rect | null {
  let cover = covers.get(painted);
  if (cover === undefined) {
    cover = readCover(painted);
    covers.set(painted, cover);
  }
  return cover;
}

/** The part of a stack, back to front, that can show within the area. */
export function visibleIn<Leaf extends Painted>(stack: readonly Leaf[], area: Rect): readonly Leaf[] {
  for (let i = stack.length - 1; i > 0; i--) {
    const cover = coverOf(stack[i]!);
    if (cover && contains(cover, area)) return stack.slice(i);
  }
  return stack;
}

/** Float noise, mm. */
const NOISE = 1e-9;

export const contains = (outer: Rect, inner: Rect): boolean =>
  inner.x >= outer.x - NOISE &&
  inner.y >= outer.y - NOISE &&
  inner.x + inner.width <= outer.x + outer.width + NOISE &&
  inner.y + inner.height <= outer.y + outer.height + NOISE;

function readCover({ node, toPage, clips, masks, opacity, blend, blurred }: Painted): Rect | null {
  const [, b, c] = toPage;
  const isPlain = opacity >= 0.999 && blend === "normal" && !blurred && masks.length === 0;
  if (node.kind !== "path" || !isPlain || b !== 0 || c !== 0 || node.stroke) return null;
  if (node.fill?.paint.kind !== "solid" || node.fill.paint.alpha < 0.999) return null;
  const area = rectangleOf(node.outline);
  let cover = area && mapRect(toPage, area);
  for (const { item, toPage: outer } of clips) {
    const shown = outer[1] === 0 && outer[2] === 0 ? rectangleOfClip(item) : null;
    cover = cover && shown && intersection(cover, mapRect(outer, shown));
  }
  return cover;
}

function rectangleOfClip({ shapes, parent }: Clip): Rect | null {
  const [shape] = shapes;
  if (shapes.length !== 1 || !shape || shape.clip) return null;
  const [, b, c] = shape.transform;
  const area = b === 0 && c === 0 ? rectangleOf(shape.outline) : null;
  const own = area && mapRect(shape.transform, area);
  if (!parent) return own;
  const outer = rectangleOfClip(parent);
  return own && outer && intersection(own, outer);
}

/** The rectangle that an outline is, as layout writes it. */
function rectangleOf({ verbs, coords }: Outline): Rect | null {
  if (verbs !== "MLLLZ") return null;
  const [x0, y0, x1, y1, x2, y2, x3, y3] = coords as readonly number[] as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const isUpright = y0 === y1 && x1 === x2 && y2 === y3 && x3 === x0;
  if (!isUpright) return null;
  return {
    x: Math.min(x0, x1),
    y: Math.min(y0, y2),
    width: Math.abs(x1 - x0),
    height: Math.abs(y2 - y0),
  };
}
