/** Colours computed with in the space that a filter asks for (Filter Effects 1 §9.3, `color-interpolation-filters`). */

import { ImageData } from "@napi-rs/canvas";
import type { FilterPrimitive } from "../../../../model/scene.ts";
import { openSurface, type Surface } from "../surface.ts";

/** Red, green, blue, alpha, not multiplied by alpha. */
export type StraightPixels = Uint8ClampedArray;

const TO_LINEAR = Uint8Array.from({ length: 256 }, (_, i) => {
  const value = i / 255;
  return Math.round(255 * (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
});
const FROM_LINEAR = Uint8Array.from({ length: 256 }, (_, i) => {
  const value = i / 255;
  return Math.round(255 * (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055));
});

/** @param change computes the result's pixels; may do so in place of the first input's */
export function inLinearLight(
  attributes: FilterPrimitive["attributes"],
  inputs: readonly Surface[],
  change: (pixels: readonly StraightPixels[]) => StraightPixels,
): Surface {
  const linear = attributes["color-interpolation-filters"] !== "sRGB";
  const pixels = inputs.map(({ pen, width, height }) => {
    const { data } = pen.getImageData(0, 0, width, height);
    return linear ? mapped(data, TO_LINEAR) : data;
  });
  const changed = change(pixels);
  const result = openSurface(inputs[0]!);
  const data = linear ? mapped(changed, FROM_LINEAR) : changed;
  result.pen.putImageData(new ImageData(data, result.width, result.height), 0, 0);
  return result;
}

function mapped(pixels: StraightPixels, table: Uint8Array): StraightPixels {
  for (let i = 0; i < pixels.length; i += 4) {
    pixels[i] = table[pixels[i]!]!;
    pixels[i + 1] = table[pixels[i + 1]!]!;
    pixels[i + 2] = table[pixels[i + 2]!]!;
  }
  return pixels;
}
