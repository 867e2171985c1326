/** Display lists as SVG for resvg: stretched to an exact pixel size, without labels. */

import { IDENTITY, outset, type Point, type Rect, rect, type Size } from "../../base/geometry.ts";
import type { SceneNode, SceneResources } from "../../model/scene.ts";
import { layerReach } from "./layer-reach.ts";
import { NodeWriter } from "./node-writer.ts";
import { formatNumber } from "./number.ts";
import type { SheetLayer } from "./sheet-layers.ts";
import { simplify } from "./simplify.ts";

/** A document, and where in its picture the wanted pixels are. */
export interface RasterSvg {
  readonly markup: string;
  readonly pixelSize: Size;
  readonly offset: Point;
}

/** resvg loses layers on pictures of a few pixels. */
const LEAST_SIDE = 64;

/** How far left of or above the picture a layer with layers inside may start, in widths and heights of it. */
const SAFE_REACH = 0.4;

/**
 * Maps `region` onto exactly width × height pixels, whatever rounding that takes, and leaves out what does
 * not show there. The picture grows around them where resvg needs the room.
 * @param region mm, in the nodes' coordinates
 */
export function layersToSvg(layers: readonly SheetLayer[], region: Rect, { width, height }: Size): RasterSvg {
  const writer = new NodeWriter({ text: "outlines", labels: false });
  // Half a pixel more, so that no edge is left out that tints the outermost pixels.
  const visible = outset(region, Math.max(region.width / width, region.height / height) / 2);
  let reach: Point = region;
  let body = "";
  for (const { nodes, resources } of layers) {
    const kept = simplify(nodes, visible, { resources, target: "resvg" });
    const { x, y } = layerReach(kept, resources, region);
    reach = { x: Math.min(reach.x, x), y: Math.min(reach.y, y) };
    body += writer.write(kept, resources, IDENTITY);
  }
  const mmX = region.width / width;
  const mmY = region.height / height;
  const offset = {
    x: growth((region.x - reach.x) / mmX, width),
    y: growth((region.y - reach.y) / mmY, height),
  };
  const pixelSize = {
    width: Math.max(LEAST_SIDE, width + offset.x),
    height: Math.max(LEAST_SIDE, height + offset.y),
  };
  const shown = rect(
    region.x - offset.x * mmX,
    region.y - offset.y * mmY,
    pixelSize.width * mmX,
    pixelSize.height * mmY,
  );
  const viewBox = [shown.x, shown.y, shown.width, shown.height]
    .map((length) => formatNumber(length, 6))
    .join(" ");
  const markup =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${pixelSize.width}" height="${pixelSize.height}" ` +
    `viewBox="${viewBox}" preserveAspectRatio="none">${writer.definitions.toMarkup()}${body}</svg>`;
  return { markup, pixelSize, offset };
}

/** How many pixels must be added before the first, so that `reach` pixels before it are within safe reach. */
const growth = (reach: number, side: number): number =>
  Math.max(0, Math.ceil((reach - SAFE_REACH * side) / (1 + SAFE_REACH)));

/** {@link layersToSvg} for a single display list. */
export const nodesToSvg = (
  nodes: readonly SceneNode[],
  resources: SceneResources,
  region: Rect,
  pixelSize: Size,
): RasterSvg => layersToSvg([{ nodes, resources }], region, pixelSize);
