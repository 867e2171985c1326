/** Vector colours with more ink than the paper takes. Pictures are measured in `image-ink.ts`. */

import { diagnose } from "../../base/diagnostic.ts";
import { inksOf, totalInk } from "../content/inks.ts";
import type { Painted } from "../content/painted.ts";
import { isOnPiece, KIND_NAMES, placeText, type Rule, Tally, whereOf } from "./judge.ts";

/** Rounding of 8-bit colours and of decimals in content. */
export const INK_TOLERANCE = 1;

/** C + M + Y + K of a vector colour in percent; `null` where it is not known. */
export function vectorInk({ kind, color, shades }: Painted): number | null {
  if (kind === "image") return null;
  const values = kind === "shading" ? shades : [color.components];
  let most: number | null = null;
  for (const value of values) {
    const amounts = inksOf(color.space, value);
    if (amounts) most = Math.max(most ?? 0, totalInk(amounts));
  }
  return most;
}

export const inkLimit: Rule = (page) => {
  const limit = page.wanted.inkLimit;
  const found = new Tally<{ readonly ink: number; readonly kind: keyof typeof KIND_NAMES }>();
  return {
    see(painted) {
      if (limit === null || !isOnPiece(painted, page)) return;
      const ink = vectorInk(painted) ?? 0;
      if (ink > limit + INK_TOLERANCE)
        found.add(painted.kind, ink, painted.area, { ink, kind: painted.kind });
    },
    end: () =>
      found.entries.map(({ worst: { ink, kind }, count, area }) =>
        diagnose(
          "pdf.ink-limit",
          {
            page: page.number,
            kindVi: KIND_NAMES[kind][0],
            kind: KIND_NAMES[kind][1],
            found: Math.round(ink),
            limit: limit ?? 0,
            count,
            place: placeText(area),
          },
          whereOf(page.number, area),
        ),
      ),
  };
};
