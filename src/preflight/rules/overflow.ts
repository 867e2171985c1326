/** Content that does not fit its frame, whether it is cut away or runs over what lies beside it. */

import { diagnose } from "../../base/diagnostic.ts";
import { meanScale } from "../../base/geometry.ts";
import type { Mm } from "../../base/units.ts";
import { whereOf } from "../findings.ts";
import type { Rule } from "../page.ts";

/** Rounding of the layout engine. */
const TOLERANCE: Mm = 0.05;

export const overflow: Rule = ({ scene, number }) =>
  scene.fragments.flatMap(({ frame, role, box, transform, fragment }) => {
    if (role !== "content") return [];
    const { top, right, bottom, left } = fragment.overflow;
    const excess = Math.max(top, right, bottom, left) * meanScale(transform);
    if (excess <= TOLERANCE) return [];
    return [diagnose("preflight.overflow", { frame, excess: roundUp(excess) }, whereOf(number, frame, box))];
  });

const roundUp = (mm: Mm): string => String(Math.ceil(mm * 10 - 1e-9) / 10);
