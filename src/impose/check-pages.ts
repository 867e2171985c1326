/** Whether the pages can give what the profile asks of them. */

import { type Diagnostic, diagnose, fail } from "../base/diagnostic.ts";
import { tenths } from "../base/units.ts";
import { paintedBleed } from "../model/allowance.ts";
import type { Scene } from "../model/scene.ts";
import type { ImposeJob } from "./impose-job.ts";
import type { Piece } from "./plan/piece.ts";

/** Slack for sums of decimal lengths, mm. */
const SLACK = 1e-6;

/** @throws AnphamError `impose.fold-outside` */
export function checkPages(
  scenes: readonly Scene[],
  pieces: readonly Piece[],
  job: Pick<ImposeJob, "profile" | "formatBleed" | "folds">,
): readonly Diagnostic[] {
  const { profile, formatBleed, folds } = job;
  const found: Diagnostic[] = [];
  scenes.forEach(({ geometry }, i) => {
    const page = i + 1;
    const needed = paintedBleed(profile, profile.bleed === "format" ? (formatBleed ?? geometry.bleed) : 0);
    if (geometry.bleed + SLACK < needed) {
      const params = { page, found: tenths(geometry.bleed), needed: tenths(needed) };
      found.push(diagnose("impose.bleed-missing", params, { page }));
    }
    for (const { axis, at } of folds) {
      const side = axis === "vertical" ? geometry.trim.width : geometry.trim.height;
      if (at >= side) fail("impose.fold-outside", { at: tenths(at), side: tenths(side) }, { page });
    }
  });
  const { cutContour } = profile.finishing;
  const bleed = Math.min(...pieces.map((piece) => piece.bleed / piece.scale));
  if (cutContour && pieces.length > 0 && cutContour.offset > bleed + SLACK) {
    const params = { offset: tenths(cutContour.offset), bleed: tenths(bleed) };
    found.push(diagnose("impose.contour-outside-bleed", params));
  }
  return found;
}
