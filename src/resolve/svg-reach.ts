/**
 * How far the numbers of a drawing reach. One that is a million times as long as the drawing shows nothing more, and
 * what paints it counts pixels in 32 bits: resvg ends the whole process where they do not suffice.
 */

/** In lengths of the drawing's longer side. */
const FARTHEST = 1e6;

/** Of attributes that name things instead of placing them. */
const NAMES = new Set(["id", "class", "xlink:href", "font-family"]);

/** Far numbers are written with as many digits, or with an exponent; most path data has neither. */
const MAY_BE_FAR = /\d{6}|\d\.?e\+?\d/i;
/** Not the digits of a colour, of a name or behind a point. */
const NUMBER = /(?<![#\w.])(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/gi;

/**
 * The first number in an attribute or a style sheet that reaches too far; `null` when none does.
 * @param side the drawing's longer side, in its own units
 */
export function farNumber(name: string, value: string, side: number): string | null {
  if (NAMES.has(name) || !MAY_BE_FAR.test(value)) return null;
  for (const [number] of value.matchAll(NUMBER)) if (Number(number) > side * FARTHEST) return number;
  return null;
}

/** How far a drawing's numbers may reach, as it is told. */
export const farthest = (side: number): string => String(Math.round(side * FARTHEST));
