import type { FontFace } from "./face.ts";

/**
 * The upright face of the family that layout uses for a weight (CSS Fonts 4, § 5.2, as satori reads it): that
 * weight; for 400 and 500 the other of the two; below 400 the next lighter, then heavier; else the next heavier,
 * then lighter.
 * @throws RangeError when the family has no upright face
 */
export function faceFor(
  fonts: readonly FontFace[],
  { family, weight }: Pick<FontFace, "family" | "weight">,
): FontFace {
  const upright = fonts.filter((face) => face.family === family && face.style === "normal");
  const [best] = upright.sort((a, b) => rank(a.weight, weight) - rank(b.weight, weight));
  if (!best) throw new RangeError(`there is no upright face of the family “${family}”`);
  return best;
}

/** Past every difference of weights. */
const LAST = 1000;

function rank(offered: number, asked: number): number {
  if (offered === asked) return -2;
  if (asked + offered === 900 && Math.abs(asked - offered) === 100) return -1;
  const isPreferredSide = asked < 400 ? offered < asked : offered > asked;
  return Math.abs(offered - asked) + (isPreferredSide ? 0 : LAST);
}
