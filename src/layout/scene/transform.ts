import { IDENTITY, type Matrix } from "../../base/geometry.ts";

/** Reads `matrix(a b c d e f)`, the only form usvg writes; the translation is multiplied by `unit`. */
export function readMatrix(value: string | undefined, unit: number): Matrix {
  if (!value) return IDENTITY;
  const numbers = /^matrix\(([^)]*)\)$/
    .exec(value.trim())?.[1]
    ?.split(/[\s,]+/)
    .map(Number);
  if (numbers?.length !== 6 || numbers.some((n) => !Number.isFinite(n))) {
    throw new Error(`transform “${value}” is not normalised`);
  }
  const [a, b, c, d, e, f] = numbers as [number, number, number, number, number, number];
  return [a, b, c, d, e * unit, f * unit];
}
