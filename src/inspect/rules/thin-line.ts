/** Lines that a plate or a print head cannot hold. */

import { diagnose } from "../../base/diagnostic.ts";
import { mmToPt, type Pt } from "../../base/units.ts";
import { inksOf, plates } from "../content/inks.ts";
import type { Color } from "../content/painted.ts";
import { isOnPiece, placeText, type Rule, Tally, whereOf } from "./judge.ts";

/** Trade limits: a solid line of one ink, and one that is screened or made of several (issue 3). */
const THINNEST: Pt = 0.25;
const THINNEST_SCREENED: Pt = 0.5;
/** Rounding of writers, relative. */
const TOLERANCE = 0.98;

/** Whether the line is one full plate: nothing to register, no screen dots at its edge. */
function isSolid({ space, components }: Color, alpha: number): boolean {
  const amounts = inksOf(space, components);
  if (!amounts) return false;
  const { count, solid } = plates(amounts);
  return count <= 1 && solid && alpha >= 1;
}

export const thinLine: Rule = (page) => {
  const found = new Tally<Pt>();
  return {
    see(painted) {
      const { thickness, color, alpha, groups } = painted;
      if (thickness === null || !page.wanted.press || !isOnPiece(painted, page)) return;
      const width = mmToPt(thickness) / page.wanted.scale;
      const opacity = groups.reduce((product, group) => product * group.alpha, alpha);
      const limit = isSolid(color, opacity) ? THINNEST : THINNEST_SCREENED;
      if (width < limit * TOLERANCE) found.add(String(limit), -width, painted.area, width);
    },
    end: () =>
      found.entries.map(({ key, count, worst, area }) =>
        diagnose(
          Number(key) === THINNEST ? "pdf.thin-line" : "pdf.thin-screened-line",
          { page: page.number, found: worst.toFixed(2), needed: key, count, place: placeText(area) },
          whereOf(page.number, area),
        ),
      ),
  };
};
