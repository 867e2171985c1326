/** feMorphology (Filter Effects 1 §9.17): shapes grown or thinned. */

import type { Size } from "../../../../base/geometry.ts";
import { multiplied, type StraightPixels, straight } from "./linear-light.ts";
import type { PrimitiveContext } from "./run-primitives.ts";

export function morphology(
  { attributes, numbers, scale }: PrimitiveContext,
  pixels: StraightPixels,
  { width, height }: Size,
): StraightPixels {
  const [x = 0, y = x] = numbers("radius", [0]);
  const reach = [Math.round(x * scale[0]), Math.round(y * scale[1])] as const;
  if (reach[0] <= 0 && reach[1] <= 0) return new Uint8ClampedArray(pixels.length);
  const choose = attributes.operator === "dilate" ? Math.max : Math.min;
  const source = multiplied(pixels);
  const across = spread(source, width, height, 4, width * 4, reach[0], choose);
  return straight(spread(across, height, width, width * 4, 4, reach[1], choose));
}

/** Each value becomes the extreme of those within reach along a line; beyond the picture all is transparent. */
function spread(
  source: Float32Array,
  length: number,
  lines: number,
  step: number,
  lineStep: number,
  reach: number,
  choose: (one: number, other: number) => number,
): Float32Array {
  if (reach <= 0) return source;
  const result = new Float32Array(source.length);
  for (let line = 0; line < lines; line++) {
    for (let channel = 0; channel < 4; channel++) {
      const start = line * lineStep + channel;
      for (let i = 0; i < length; i++) {
        let extreme = source[start + i * step]!;
        for (let j = i - reach; j <= i + reach; j++) {
          extreme = choose(extreme, j < 0 || j >= length ? 0 : source[start + j * step]!);
        }
        result[start + i * step] = extreme;
      }
    }
  }
  return result;
}
