/** How numbers and matrices are written in PDF syntax (ISO 32000-1 §7.3.3: no exponents). */

import type { Matrix, Rect } from "../../base/geometry.ts";

/** From here on JavaScript writes exponents. */
const MOST_PLAIN = 1e21;

/**
 * A length or coordinate to 0.0001: in mm that is a tenth of a micrometre.
 * @throws RangeError for a number that PDF cannot hold
 */
export function num(value: number): string {
  const rounded = Math.round(value * 1e4) / 1e4;
  if (!(Math.abs(rounded) < 1e12)) throw new RangeError(`${value} is not a coordinate`);
  return `${rounded}`;
}

/**
 * A corner of an outline to 0.001: in mm a micrometre, a tenth of a dot of a 2,400 dpi plate.
 * @throws RangeError for a number that PDF cannot hold
 */
export function coarse(value: number): string {
  const rounded = Math.round(value * 1e3) / 1e3;
  if (!(Math.abs(rounded) < 1e12)) throw new RangeError(`${value} is not a coordinate`);
  return `${rounded}`;
}

/**
 * A factor to eight significant digits, for matrices and ratios that act on long distances.
 * @throws RangeError for a number that PDF cannot hold
 */
export function fine(value: number): string {
  // Most factors are 1, 0 and -1, and formatting to a precision is slow.
  if (Number.isInteger(value) && Math.abs(value) < 1e9) return `${value}`;
  if (!(Math.abs(value) < MOST_PLAIN)) throw new RangeError(`${value} is not a number that PDF can hold`);
  const rounded = Number(value.toPrecision(8));
  if (Math.abs(rounded) >= 1e-6 || rounded === 0) return `${rounded}`;
  const tiny = value.toFixed(12).replace(/0+$/, "");
  return Math.abs(Number(tiny)) === 0 ? "0" : tiny;
}

/** The six operands of `cm`, `Tm` and `/Matrix`. */
export const matrixOperands = (matrix: Matrix): string =>
  `${fine(matrix[0])} ${fine(matrix[1])} ${fine(matrix[2])} ${fine(matrix[3])} ${num(matrix[4])} ${num(matrix[5])}`;

/** As {@link matrixOperands}, but with fine translations, for spaces that are not in mm. */
export const fineMatrix = (matrix: Matrix): string => matrix.map(fine).join(" ");

/** A rectangle as `[left bottom right top]` (§7.9.5). */
export const rectArray = ({ x, y, width, height }: Rect): string =>
  `[${num(x)} ${num(y)} ${num(x + width)} ${num(y + height)}]`;
