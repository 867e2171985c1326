/**
 * Boxes that surely hold everything a node paints. They may be larger than the ink, never smaller, so that
 * whatever lies outside can be left out and a clip around the whole can be dropped.
 */

import { type FontMetrics, openFont } from "../../base/font/open-font.ts";
import { contains, intersection, mapRect, type Rect, rect, union } from "../../base/geometry.ts";
import { keptWith } from "../../base/kept-with.ts";
import { outlineBounds } from "../../model/outline.ts";
import type {
  Clip,
  Glyph,
  GlyphRun,
  Group,
  Path,
  SceneNode,
  SceneResources,
  Stroke,
} from "../../model/scene.ts";

/** Nodes are immutable, so their boxes are worked out once, also for fragments that many pages share. */
const known = keptWith<SceneNode, Rect | null>();

/** The box of a node in its parent's coordinates; `null` when it paints nothing. */
export function nodeBounds(node: SceneNode, resources: SceneResources): Rect | null {
  let bounds = known.get(node);
  if (bounds === undefined) {
    bounds = measure(node, resources);
    known.set(node, bounds);
  }
  return bounds;
}

/** The box around several nodes. */
export function boundsOf(nodes: readonly SceneNode[], resources: SceneResources): Rect | null {
  let bounds: Rect | null = null;
  for (const node of nodes) bounds = union(bounds, nodeBounds(node, resources));
  return bounds;
}

function measure(node: SceneNode, resources: SceneResources): Rect | null {
  switch (node.kind) {
    case "group":
      return groupBounds(node, resources);
    case "path":
      return pathBounds(node);
    case "glyphs":
      return glyphRunBounds(node, resources);
    case "image":
      return node.box;
  }
}

function groupBounds(group: Group, resources: SceneResources): Rect | null {
  let bounds = boundsOf(group.children, resources);
  // A filter may paint where its source is empty, but never outside its region.
  for (const filter of group.filters) bounds = filter.region;
  if (bounds && group.clip) bounds = meet(bounds, clipBounds(group.clip));
  if (bounds && group.mask) bounds = meet(bounds, group.mask.region);
  return bounds && mapRect(group.transform, bounds);
}

function pathBounds({ outline, fill, stroke }: Path): Rect | null {
  if (!fill && !stroke) return null;
  const bounds = outlineBounds(outline);
  return bounds && stroke ? grow(bounds, strokeReach(stroke)) : bounds;
}

function glyphRunBounds(run: GlyphRun, resources: SceneResources): Rect | null {
  const face = resources.fonts.get(run.font);
  if (!face || (!run.fill && !run.stroke)) return null;
  const { bbox, unitsPerEm } = openFont(face).metrics;
  let bounds: Rect | null = null;
  for (const glyph of run.glyphs) bounds = union(bounds, glyphBounds(glyph, run, bbox, unitsPerEm));
  return bounds && run.stroke ? grow(bounds, strokeReach(run.stroke)) : bounds;
}

/** The box that holds any glyph of the face, at one glyph's place; without a stroke. */
export function glyphBounds(
  { x, y }: Glyph,
  { size, skew }: GlyphRun,
  bbox: FontMetrics["bbox"],
  unitsPerEm: number,
): Rect {
  const scale = size / unitsPerEm;
  const [left, bottom, right, top] = bbox.map((edge) => edge * scale) as [number, number, number, number];
  const x0 = x + left + Math.min(bottom * skew, top * skew);
  const x1 = x + right + Math.max(bottom * skew, top * skew);
  return rect(x0, y - top, x1 - x0, top - bottom);
}

/** How far a stroke's ink may leave its outline: sharp joins and square caps stick out. */
export function strokeReach({ width, join, miterLimit, cap }: Stroke): number {
  const joins = join === "miter" ? Math.max(1, miterLimit) : 1;
  return (width / 2) * Math.max(joins, cap === "square" ? Math.SQRT2 : 1);
}

/** The box of what a clip lets through; `null` when that is nothing. */
export function clipBounds(clip: Clip): Rect | null {
  let bounds: Rect | null = null;
  for (const shape of clip.shapes) {
    const outline = outlineBounds(shape.outline);
    bounds = union(bounds, outline && mapRect(shape.transform, outline));
  }
  return clip.parent ? meet(bounds, clipBounds(clip.parent)) : bounds;
}

/** Keeps the line of a flat box, which a stroke may still paint; {@link intersection} would drop it. */
function meet(one: Rect | null, other: Rect | null): Rect | null {
  if (!one || !other) return null;
  return intersection(grow(one, 1e-6), grow(other, 1e-6));
}

const grow = ({ x, y, width, height }: Rect, by: number): Rect =>
  rect(x - by, y - by, width + 2 * by, height + 2 * by);

/** 0.1 µm: far under a pixel, above what float arithmetic loses. */
const SLACK = 1e-4;

export const holds = (outer: Rect, inner: Rect): boolean => contains(outer, inner, SLACK);

/** Whether two boxes share a point, edges included. */
export const touches = (one: Rect, other: Rect): boolean =>
  one.x <= other.x + other.width &&
  other.x <= one.x + one.width &&
  one.y <= other.y + other.height &&
  other.y <= one.y + one.height;
