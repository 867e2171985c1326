/** Which groups are drawings that recur: logos, marks, icons. */

import { isRecurring } from "../../model/recurring.ts";
import type { Group, SceneNode } from "../../model/scene.ts";

/** Corners of a drawing that is worth a form. */
const FEWEST = 24;

/** A picture in its viewport: only that differs where its nodes are the same. */
export interface Art {
  readonly viewport: Group;
  readonly nodes: readonly SceneNode[];
}

/** What recurs of a group that is nothing but paths, many of them, and painted plainly; `null` for any other. */
export function artIn(group: Group): Art | null {
  const [viewport] = group.children;
  if (group.children.length !== 1 || viewport?.kind !== "group" || !isRecurring(viewport.children))
    return null;
  const isArt = isPlain(group) && isDrawn(viewport) && cornersIn(viewport) >= FEWEST;
  return isArt ? { viewport, nodes: viewport.children } : null;
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
