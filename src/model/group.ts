/** Nodes that every stage builds. */

import { IDENTITY, type Matrix, type Rect } from "../base/geometry.ts";
import { rectangleOutline } from "./outline.ts";
import type { Clip, Fill, Group, Outline, Path, SceneNode } from "./scene.ts";

/** A group without any effect but its transform. */
export const plainGroup = (children: readonly SceneNode[], transform: Matrix = IDENTITY): Group =>
  clippedGroup(children, null, transform);

/** A group that cuts its children, and does nothing else but transform them. */
export const clippedGroup = (
  children: readonly SceneNode[],
  clip: Clip | null,
  transform: Matrix = IDENTITY,
): Group => ({
  kind: "group",
  transform,
  opacity: 1,
  blend: "normal",
  isolated: false,
  clip,
  mask: null,
  filters: [],
  children,
});

/** A filled outline without a stroke. */
export const filledPath = (outline: Outline, fill: Fill): Path => ({
  kind: "path",
  outline,
  fill,
  stroke: null,
  paintOrder: "fill-first",
  antialias: true,
});

/** A clip that shows one rectangle. */
export const rectClip = (area: Rect): Clip => ({
  shapes: [{ transform: IDENTITY, outline: rectangleOutline(area), rule: "nonzero", clip: null }],
  parent: null,
});
