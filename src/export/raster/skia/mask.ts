/** Masks as coverage. */

import { ImageData } from "@napi-rs/canvas";
import type { Mask } from "../../../model/scene.ts";
import { openSurface, type Surface } from "./surface.ts";

/** A surface whose alpha says how much the mask lets through. */
export function coverageOf(mask: Surface, kind: Mask["kind"]): Surface {
  if (kind === "alpha") return mask;
  const { width, height } = mask;
  const pixels = mask.canvas.data();
  const coverage = new Uint8ClampedArray(width * height * 4);
  // Luminance as for masks (CSS Masking 1 §7.10.1), of colours that are multiplied by alpha already.
  for (let i = 0; i < coverage.length; i += 4) {
    coverage[i + 3] = 0.2125 * pixels[i]! + 0.7154 * pixels[i + 1]! + 0.0721 * pixels[i + 2]!;
  }
  const surface = openSurface(mask);
  surface.pen.putImageData(new ImageData(coverage, width, height), 0, 0);
  return surface;
}
