/** Content that does not fit its frame, whether it is cut away or runs over what lies beside it. */

import { type Diagnostic, diagnose } from "../../base/diagnostic.ts";
import { meanScale } from "../../base/geometry.ts";
import type { Mm } from "../../base/units.ts";
import { whereOf } from "../findings.ts";
import type { Rule } from "../page.ts";

/** Rounding of the layout engine. */
const TOLERANCE: Mm = 0.05;

export const overflow: Rule = ({ scene, number }) => {
  const found: Diagnostic[] = [];
  for (const { frame, role, box, transform, fragment } of scene.fragments) {
    if (role !== "content") continue;
    const { top, right, bottom, left } = fragment.overflow;
    const excess = Math.max(top, right, bottom, left) * meanScale(transform);
    if (excess <= TOLERANCE) continue;
    found.push(
      diagnose("preflight.overflow", { frame, excess: roundUp(excess) }, whereOf(number, frame, box)),
    );
  }
  return found;
};

const roundUp = (mm: Mm): string => String(Math.ceil(mm * 10 - 1e-9) / 10);
