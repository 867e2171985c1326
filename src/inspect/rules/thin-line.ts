/** Lines that a plate or a print head cannot hold. */

import { diagnose } from "../../base/diagnostic.ts";
import { meets, type Rect, union } from "../../base/geometry.ts";
import { mmToPt, type Pt } from "../../base/units.ts";
import { inksOf, isToolPath, isWhite, plates } from "../content/inks.ts";
import type { Color, Painted } from "../content/painted.ts";
import { isOnPiece, placeText, type Rule, Tally, whereOf } from "./judge.ts";

/** Trade limits: a solid line of one ink, and one that is screened, of several or left open in a ground (issue 3). */
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

/** Areas that white lines are looked for over; of more, the first ones count as one box. */
const MOST_GROUNDS = 50;

/** Whatever may have ink in it, letters aside. */
const isGround = ({ kind, color }: Painted): boolean =>
  kind === "image" ||
  kind === "shading" ||
  (kind !== "text" && !isToolPath(color.space) && !isWhite(color.space, color.components));

export const thinLine: Rule = (page) => {
  const found = new Tally<Pt>();
  const grounds: Rect[] = [];
  return {
    see(painted) {
      const { thickness, color, alpha, groups, area } = painted;
      if (!page.wanted.press || !isOnPiece(painted, page)) return;
      if (isGround(painted)) {
        grounds.push(area);
        if (grounds.length > MOST_GROUNDS) grounds.splice(0, 2, union(grounds[0]!, grounds[1]!)!);
      }
      if (thickness === null || isToolPath(color.space)) return;
      const white = isWhite(color.space, color.components);
      // White on the bare sheet is not there at all.
      if (white && !grounds.some((ground) => meets(ground, area))) return;
      const width = mmToPt(thickness) / page.wanted.scale;
      const opacity = groups.reduce((product, group) => product * group.alpha, alpha);
      const limit = !white && isSolid(color, opacity) ? THINNEST : THINNEST_SCREENED;
      if (width < limit * TOLERANCE) found.add(String(limit), -width, area, width);
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
