/** Text that the guillotine, a frame or a platform's own buttons would cut or cover. */

import { diagnose } from "../../base/diagnostic.ts";
import { intersection, type Rect } from "../../base/geometry.ts";
import type { Mm } from "../../base/units.ts";
import { type Finding, mergeFindings, whereOf } from "../findings.ts";
import type { Rule } from "../page.ts";

/** Less than a guillotine's own tolerance. */
const TOLERANCE: Mm = 0.1;

interface Trespass extends Finding {
  readonly excess: Mm;
}

export const safeArea: Rule = ({ scene, texts, format, number }) => {
  const trespasses: Trespass[] = [];
  for (const text of texts) {
    const outside = leaving(text.box, scene.geometry.safe);
    let covered = 0;
    for (const zone of format.covered) covered = Math.max(covered, depth(text.box, zone));
    const excess = Math.max(outside, covered);
    if (excess > TOLERANCE)
      trespasses.push({ text, key: outside >= covered ? "outside" : "covered", excess });
  }
  return mergeFindings(trespasses).map(({ findings, frame, text, area }) => {
    const excess = Math.ceil(Math.max(...findings.map((finding) => finding.excess)) * 10 - 1e-9) / 10;
    return diagnose("preflight.outside-safe-area", { frame, text, excess }, whereOf(number, frame, area));
  });
};

/** How far the box leaves the safe area at the side where it leaves it most; less than 0 for one within. */
const leaving = (box: Rect, safe: Rect): Mm =>
  Math.max(
    safe.x - box.x,
    safe.y - box.y,
    box.x + box.width - safe.x - safe.width,
    box.y + box.height - safe.y - safe.height,
  );

/** The shortest way out of a covered zone. */
function depth(box: Rect, zone: Rect): Mm {
  const common = intersection(box, zone);
  return common ? Math.min(common.width, common.height) : 0;
}
