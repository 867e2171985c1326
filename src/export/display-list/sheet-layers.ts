/** A sheet as plain display lists: placements and frames become groups like any other. */

import { foundOnce } from "../../base/found-once.ts";
import { IDENTITY, type Matrix, type Rect } from "../../base/geometry.ts";
import { plainGroup, rectClip } from "../../model/group.ts";
import type { Group, PlacedFragment, SceneNode, SceneResources } from "../../model/scene.ts";
import type { Placement, Sheet } from "../../model/sheet.ts";

/** Nodes in sheet coordinates, and the resources that they name. */
export interface SheetLayer {
  readonly nodes: readonly SceneNode[];
  readonly resources: SceneResources;
}

/** In paint order: each placement, then the marks; lines that no ink is for are left out. */
export function sheetLayers(sheet: Sheet): readonly SheetLayer[] {
  const placements = sheet.placements.map((placement) => ({
    nodes: [placementGroup(placement)],
    resources: placement.scene.resources,
  }));
  return [...placements, ...sheet.layers.filter((layer) => layer.for === "press")];
}

const placementGroup = ({ scene, transform, window }: Placement): SceneNode =>
  group(IDENTITY, window, [group(transform, null, scene.fragments.map(frameGroup))]);

/** A frame that recurs is the same group again: what is found out about it holds for every page. */
const frameGroup = foundOnce(
  ({ box, transform, clipped, fragment }: PlacedFragment): SceneNode =>
    // The frame's box clips in page coordinates, its content is in the fragment's own.
    group(IDENTITY, clipped ? box : null, [group(transform, null, fragment.nodes)]),
);

const group = (transform: Matrix, clip: Rect | null, children: readonly SceneNode[]): Group => ({
  ...plainGroup(children, transform),
  clip: clip && rectClip(clip),
});
