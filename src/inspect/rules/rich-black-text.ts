/** Black text that is put together from several inks: small letters get coloured rims when plates slip. */

import { diagnose } from "../../base/diagnostic.ts";
import { mmToPt, type Pt } from "../../base/units.ts";
import { inksOf } from "../content/inks.ts";
import type { Color } from "../content/painted.ts";
import { isOnPiece, placeText, type Rule, Tally, whereOf } from "./judge.ts";

/** Sizes of running text; over it the rims hardly show, and rich black is often meant. */
const RUNNING_TEXT: Pt = 12;
/** Rounding of writers, relative. */
const TOLERANCE = 1.02;

/** Percent from which black is what the eye sees: of K with any other ink, or of K over dense colours. */
const BLACK = 85;
const DENSE = 50;
/** Less of another ink needs no register. */
const TRACE = 5;

function isRichBlack({ space, components }: Color): boolean {
  const amounts = inksOf(space, components);
  if (!amounts) return false;
  const black = amounts.get("Black") ?? 0;
  const others = ["Cyan", "Magenta", "Yellow"].map((ink) => amounts.get(ink) ?? 0);
  if (black >= BLACK) return others.some((amount) => amount >= TRACE);
  return black >= DENSE && others.every((amount) => amount >= DENSE);
}

export const richBlackText: Rule = (page) => {
  const found = new Tally<Pt>();
  return {
    see(painted) {
      const { text, color } = painted;
      if (!text || !page.wanted.press || !isOnPiece(painted, page) || !isRichBlack(color)) return;
      const size = mmToPt(text.size) / page.wanted.scale;
      if (size <= RUNNING_TEXT * TOLERANCE) found.add("", -size, painted.area, size);
    },
    end: () =>
      found.entries.map(({ count, worst, area }) =>
        diagnose(
          "pdf.rich-black-text",
          { page: page.number, found: worst.toFixed(1), count, place: placeText(area) },
          whereOf(page.number, area),
        ),
      ),
  };
};
