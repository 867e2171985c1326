/** Boxes around scene nodes, in the coordinates of their parent. */

import type { FontFace } from "../../base/font/face.ts";
import { intersection, mapRect, outset, type Rect, union } from "../../base/geometry.ts";
import { outlineBounds } from "../../model/outline.ts";
import { runInk } from "../../model/run-ink.ts";
import type { Clip, SceneNode } from "../../model/scene.ts";

export interface BoundsOptions {
  /** Whether half the stroke width is added, as for what is painted, or not, as for SVG's object bounding box. */
  readonly stroke: boolean;
  /** Whether clips cut the box. */
  readonly clip: boolean;
  readonly fonts: ReadonlyMap<string, FontFace>;
}

export function boundsOf(nodes: readonly SceneNode[], options: BoundsOptions): Rect | null {
  return nodes.reduce<Rect | null>((all, node) => union(all, nodeBounds(node, options)), null);
}

function nodeBounds(node: SceneNode, options: BoundsOptions): Rect | null {
  switch (node.kind) {
    case "image":
      return node.box;
    case "path":
    case "glyphs": {
      const bounds =
        node.kind === "path" ? outlineBounds(node.outline) : runInk(node, options.fonts.get(node.font)!);
      const grow = options.stroke && node.stroke ? node.stroke.width / 2 : 0;
      return bounds && grow
        ? outset(bounds, grow * (node.kind === "path" ? node.stroke!.miterLimit : 1))
        : bounds;
    }
    case "group": {
      let bounds = boundsOf(node.children, options);
      if (!bounds) return null;
      if (options.stroke) for (const filter of node.filters) bounds = union(bounds, filter.region)!;
      if (options.clip && node.clip) bounds = cut(bounds, node.clip);
      return bounds && mapRect(node.transform, bounds);
    }
  }
}

function cut(bounds: Rect, clip: Clip): Rect | null {
  const shapes = clip.shapes.reduce<Rect | null>((all, shape) => {
    const box = outlineBounds(shape.outline);
    return union(all, box && mapRect(shape.transform, box));
  }, null);
  const kept = shapes && intersection(bounds, shapes);
  return kept && clip.parent ? cut(kept, clip.parent) : kept;
}
