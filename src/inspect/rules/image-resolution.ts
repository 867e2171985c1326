/** Pictures with too few pixels for their size on the piece. */

import { diagnose } from "../../base/diagnostic.ts";
import type { Ppi } from "../../base/units.ts";
import { isOnPiece, type JudgedPage, placeText, type Rule, Tally, whereOf } from "./judge.ts";

/** Pictures of one bit have no greys that smooth their stairs: at the same size they need twice as many pixels. */
const LINE_ART = 2;

/** Three quarters of the wanted resolution still print well, as the scene's own rule has it. */
const TOLERATED = 0.75;

/**
 * Wanted at final size where the profile leaves it to the format (docs/sources.md): offset 300; A1 and A0 150;
 * standee 120; hiflex and backdrop 72; over 3 m 50. By the longer side of the trim, mm.
 */
const BY_SIZE: readonly (readonly [upTo: number, ppi: Ppi])[] = [
  [600, 300],
  [1300, 150],
  [2100, 120],
  [3000, 72],
  [Number.POSITIVE_INFINITY, 50],
];

/** @returns `null` when nobody cares, as for screens */
export function wantedPpi({ wanted, boxes }: JudgedPage): Ppi | null {
  if (!wanted.press) return wanted.ppi;
  const side = Math.max(boxes.trim.width, boxes.trim.height) / wanted.scale;
  return wanted.ppi ?? BY_SIZE.find(([upTo]) => side <= upTo)?.[1] ?? null;
}

export const imageResolution: Rule = (page) => {
  const wanted = wantedPpi(page);
  const found = new Tally<{ readonly ppi: Ppi; readonly needed: Ppi; readonly lineArt: boolean }>();
  return {
    see(painted) {
      const { image } = painted;
      if (!image || wanted === null || !isOnPiece(painted, page)) return;
      // One colour stretched over an area has no detail to lose.
      if (image.pixelWidth <= 2 && image.pixelHeight <= 2) return;
      const ppi = image.ppi * page.wanted.scale;
      const lineArt = page.wanted.press && image.bits === 1;
      const needed = lineArt ? wanted * LINE_ART : wanted;
      if (ppi >= needed * TOLERATED) return;
      const { x, y } = painted.area;
      found.add(`${Math.round(x)},${Math.round(y)}`, -ppi, painted.area, { ppi, needed, lineArt });
    },
    end: () =>
      found.entries.map(({ worst: { ppi, needed, lineArt }, area }) =>
        diagnose(
          lineArt ? "pdf.low-resolution-line-art" : "pdf.low-resolution",
          { page: page.number, found: Math.floor(ppi), needed, place: placeText(area) },
          whereOf(page.number, area),
        ),
      ),
  };
};
