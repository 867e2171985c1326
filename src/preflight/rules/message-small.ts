/** A message that does not carry as far as the sign that it stands on. */

import { diagnose } from "../../base/diagnostic.ts";
import { openFont } from "../../base/font/open-font.ts";
import { meanScale } from "../../base/geometry.ts";
import type { Mm } from "../../base/units.ts";
import { shorten, whereOf } from "../findings.ts";
import type { Rule } from "../page.ts";
import type { TextRun } from "../text-runs.ts";

/** The frame that holds a piece's message, by the kit's convention. */
export const MESSAGE_FRAME = "headline";

/** A cap height of a hundredth of the distance catches the eye of who passes by (art direction). */
const DISTANCE_PER_CAP_HEIGHT = 100;
/** Up to here a print is held in the hand and found without calling, m. */
const ARM_LENGTH = 1;
const TOLERANCE = 0.995;

export const messageSmall: Rule = ({ texts, format, number }) => {
  if (format.medium !== "print" || format.viewingDistance <= ARM_LENGTH) return [];
  const needed = (format.viewingDistance * 1000) / DISTANCE_PER_CAP_HEIGHT;
  const message = texts.filter(({ painted }) => painted.placed.frame === MESSAGE_FRAME);
  // Emphasis may be larger; what counts is the largest part, which is seen first.
  const largest = message.reduce<TextRun | null>(
    (best, text) => (best && capHeight(best) >= capHeight(text) ? best : text),
    null,
  );
  if (!largest || capHeight(largest) >= needed * TOLERANCE) return [];
  const params = {
    frame: MESSAGE_FRAME,
    text: shorten(message.map(({ run }) => run.text.trim()).join(" ")),
    found: Number(capHeight(largest).toFixed(1)),
    needed: Number(needed.toFixed(1)),
    distance: format.viewingDistance,
  };
  return [diagnose("preflight.message-small", params, whereOf(number, MESSAGE_FRAME, largest.box))];
};

function capHeight({ run, painted }: TextRun): Mm {
  const face = painted.resources.fonts.get(run.font)!;
  const { capHeight: cap, unitsPerEm } = openFont(face).metrics;
  return (cap / unitsPerEm) * run.size * meanScale(painted.toPage);
}
