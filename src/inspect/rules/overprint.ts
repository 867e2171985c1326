/** Overprinting that loses something, and black text that leaves a white rim when plates slip. */

import { type Diagnostic, diagnose } from "../../base/diagnostic.ts";
import { DEVICE_CMYK } from "../content/color-space.ts";
import { inksOf, isWhite } from "../content/inks.ts";
import type { Painted } from "../content/painted.ts";
import { isOnPiece, KIND_NAMES, placeText, type Rule, Tally, whereOf } from "./judge.ts";

/** Only black, and full. */
function isBlackText({ text, color }: Painted): boolean {
  const amounts = text && inksOf(color.space, color.components);
  if (!amounts || (amounts.get("Black") ?? 0) < 99.5) return false;
  return [...amounts].every(([name, amount]) => name === "Black" || amount < 0.5);
}

/**
 * White that overprints puts nothing on top of what is below, so it vanishes (ISO 32000-1 §11.7.4.3). DeviceCMYK
 * white does so only with OPM 1; a separation of 0 % always.
 */
function vanishes({ color, overprint, overprintMode, kind }: Painted): boolean {
  if (!overprint || kind === "image" || kind === "shading" || !isWhite(color.space, color.components))
    return false;
  const { space } = color;
  return space.kind === "inks" || (space === DEVICE_CMYK && overprintMode === 1);
}

export const overprint: Rule = (page) => {
  const lost = new Tally<Painted["kind"]>();
  const black = new Tally<null>();
  return {
    see(painted) {
      if (!page.wanted.press || !isOnPiece(painted, page)) return;
      if (vanishes(painted)) lost.add(painted.kind, 0, painted.area, painted.kind);
      if (page.wanted.inksOnly && !painted.overprint && isBlackText(painted)) {
        black.add("", 0, painted.area, null);
      }
    },
    end: (): readonly Diagnostic[] => [
      ...lost.entries.map(({ worst, count, area }) => {
        const [kindVi, kind] = KIND_NAMES[worst];
        const params = { page: page.number, kindVi, kind, count, place: placeText(area) };
        return diagnose("pdf.white-overprint", params, whereOf(page.number, area));
      }),
      ...black.entries.map(({ count, area }) =>
        diagnose(
          "pdf.black-knocks-out",
          { page: page.number, count, place: placeText(area) },
          whereOf(page.number, area),
        ),
      ),
    ],
  };
};
