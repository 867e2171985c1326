/**
 * How far layers that hold layers stick out of the picture. resvg 2.6 aborts the process when a layer, counted
 * from the corner of the one around it, starts more than two pictures away.
 */

import { compose, IDENTITY, type Matrix, mapRect, type Rect } from "../../base/geometry.ts";
import type { Group, SceneNode, SceneResources } from "../../model/scene.ts";
import { boundsOf } from "./bounds.ts";

/**
 * The smallest x and y, in page coordinates, at which a layer with layers inside starts; never more than
 * those of `region`.
 */
export function layerReach(
  nodes: readonly SceneNode[],
  resources: SceneResources,
  region: Rect,
): { x: number; y: number } {
  const reach = { x: region.x, y: region.y };
  visit(nodes, resources, IDENTITY, reach);
  return reach;
}

function visit(
  nodes: readonly SceneNode[],
  resources: SceneResources,
  toPage: Matrix,
  reach: { x: number; y: number },
): void {
  for (const node of nodes) {
    if (node.kind !== "group") continue;
    const inside = compose(toPage, node.transform);
    if (isLayer(node) && holdsLayer(node)) {
      for (const box of layerBoxes(node, resources)) {
        const { x, y } = mapRect(inside, box);
        reach.x = Math.min(reach.x, x);
        reach.y = Math.min(reach.y, y);
      }
    }
    visit(node.children, resources, inside, reach);
    for (let mask = node.mask; mask; mask = mask.mask) visit(mask.nodes, resources, inside, reach);
  }
}

/** resvg sizes a layer by its content or its filter's region, not by its clip or mask. */
function layerBoxes({ children, filters }: Group, resources: SceneResources): readonly Rect[] {
  const content = boundsOf(children, resources);
  const regions = filters.map(({ region }) => region);
  return content ? [content, ...regions] : regions;
}

const holdsLayer = ({ children, mask, filters }: Group): boolean =>
  filters.length > 1 ||
  needsLayer(children) ||
  (mask !== null && (mask.mask !== null || needsLayer(mask.nodes)));

/** Whether painting the nodes takes more than one picture to paint on. */
export const needsLayer = (nodes: readonly SceneNode[]): boolean =>
  nodes.some((node) => node.kind === "group" && (isLayer(node) || needsLayer(node.children)));

const isLayer = ({ opacity, blend, isolated, clip, mask, filters }: Group): boolean =>
  opacity < 1 || blend !== "normal" || isolated || clip !== null || mask !== null || filters.length > 0;
