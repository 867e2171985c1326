/** Text too small to print cleanly, whatever the reading distance. */

import { diagnose } from "../../base/diagnostic.ts";
import { mmToPt, type Pt } from "../../base/units.ts";
import { inksOf, isWhite, plates } from "../content/inks.ts";
import type { Color } from "../content/painted.ts";
import { isOnPiece, placeText, type Rule, Tally, whereOf } from "./judge.ts";

/** Trade limits for the em: text of one ink, and text of several inks or left open in a ground (issue 3). */
const SMALLEST: Pt = 5;
const SMALLEST_COLORED: Pt = 7;
/** Rounding of writers, relative. */
const TOLERANCE = 0.98;

/** Whether a slip of the plates shows in its letters. */
function needsRegister({ space, components }: Color): boolean {
  if (isWhite(space, components)) return true;
  const amounts = inksOf(space, components);
  // RGB black becomes four inks too.
  return amounts === null || plates(amounts).count > 1;
}

export const tinyText: Rule = (page) => {
  const found = new Tally<Pt>();
  return {
    see(painted) {
      const { text, color } = painted;
      if (!text || !page.wanted.press || !isOnPiece(painted, page)) return;
      const size = mmToPt(text.size) / page.wanted.scale;
      const limit = needsRegister(color) ? SMALLEST_COLORED : SMALLEST;
      if (size < limit * TOLERANCE) found.add(String(limit), -size, painted.area, size);
    },
    end: () =>
      found.entries.map(({ key, count, worst, area }) =>
        diagnose(
          Number(key) === SMALLEST ? "pdf.tiny-text" : "pdf.tiny-colored-text",
          { page: page.number, found: worst.toFixed(1), needed: key, count, place: placeText(area) },
          whereOf(page.number, area),
        ),
      ),
  };
};
