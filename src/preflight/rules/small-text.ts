/** Text too small for the distance from which the piece is read. */

import { diagnose } from "../../base/diagnostic.ts";
import type { Mm } from "../../base/units.ts";
import { mergeFindings, whereOf } from "../findings.ts";
import type { Rule } from "../page.ts";

/** An x-height of a three-hundredth of the distance is read without effort (art direction). */
const DISTANCE_PER_X_HEIGHT = 300;

/** Sizes are chosen to meet the limit exactly; this is float noise on top. */
const TOLERANCE = 0.995;

export const neededXHeight = (viewingDistance: number): Mm =>
  (viewingDistance * 1000) / DISTANCE_PER_X_HEIGHT;

export const smallText: Rule = ({ texts, format, number }) => {
  const needed = neededXHeight(format.viewingDistance);
  const small = texts
    .filter(({ xHeight }) => xHeight < needed * TOLERANCE)
    .map((text) => ({ text, key: text.xHeight.toFixed(2) }));
  return mergeFindings(small).map(({ findings, frame, text, area }) =>
    diagnose(
      "preflight.small-text",
      {
        frame,
        text,
        found: Number(findings[0]!.key),
        needed: Number(needed.toFixed(2)),
        distance: format.viewingDistance,
      },
      whereOf(number, frame, area),
    ),
  );
};
