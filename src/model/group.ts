/** Groups that every stage builds. */

import { IDENTITY, type Matrix, type Rect } from "../base/geometry.ts";
import { rectangleOutline } from "./outline.ts";
import type { Clip, Group, SceneNode } from "./scene.ts";

/** A group without any effect but its transform. */
export const plainGroup = (children: readonly SceneNode[], transform: Matrix = IDENTITY): Group => ({
  kind: "group",
  transform,
  opacity: 1,
  blend: "normal",
  isolated: false,
  clip: null,
  mask: null,
  filters: [],
  children,
});

/** A clip that shows one rectangle. */
export const rectClip = (area: Rect): Clip => ({
  shapes: [{ transform: IDENTITY, outline: rectangleOutline(area), rule: "nonzero", clip: null }],
  parent: null,
});
