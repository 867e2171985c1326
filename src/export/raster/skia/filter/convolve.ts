/** feConvolveMatrix (Filter Effects 1 §9.9). */

import type { Size } from "../../../../base/geometry.ts";
import { multiplied, type StraightPixels, straight } from "./linear-light.ts";
import type { PrimitiveContext } from "./run-primitives.ts";

export function convolve(
  { attributes, numbers }: PrimitiveContext,
  pixels: StraightPixels,
  { width, height }: Size,
): StraightPixels {
  const [columns = 3, rows = columns] = numbers("order", [3]);
  const kernel = numbers("kernelMatrix", []);
  if (kernel.length !== columns * rows) return pixels;
  const sum = kernel.reduce((total, value) => total + value, 0);
  const [divisor = 1] = numbers("divisor", [sum || 1]);
  const [bias = 0] = numbers("bias", [0]);
  const [targetX = 0] = numbers("targetX", [Math.floor(columns / 2)]);
  const [targetY = 0] = numbers("targetY", [Math.floor(rows / 2)]);
  const keepsAlpha = attributes.preserveAlpha === "true";
  const source = keepsAlpha ? Float32Array.from(pixels) : multiplied(pixels);
  const result = new Float32Array(source.length);
  const place = edgePlace(attributes.edgeMode ?? "duplicate");
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4;
      for (let channel = 0; channel < 4; channel++) {
        if (channel === 3 && keepsAlpha) {
          result[at + 3] = source[at + 3]!;
          continue;
        }
        let total = 0;
        for (let i = 0; i < rows; i++) {
          const row = place(y - targetY + i, height);
          for (let j = 0; j < columns; j++) {
            const column = place(x - targetX + j, width);
            if (row < 0 || column < 0) continue;
            // The kernel is turned by half a turn, as in mathematics.
            total +=
              source[(row * width + column) * 4 + channel]! * kernel[columns * rows - 1 - (i * columns + j)]!;
          }
        }
        const alpha = keepsAlpha ? 255 : source[at + 3]!;
        result[at + channel] = Math.min(
          255,
          Math.max(0, total / divisor + bias * (channel === 3 ? 255 : alpha)),
        );
      }
    }
  }
  return keepsAlpha ? new Uint8ClampedArray(result) : straight(result);
}

/** Where a row or column beyond the edge is taken from; −1 for nowhere. */
function edgePlace(mode: string): (at: number, length: number) => number {
  if (mode === "wrap") return (at, length) => ((at % length) + length) % length;
  if (mode === "none") return (at, length) => (at < 0 || at >= length ? -1 : at);
  return (at, length) => Math.min(length - 1, Math.max(0, at));
}
