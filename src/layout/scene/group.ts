import { IDENTITY, type Matrix, type Rect } from "../../base/geometry.ts";
import type { Clip, Group, SceneNode } from "../../model/scene.ts";
import { rectOutline } from "./outline.ts";

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
  shapes: [{ transform: IDENTITY, outline: rectOutline(area), rule: "nonzero", clip: null }],
  parent: null,
});
