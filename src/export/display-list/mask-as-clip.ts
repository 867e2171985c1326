/** Masks that only let shapes through untouched are clips, which renderers paint faster and PDF keeps sharp. */

import { compose, IDENTITY, type Matrix } from "../../base/geometry.ts";
import { rectClip } from "../../model/group.ts";
import type { Clip, ClipShape, Fill, Mask, SceneNode } from "../../model/scene.ts";

/** The clip that shows the same as the mask, within `parent`; `null` when the mask shades anything. */
export function maskAsClip(mask: Mask, parent: Clip | null): Clip | null {
  const shapes = shapesOf(mask.nodes, mask.kind, IDENTITY);
  if (!shapes) return null;
  const region: Clip = { ...rectClip(mask.region), parent };
  const clip: Clip = { shapes, parent: region };
  return mask.mask ? maskAsClip(mask.mask, clip) : clip;
}

function shapesOf(nodes: readonly SceneNode[], kind: Mask["kind"], transform: Matrix): ClipShape[] | null {
  const shapes: ClipShape[] = [];
  for (const node of nodes) {
    if (node.kind === "path") {
      if (node.stroke || !node.antialias || !node.fill || !showsAll(node.fill, kind)) return null;
      shapes.push({ transform, outline: node.outline, rule: node.fill.rule, clip: null });
    } else if (node.kind === "group") {
      const { opacity, blend, clip, mask, filters } = node;
      if (opacity < 1 || blend !== "normal" || clip || mask || filters.length > 0) return null;
      const inner = shapesOf(node.children, kind, compose(transform, node.transform));
      if (!inner) return null;
      shapes.push(...inner);
    } else return null;
  }
  return shapes;
}

/** Whether a mask keeps what is under this paint as it is. */
function showsAll({ paint }: Fill, kind: Mask["kind"]): boolean {
  if (paint.kind !== "solid" || paint.alpha < 1) return false;
  const { r, g, b } = paint.color.rgb;
  return kind === "alpha" || (r === 255 && g === 255 && b === 255);
}
