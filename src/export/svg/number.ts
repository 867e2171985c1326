/** How numbers are written in SVG: short, and never finer than anybody can see. */

import { type Matrix, meanScale } from "../../base/geometry.ts";

/** Decimals of a length whose unit is one millimetre on the sheet: 0.1 µm. */
const MM_DECIMALS = 4;

/**
 * Decimals that keep 0.1 µm on the sheet in coordinates that `toSheet` maps there, so that a logo drawn in a
 * unit square stays exact and one drawn in thousands of units stays short.
 */
export function decimalsIn(toSheet: Matrix): number {
  const scale = meanScale(toSheet);
  if (!(scale > 0)) return MM_DECIMALS;
  return Math.min(9, Math.max(0, MM_DECIMALS + Math.ceil(Math.log10(scale) - 1e-9)));
}

const POWERS = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];

/** Rounded, without trailing zeros and without a negative zero. */
export function formatNumber(value: number, decimals: number): string {
  const power = POWERS[decimals] ?? 1e4;
  // Adding 0 turns -0 into 0.
  return String(Math.round(value * power) / power + 0);
}

/** Seven significant digits: enough for a factor applied to coordinates of up to ten metres. */
const formatFactor = (value: number): string => String(Number(value.toPrecision(7)) + 0);

/** The value of a `transform` attribute; `decimals` are those of the coordinates it maps to. */
export function formatTransform([a, b, c, d, e, f]: Matrix, decimals: number): string {
  const x = formatNumber(e, decimals);
  const y = formatNumber(f, decimals);
  if (a === 1 && b === 0 && c === 0 && d === 1) return y === "0" ? `translate(${x})` : `translate(${x} ${y})`;
  return `matrix(${formatFactor(a)} ${formatFactor(b)} ${formatFactor(c)} ${formatFactor(d)} ${x} ${y})`;
}
