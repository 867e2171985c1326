/** From display lists to pixels. */

import type { Matrix, Rect, Size } from "../../../base/geometry.ts";
import { outset } from "../../../base/geometry.ts";
import type { Ppi } from "../../../base/units.ts";
import type { SheetLayer } from "../../display-list/sheet-layers.ts";
import { simplify } from "../../display-list/simplify.ts";
import { paintOnGround } from "./ground.ts";
import { Painter } from "./painter.ts";
import { decodePictures, type Pictures } from "./pictures.ts";
import { lay, type Paper, paintPage } from "./surface.ts";

/** A display list with its pictures at hand. */
export interface PaintLayer extends SheetLayer {
  readonly pictures: Pictures;
}

/** @param ppi of the picture to be painted: photos come with no more pixels than that */
export const openLayers = (layers: readonly SheetLayer[], ppi: Ppi): Promise<readonly PaintLayer[]> =>
  Promise.all(
    layers.map(async (layer) => ({
      ...layer,
      pictures: await decodePictures(layer.nodes, layer.resources, ppi),
    })),
  );

/**
 * Paints what `layers` show inside `region`, mm, stretched to exactly the given pixels.
 * @param paper what is behind everything
 * @returns pixels from the top row down, four bytes each, colour multiplied by alpha
 */
export function paintRegion(
  layers: readonly PaintLayer[],
  region: Rect,
  { width, height }: Size,
  paper: Paper,
): Uint8Array {
  const toPixels: Matrix = [
    width / region.width,
    0,
    0,
    height / region.height,
    (-region.x * width) / region.width,
    (-region.y * height) / region.height,
  ];
  // Half a pixel more, so that no edge is left out that tints the outermost pixels.
  const visible = outset(region, Math.max(region.width / width, region.height / height) / 2);
  return paintPage({ width, height }, (surface) => {
    const displays = layers.map(({ nodes, resources, pictures }) => ({
      nodes: simplify(nodes, visible, resources),
      resources,
      pictures,
      painter: new Painter(resources, pictures),
    }));
    const [bottom, ...above] = displays;
    if (bottom) paintOnGround(bottom, { region, paper }, surface, toPixels);
    else lay(paper, surface);
    for (const { nodes, painter } of above) painter.paint(nodes, surface, toPixels);
  });
}
