/** The only file that knows resvg: SVG to pixels. */

import { renderAsync } from "@resvg/resvg-js";
import type { Rect, Size } from "../../base/geometry.ts";
import type { RasterImage, Rasterise } from "../rasterise.ts";
import { layersToSvg } from "../svg/layers-to-svg.ts";
import type { SheetLayer } from "../svg/sheet-layers.ts";
import { withFittedImages } from "./fitted-images.ts";
import { pixelSizeOf, refuseTooLarge } from "./pixel-size.ts";

/** System fonts must never leak into a picture, and looking for them takes longer than painting. */
const OPTIONS = { font: { loadSystemFonts: false }, logLevel: "off" } as const;

/**
 * Paints what `layers` show inside `region`, mm, stretched to exactly the given pixels. Runs outside the
 * JavaScript thread.
 *
 * resvg keeps its own copy of the pixels until the garbage collector has run and the event loop has turned,
 * so nothing here holds on to its result.
 */
export async function paintRegion(
  layers: readonly SheetLayer[],
  region: Rect,
  { width, height }: Size,
): Promise<Uint8Array> {
  const svg = layersToSvg(layers, region, { width, height });
  const { pixelSize, offset } = svg;
  refuseTooLarge(pixelSize);
  const { pixels } = await renderAsync(svg.markup, OPTIONS);
  if (pixelSize.width === width && pixelSize.height === height) return pixels;
  const part = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++) {
    const start = ((y + offset.y) * pixelSize.width + offset.x) * 4;
    part.set(pixels.subarray(start, start + width * 4), y * width * 4);
  }
  return part;
}

/** The pixels that a vector exporter needs for what it cannot draw. */
export function createRasterise(): Rasterise {
  return async ({ nodes, resources, region, ppi }): Promise<RasterImage> => {
    const pixelSize = pixelSizeOf(region, ppi);
    refuseTooLarge(pixelSize);
    const layers = await withFittedImages([{ nodes, resources }], ppi);
    return { ...pixelSize, rgba: unmultiply(await paintRegion(layers, region, pixelSize)) };
  };
}

/** Divides colour by alpha, in place: resvg's pixels are premultiplied. */
export function unmultiply(pixels: Uint8Array): Uint8Array {
  for (let i = 3; i < pixels.length; i += 4) {
    const alpha = pixels[i]!;
    if (alpha === 255 || alpha === 0) continue;
    const factor = 255 / alpha;
    pixels[i - 3] = Math.min(255, Math.round(pixels[i - 3]! * factor));
    pixels[i - 2] = Math.min(255, Math.round(pixels[i - 2]! * factor));
    pixels[i - 1] = Math.min(255, Math.round(pixels[i - 1]! * factor));
  }
  return pixels;
}
