/** Which pixels of a painting come from pictures: found by painting it again with the pictures blanked. */

import { compose, IDENTITY, type Matrix, mapRect, type Rect } from "../../base/geometry.ts";
import type { Fill, SceneNode, Stroke } from "../../model/scene.ts";
import type { SheetLayer } from "../display-list/sheet-layers.ts";
import type { PaintLayer } from "./skia/paint-region.ts";
import { silhouette } from "./skia/pictures.ts";

/** A colour that hardly any picture holds. */
const BLANK = "#fe01fd";

/**
 * The span of rows, mm in the layers' coordinates, of each place that a picture may touch; clips are not
 * looked at, so it may be too much, never too little.
 */
export interface Span {
  readonly top: number;
  readonly bottom: number;
}

export function pictureSpans(layers: readonly SheetLayer[]): readonly Span[] {
  const spans: Span[] = [];
  for (const { nodes, resources } of layers) {
    if (resources.images.size > 0)
      collect(nodes, IDENTITY, ({ y, height }) => spans.push({ top: y, bottom: y + height }));
  }
  return spans;
}

function collect(nodes: readonly SceneNode[], toSheet: Matrix, found: (area: Rect) => void): void {
  for (const node of nodes) {
    if (node.kind === "image") {
      found(mapRect(toSheet, node.box));
    } else if (node.kind === "group") {
      const inside = compose(toSheet, node.transform);
      collect(node.children, inside, found);
      for (let mask = node.mask; mask; mask = mask.mask) collect(mask.nodes, inside, found);
      // A filter may move and smear what it is given.
      if (node.filters.length > 0) collect(node.children, inside, () => found(EVERYWHERE));
    } else if (hasPattern(node.fill) || hasPattern(node.stroke)) {
      found(EVERYWHERE);
    }
  }
}

const EVERYWHERE: Rect = { x: -1e9, y: -1e9, width: 2e9, height: 2e9 };

const hasPattern = (painted: Fill | Stroke | null): boolean => painted?.paint.kind === "pattern";

/** The same layers, with every picture in one colour; where a picture is transparent it stays so. */
export const withBlankPictures = (layers: readonly PaintLayer[]): readonly PaintLayer[] =>
  layers.map((layer) => ({
    ...layer,
    pictures: new Map([...layer.pictures].map(([key, picture]) => [key, silhouette(picture, BLANK)])),
  }));
