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

const isLinear = (attributes: FilterPrimitive["attributes"]): boolean =>
  attributes["color-interpolation-filters"] !== "sRGB";

/** A channel of an sRGB colour, 0–255, in the space that a primitive asks for. */
export const inSpace = (attributes: FilterPrimitive["attributes"], channel: number): number =>
  isLinear(attributes) ? TO_LINEAR[channel]! : channel;

/** @param change computes the result's pixels; may do so in place of the first input's */
export function inLinearLight(
  attributes: FilterPrimitive["attributes"],
  inputs: readonly Surface[],
  change: (pixels: readonly StraightPixels[]) => StraightPixels,
): Surface {
  const linear = isLinear(attributes);
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

/** Colours multiplied by alpha, as most primitives compute with them. */
export function multiplied(pixels: StraightPixels): Float32Array {
  const result = new Float32Array(pixels.length);
  for (let i = 0; i < pixels.length; i += 4) {
    const alpha = pixels[i + 3]! / 255;
    for (let channel = i; channel < i + 3; channel++) result[channel] = pixels[channel]! * alpha;
    result[i + 3] = pixels[i + 3]!;
  }
  return result;
}

/** The way back from {@link multiplied}. */
export function straight(pixels: Float32Array): StraightPixels {
  const result = new Uint8ClampedArray(pixels.length);
  for (let i = 0; i < pixels.length; i += 4) {
    const alpha = Math.min(255, Math.max(0, pixels[i + 3]!));
    for (let channel = i; channel < i + 3; channel++) {
      result[channel] = alpha > 0 ? (Math.min(pixels[channel]!, alpha) * 255) / alpha : 0;
    }
    result[i + 3] = alpha;
  }
  return result;
}
