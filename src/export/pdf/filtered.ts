/** Groups with filters: their pixels as an image, their text still as text. */

import { compose, type Matrix } from "../../base/geometry.ts";
import type { Group, SceneNode } from "../../model/scene.ts";
import type { Content } from "./content.ts";
import type { Effects } from "./effects.ts";
import { rectOutline } from "./form.ts";
import { outlineOperators } from "./path.ts";
import { placeImage } from "./place-image.ts";
import { showRun, TEXT_MODE } from "./text.ts";

type PaintChildren = (
  content: Content,
  nodes: readonly SceneNode[],
  matrix: Matrix,
  effects: Effects,
) => void;

/** Paints the inside of a filtered group; its opacity, blend mode, clip and mask are its caller's. */
export function paintFiltered(
  content: Content,
  group: Group,
  matrix: Matrix,
  effects: Effects,
  paintChildren: PaintChildren,
): void {
  const raster = content.pdf.rasterised.get(group);
  if (!raster) throw new Error("a filtered group was not rasterised");
  if (raster.image) {
    const image = content.pdf.images.use(raster.image, true);
    placeImage(content, image, raster.box, matrix, effects);
  }
  if (!raster.childrenLive) {
    sayRuns(content, group.children, matrix);
    return;
  }
  content.save();
  content.push(`${outlineOperators(rectOutline(group.filters[0]!.region), matrix)} W n`);
  paintChildren(content, group.children, matrix, effects);
  content.restore();
}

/** Shows the runs invisibly, so that the text can still be found and copied. */
function sayRuns(content: Content, nodes: readonly SceneNode[], matrix: Matrix): void {
  for (const node of nodes) {
    if (node.kind === "glyphs") showRun(content, node, matrix, TEXT_MODE.invisible);
    else if (node.kind === "group") sayRuns(content, node.children, compose(matrix, node.transform));
  }
}
