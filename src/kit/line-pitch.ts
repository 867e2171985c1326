/** The tightest line height at which no mark touches the line above it. */

import { letterExtents } from "../base/vietnamese/letter-extents.ts";

/** White between the lowest part of one line and the highest part of the next, em. */
const CLEARANCE = 0.06;
/** Letters this near sideways still seem to touch, em. */
const SIDE = 0.08;

/**
 * @param widthOf the width of text at 1 em, for lines that start at the same left edge
 * @param minimum below which lines of display type look crammed
 */
export function linePitch(
  lines: readonly string[],
  widthOf: (text: string) => number,
  minimum = 1.1,
): number {
  let pitch = minimum;
  for (let i = 1; i < lines.length; i++) {
    const upper = placed(lines[i - 1]!, widthOf);
    for (const letter of placed(lines[i]!, widthOf)) {
      for (const over of upper) {
        const meets = over.left - SIDE < letter.right && letter.left < over.right + SIDE;
        if (meets) pitch = Math.max(pitch, over.below + letter.above + CLEARANCE);
      }
    }
  }
  return Math.ceil(pitch * 1000) / 1000;
}

function placed(line: string, widthOf: (text: string) => number) {
  let text = "";
  let right = 0;
  return letterExtents(line).map(({ letter, above, below }) => {
    const left = right;
    text += letter;
    right = widthOf(text);
    return { left, right, above, below };
  });
}
