/** The pixels that a vector exporter needs for what it cannot draw. */

import type { RasterImage, Rasterise } from "../rasterise.ts";
import { pixelSizeOf, refuseTooLarge } from "./pixel-size.ts";
import { straighten } from "./straighten.ts";

/** Skia loads when the first pixels are asked for, since most files need none. */
export function createRasterise(): Rasterise {
  return async ({ nodes, resources, region, ppi }): Promise<RasterImage> => {
    const pixelSize = pixelSizeOf(region, ppi);
    refuseTooLarge(pixelSize);
    const { openLayers, paintRegion } = await import("./skia/paint-region.ts");
    const layers = await openLayers([{ nodes, resources }], ppi);
    const rgba = paintRegion(layers, region, pixelSize, "none");
    straighten(rgba, pixelSize.width);
    return { ...pixelSize, rgba };
  };
}
