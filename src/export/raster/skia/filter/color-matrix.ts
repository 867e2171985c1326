/** feColorMatrix (Filter Effects 1 §9.6). */

import type { StraightPixels } from "./linear-light.ts";
import type { PrimitiveContext } from "./run-primitives.ts";

/** In place. */
export function colorMatrix(
  { attributes, numbers }: PrimitiveContext,
  pixels: StraightPixels,
): StraightPixels {
  const matrix = matrixOf(attributes.type ?? "matrix", numbers("values", []));
  for (let i = 0; i < pixels.length; i += 4) {
    const [r, g, b, a] = [pixels[i]!, pixels[i + 1]!, pixels[i + 2]!, pixels[i + 3]!];
    for (let row = 0; row < 4; row++) {
      const at = row * 5;
      pixels[i + row] =
        matrix[at]! * r +
        matrix[at + 1]! * g +
        matrix[at + 2]! * b +
        matrix[at + 3]! * a +
        matrix[at + 4]! * 255;
    }
  }
  return pixels;
}

const IDENTITY = [1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0];

function matrixOf(type: string, values: readonly number[]): readonly number[] {
  if (type === "matrix") return values.length === 20 ? values : IDENTITY;
  if (type === "luminanceToAlpha") {
    return [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.2125, 0.7154, 0.0721, 0, 0];
  }
  if (type === "saturate") {
    const s = values[0] ?? 1;
    return rgbMatrix((weight, same) => weight + s * (same - weight));
  }
  const angle = ((values[0] ?? 0) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return rgbMatrix((weight, same, turn) => weight + cos * (same - weight) + sin * turn);
}

/** How much of red, green and blue is seen as light. */
const WEIGHTS = [0.213, 0.715, 0.072];
/** What a turn of the hue adds, for each channel. */
const TURNS = [
  [-0.213, -0.715, 0.928],
  [0.143, 0.14, -0.283],
  [-0.787, 0.715, 0.072],
];

function rgbMatrix(entry: (weight: number, same: number, turn: number) => number): readonly number[] {
  const rows = TURNS.map((turns, row) =>
    turns.map((turn, column) => entry(WEIGHTS[column]!, row === column ? 1 : 0, turn)).concat(0, 0),
  );
  return [...rows.flat(), 0, 0, 0, 1, 0];
}
