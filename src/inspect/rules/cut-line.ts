/** Cut lines that a cutter's RIP would not find, since it only looks at what prints. */

import { diagnose } from "../../base/diagnostic.ts";
import { isCutLine } from "../content/inks.ts";
import { placeText, type Rule, Tally, whereOf } from "./judge.ts";

/** Caldera, “CutContour Troubleshooting”: the layer has to be enabled and set to print. */
export const cutLine: Rule = ({ number, wanted }) => {
  const lost = new Tally<null>();
  return {
    see({ color: { space }, prints, within, area }) {
      if (!wanted.press || prints || within === "soft-mask") return;
      if (space.kind === "inks" && isCutLine(space)) lost.add(space.names.join(" + "), 0, area, null);
    },
    end: () =>
      lost.entries.map(({ key, count, area }) =>
        diagnose(
          "pdf.cut-line-off",
          { page: number, ink: key, count, place: placeText(area) },
          whereOf(number, area),
        ),
      ),
  };
};
