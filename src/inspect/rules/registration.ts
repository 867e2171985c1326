/** Registration colour on the piece itself: every plate at once (ISO 32000-1 §8.6.6.4), meant for marks only. */

import { diagnose } from "../../base/diagnostic.ts";
import { intersection } from "../../base/geometry.ts";
import { isOnPiece, placeText, type Rule, Tally, whereOf } from "./judge.ts";

export const registration: Rule = (page) => {
  const found = new Tally<null>();
  return {
    see(painted) {
      const { space } = painted.color;
      if (space.kind !== "inks" || !space.names.includes("All") || !isOnPiece(painted, page)) return;
      if (intersection(painted.area, page.boxes.trim)) found.add("", 0, painted.area, null);
    },
    end: () =>
      found.entries.map(({ count, area }) =>
        diagnose(
          "pdf.registration-color",
          { page: page.number, count, place: placeText(area) },
          whereOf(page.number, area),
        ),
      ),
  };
};
