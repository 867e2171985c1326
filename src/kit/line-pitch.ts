/** The tightest line height at which no mark touches the line above it. */

import type { Face, LetterExtent, PageContext } from "../model/template.ts";
import { keptByFonts } from "./kept-by-fonts.ts";

/** White between the lowest part of one line and the highest part of the next, em. */
const CLEARANCE = 0.06;
/** Letters this near sideways still seem to touch, em. */
const SIDE = 0.08;

export type Align = "left" | "center" | "right";

/** Parts of a line's width that stand left of the edge or axis that the lines share. */
const BEFORE_AXIS: Readonly<Record<Align, number>> = { left: 0, center: 0.5, right: 1 };

export interface PitchOptions {
  readonly face: Face;
  /** Letter spacing in em. */
  readonly tracking?: number;
  /** How the lines stand to each other: which letters meet depends on it. */
  readonly align?: Align;
  readonly minimum?: number;
}

const pitchOf = keptByFonts<number>(500);

/** @returns em, rounded up to a thousandth */
export function linePitch(page: PageContext, lines: readonly string[], options: PitchOptions): number {
  if (lines.length < 2) return options.minimum ?? MINIMUM;
  return pitchOf(page, JSON.stringify([lines, options]), () => measurePitch(page, lines, options));
}

/** Below it lines of display type look crammed, em. */
const MINIMUM = 1.1;

function measurePitch(
  page: PageContext,
  lines: readonly string[],
  { face, tracking = 0, align = "left", minimum = MINIMUM }: PitchOptions,
): number {
  const reaches = lines.map((line) => page.reach(line, face));
  const lettersOf = (line: string) => {
    const width = page.measure(line, face) + [...line].length * tracking;
    const start = -width * BEFORE_AXIS[align];
    const at = ({ before }: LetterExtent) => start + before * tracking;
    return page.extents(line, face).map((letter) => ({
      left: letter.left + at(letter),
      right: letter.right + at(letter),
      above: letter.above,
      below: letter.below,
    }));
  };
  let pitch = minimum;
  for (let i = 1; i < lines.length; i++) {
    const [above, below] = [reaches[i - 1], reaches[i]];
    // Most lines keep apart wherever their letters stand.
    if (!above || !below || above.below + below.above + CLEARANCE <= pitch) continue;
    const placed = lettersOf(lines[i - 1]!);
    for (const letter of lettersOf(lines[i]!)) {
      for (const over of placed) {
        const needed = over.below + letter.above + CLEARANCE;
        const meets = over.left - SIDE < letter.right && letter.left < over.right + SIDE;
        if (needed > pitch && meets) pitch = needed;
      }
    }
  }
  return Math.ceil(pitch * 1000) / 1000;
}
