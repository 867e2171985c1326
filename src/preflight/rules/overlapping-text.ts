/** Text of two frames on one another: each is whole, and neither can be read. */

import { diagnose } from "../../base/diagnostic.ts";
import { foundOnce } from "../../base/found-once.ts";
import { type Insets, inset, intersection, meets, type Rect, union } from "../../base/geometry.ts";
import { type Finding, mergeFindings, whereOf } from "../findings.ts";
import type { FrameLeaves, Rule } from "../page.ts";
import type { TextRun } from "../text-runs.ts";

/** In parts of the smaller x-height: accents and tails of neighbouring lines may touch, letters may not. */
const LEAST = 0.3;

export const overlappingText: Rule = ({ frames, number }) => {
  const over: Finding[] = [];
  for (const [i, above] of frames.entries()) {
    const area = areaOf(above);
    if (!area) continue;
    for (const below of frames.slice(0, i)) {
      const other = areaOf(below);
      if (!other || !meets(area, other)) continue;
      for (const line of linesOf(above)) {
        if (linesOf(below).some((each) => isOver(line, each)))
          over.push({ text: line.text, key: below.placed.frame });
      }
    }
  }
  return mergeFindings(over).map(({ findings, frame, text, area }) =>
    diagnose(
      "preflight.overlapping-text",
      { frame, text, other: findings[0]!.key },
      whereOf(number, frame, area),
    ),
  );
};

/** Text along the page's sides with its letters from foot to x-height: a box around slanting text tells too little. */
interface Line {
  readonly text: TextRun;
  readonly letters: Rect;
}

/** The band is the middle half of the x-height. */
const BESIDE_BAND = 0.25;

const linesOf = foundOnce(({ texts }: FrameLeaves): readonly Line[] =>
  texts.flatMap((text): Line[] => {
    const [a, b, c, d] = text.painted.toPage;
    const more = text.xHeight * BESIDE_BAND;
    if (b === 0 && c === 0)
      return [{ text, letters: inset(text.band, { ...NONE, top: -more, bottom: -more }) }];
    if (a === 0 && d === 0)
      return [{ text, letters: inset(text.band, { ...NONE, left: -more, right: -more }) }];
    return [];
  }),
);

const NONE: Insets = { top: 0, right: 0, bottom: 0, left: 0 };

const areaOf = foundOnce((frame: FrameLeaves): Rect | null =>
  linesOf(frame).reduce<Rect | null>((all, { letters }) => union(all, letters), null),
);

function isOver({ text, letters }: Line, other: Line): boolean {
  const common = intersection(letters, other.letters);
  const least = LEAST * Math.min(text.xHeight, other.text.xHeight);
  return common !== null && Math.min(common.width, common.height) > least;
}
