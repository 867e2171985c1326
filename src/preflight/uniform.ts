/** Where a stack of painted things shows one colour all over an area: there one point tells for all. */

import { invert, mapRect, meets, type Rect } from "../base/geometry.ts";
import type { Clip } from "../model/scene.ts";
import { isHiddenBy, NOISE } from "./cover.ts";
import { outlineMeets } from "./outline-hit.ts";
import type { Painted } from "./walk.ts";

/** Whether each of the leaves shows the same colour, or nothing, at every point of the area. Never a guess. */
export const isUniform = (stack: readonly Painted[], area: Rect): boolean =>
  stack.every((leaf) => isLeafUniform(leaf, area));

function isLeafUniform(leaf: Painted, area: Rect): boolean {
  const { node, reach, fromPage, clips, masks, blurred, opacity } = leaf;
  // What only touches the area shows at its edge.
  if (blurred || opacity <= 0 || !reach || !fromPage || !meets(reach, area, NOISE)) return true;
  if (isHiddenBy(leaf, area)) return true;
  if (node.kind !== "path" || masks.length > 0) return false;
  const { outline, fill, stroke } = node;
  if (fill && fill.paint.kind !== "solid") return false;
  // No edge within the area, nor so close that its stroke reaches into it.
  return (
    !outlineMeets(outline, mapRect(fromPage, area), (stroke?.width ?? 0) / 2 + NOISE) &&
    clips.every((clip) => clip.fromPage !== null && !clipMeets(clip.item, mapRect(clip.fromPage, area)))
  );
}

/** Whether an edge of the clip runs through the area. */
function clipMeets({ shapes, parent }: Clip, area: Rect): boolean {
  return (
    shapes.some(({ transform, outline, clip }) => {
      const inverse = invert(transform);
      const local = inverse && mapRect(inverse, area);
      return (
        local !== null && (outlineMeets(outline, local, NOISE) || (clip !== null && clipMeets(clip, local)))
      );
    }) ||
    (parent !== null && clipMeets(parent, area))
  );
}
