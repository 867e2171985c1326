/** The pixels that a vector exporter needs for what it cannot draw. */

import type { RasterImage, Rasterise } from "../rasterise.ts";
import { pixelSizeOf, refuseTooLarge } from "./pixel-size.ts";
import { openLayers, paintRegion } from "./skia/paint-region.ts";
import { unmultiply } from "./unmultiply.ts";

export function createRasterise(): Rasterise {
  return async ({ nodes, resources, region, ppi }): Promise<RasterImage> => {
    const pixelSize = pixelSizeOf(region, ppi);
    refuseTooLarge(pixelSize);
    const layers = await openLayers([{ nodes, resources }], ppi);
    return { ...pixelSize, rgba: unmultiply(paintRegion(layers, region, pixelSize)) };
  };
}
