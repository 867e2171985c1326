/** Plans and marks for pages that are not scenes: those of a PDF that somebody else made. */

import type { Diagnostic, Outcome } from "../base/diagnostic.ts";
import { diagnose } from "../base/diagnostic.ts";
import type { Size } from "../base/geometry.ts";
import type { Mm } from "../base/units.ts";
import { bleedOf } from "../model/allowance.ts";
import type { OutputProfile } from "../model/output-profile.ts";
import type { SheetLayer } from "../model/sheet.ts";
import type { SheetPlan } from "../model/sheet-plan.ts";
import { marksLayer } from "./marks/layer.ts";
import { spaceFor } from "./marks/space.ts";
import type { NUpOptions } from "./plan/n-up.ts";
import { pieceOf } from "./plan/piece.ts";
import { planSheets } from "./plan/plans.ts";
import { withMargins } from "./plan/single.ts";

/** A page as a file's boxes describe it, mm. */
export interface PageBoxes {
  readonly trimSize: Size;
  /** Ink past the trim. */
  readonly bleed: Mm;
}

export interface MarkedPlan {
  readonly plan: SheetPlan;
  readonly layers: readonly SheetLayer[];
}

/** Slack for sums of decimal lengths, mm. */
const SLACK = 0.01;
const rounded = (length: Mm): number => Math.round(length * 10) / 10;

/** @throws AnphamError `impose.sheet-too-small`, `impose.mixed-sizes` */
export function imposeExisting(
  pages: readonly PageBoxes[],
  profile: OutputProfile,
  nUp: NUpOptions,
): Outcome<readonly MarkedPlan[]> {
  const own = Math.min(...pages.map((page) => page.bleed));
  const diagnostics: Diagnostic[] = [];
  pages.forEach(({ bleed }, i) => {
    const needed = bleedOf(profile, own);
    if (bleed + SLACK >= needed) return;
    const params = { page: i + 1, found: rounded(bleed), needed: rounded(needed) };
    diagnostics.push(diagnose("impose.bleed-missing", params, { page: i + 1 }));
  });
  const pieces = pages.map(({ trimSize }) => pieceOf(trimSize, own, profile));
  const plans = planSheets(pieces, profile, { nUp });
  diagnostics.push(...plans.diagnostics);
  const seen = new Set(diagnostics.map((each) => each.code));
  const value = plans.value.map((bare): MarkedPlan => {
    const space = spaceFor(profile.marks, profile.markOffset, 0);
    const plan = profile.sheet ? bare : withMargins(bare, space);
    const marks = marksLayer(plan, profile, null, []);
    // Sheets are alike: what is wrong with one is wrong with all.
    diagnostics.push(...marks.diagnostics.filter((each) => !seen.has(each.code)));
    for (const each of marks.diagnostics) seen.add(each.code);
    return { plan, layers: marks.value };
  });
  return { value, diagnostics };
}
