/** Shapes moved to another place. */

import { isIdentity, translation } from "../../base/geometry.ts";
import type { Clip, SceneNode } from "../../model/scene.ts";
import { transformOutline } from "../scene/outline.ts";
import { outside } from "./subset.ts";

/** @throws OutsideSubset for what is more than plain shapes and the clips around them */
export function moved(node: SceneNode, x: number, y: number): SceneNode {
  const to = translation(x, y);
  if (node.kind === "path" && (node.fill?.paint.kind ?? "solid") === "solid") {
    return { ...node, outline: transformOutline(node.outline, to) };
  }
  if (node.kind !== "group" || !isIdentity(node.transform) || node.mask || node.filters.length > 0) {
    return outside("a ground that is more than shapes");
  }
  const clip = node.clip && movedClip(node.clip, x, y);
  return { ...node, clip, children: node.children.map((child) => moved(child, x, y)) };
}

function movedClip({ shapes, parent }: Clip, x: number, y: number): Clip {
  return {
    shapes: shapes.map((shape) => {
      if (!isIdentity(shape.transform) || shape.clip) return outside("a clip that is more than a shape");
      return { ...shape, outline: transformOutline(shape.outline, translation(x, y)) };
    }),
    parent: parent && movedClip(parent, x, y),
  };
}
