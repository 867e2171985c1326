/** How much room marks need around what is printed. Physical millimetres on the sheet, whatever its scale. */

import { type Insets, uniformInsets } from "../../base/geometry.ts";
import type { Mm } from "../../base/units.ts";
import type { Marks } from "../../model/output-profile.ts";
import type { SheetPlan } from "../../model/sheet-plan.ts";

/** Of a crop mark; shorter where a sheet leaves less room. */
export const MARK_LENGTH: Mm = 5;
/** A shorter line cannot be laid a knife to. */
export const SHORTEST_MARK: Mm = 2;
/** Side of a patch of the colour bar: what a densitometer's opening needs, with its holder. */
export const PATCH: Mm = 5;
/** Between rows of marks, and from the last to the edge. */
export const GAP: Mm = 1;

const hasLines = (marks: Marks): boolean => marks.crop || marks.bleed || marks.registration || marks.fold;

/** Depth of the lines around the bleed box. */
export const bandOf = (marks: Marks, offset: Mm): Mm =>
  hasLines(marks) ? offset + MARK_LENGTH : marks.colorBar || marks.slug ? offset : 0;

/** Room for all marks: the colour bar stands over the upper lines, the slug line under the lower ones. */
export function spaceFor(marks: Marks, offset: Mm, slugHeight: Mm): Insets {
  const band = bandOf(marks, offset);
  if (band === 0 && !marks.colorBar && !marks.slug) return uniformInsets(0);
  const edge = band + GAP;
  return {
    top: edge + (marks.colorBar ? PATCH + GAP : 0),
    right: edge,
    bottom: edge + (marks.slug ? slugHeight + GAP : 0),
    left: edge,
  };
}

/** What a sheet leaves between what is printed and its edges. */
export function roomAround({ size, bleedBox }: SheetPlan): Insets {
  return {
    top: bleedBox.y,
    right: size.width - bleedBox.x - bleedBox.width,
    bottom: size.height - bleedBox.y - bleedBox.height,
    left: bleedBox.x,
  };
}
