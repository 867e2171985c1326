/** Where nodes paint: rectangles that surely hold their ink. */

import { openFont } from "../../base/font/open-font.ts";
import {
  compose,
  intersection,
  type Matrix,
  mapRect,
  outset,
  type Rect,
  rect,
  union,
} from "../../base/geometry.ts";
import { outlineBounds } from "../../model/outline.ts";
import type { Clip, GlyphRun, SceneNode, SceneResources, Stroke } from "../../model/scene.ts";

/** The rectangle around a node's ink, mapped by `matrix`; `null` for nothing. */
export function nodeBounds(node: SceneNode, matrix: Matrix, assets: SceneResources): Rect | null {
  switch (node.kind) {
    case "path": {
      const outline = outlineBounds(node.outline);
      return outline && mapRect(matrix, outset(outline, strokeReach(node.stroke)));
    }
    case "glyphs":
      return mapRect(matrix, outset(runBounds(node, assets), strokeReach(node.stroke)));
    case "image":
      return mapRect(matrix, node.box);
    case "group": {
      const inner = compose(matrix, node.transform);
      let around = nodesBounds(node.children, inner, assets);
      for (const filter of node.filters) around = union(around, mapRect(inner, filter.region));
      const clip = node.clip && clipBounds(node.clip, inner);
      return around && node.clip ? clip && intersection(around, clip) : around;
    }
  }
}

export function nodesBounds(
  nodes: readonly SceneNode[],
  matrix: Matrix,
  assets: SceneResources,
): Rect | null {
  return nodes.reduce<Rect | null>((around, node) => union(around, nodeBounds(node, matrix, assets)), null);
}

/** The rectangle around what a clip lets through. */
export function clipBounds(clip: Clip, matrix: Matrix): Rect | null {
  let around: Rect | null = null;
  for (const shape of clip.shapes) {
    const bounds = outlineBounds(shape.outline);
    if (bounds) around = union(around, mapRect(compose(matrix, shape.transform), bounds));
  }
  const parent = clip.parent && clipBounds(clip.parent, matrix);
  return around && clip.parent ? parent && intersection(around, parent) : around;
}

/** Every glyph of a face lies in the face's own box, so a run lies in the union of those boxes. */
function runBounds(run: GlyphRun, assets: SceneResources): Rect {
  const face = assets.fonts.get(run.font);
  const metrics = face && openFont(face).metrics;
  const em = run.size / (metrics?.unitsPerEm ?? 1);
  const [x0, y0, x1, y1] = metrics?.bbox ?? [-1, -1, 2, 2];
  const slant = Math.abs(run.skew) * Math.max(Math.abs(y0), Math.abs(y1)) * em;
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const { x, y } of run.glyphs) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  if (left > right) return rect(0, 0, 0, 0);
  left += x0 * em - slant;
  top -= y1 * em;
  return rect(left, top, right + x1 * em + slant - left, bottom - y0 * em - top);
}

/** How far a stroke goes beyond its outline; a miter may go further than half the width. */
function strokeReach(stroke: Stroke | null): number {
  if (!stroke) return 0;
  return (stroke.width / 2) * (stroke.join === "miter" ? Math.max(stroke.miterLimit, 1.5) : 1.5);
}
