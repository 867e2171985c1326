/** Which groups are drawings that recur: logos, marks, icons. */

import type { Group, SceneNode } from "../../model/scene.ts";

/** Corners of a drawing that is worth a form. */
const FEWEST = 24;

/** Whether a group is nothing but paths, many of them, and painted plainly. */
export function isArt(group: Group): boolean {
  return isPlain(group) && group.children.every(isDrawn) && cornersIn(group) >= FEWEST;
}

const isPlain = ({ opacity, blend, isolated, mask, filters }: Group): boolean =>
  opacity === 1 && blend === "normal" && !isolated && !mask && filters.length === 0;

const isDrawn = (node: SceneNode): boolean =>
  node.kind === "path" ||
  (node.kind === "group" && node.filters.length === 0 && node.children.every(isDrawn));

const cornersIn = (node: SceneNode): number =>
  node.kind === "path"
    ? node.outline.verbs.length
    : node.kind === "group"
      ? node.children.reduce((sum, child) => sum + cornersIn(child), 0)
      : 0;
