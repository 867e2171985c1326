/**
 * Places pages on sheets and draws everything around them.
 *
 * A plan says where pages, cuts and folds lie (`plan/`); marks stand outside what is printed (`marks/`); finishing
 * lines lie on top, on layers that never print (`finishing/`). Boxes scale with the profile, marks do not: a
 * hairline stays a hairline on a sheet at 1:10.
 */

import { type Diagnostic, diagnose, type Outcome } from "../base/diagnostic.ts";
import { foundOnceBeside } from "../base/found-once.ts";
import type { Mm } from "../base/units.ts";
import type { OutputProfile } from "../model/output-profile.ts";
import type { Scene } from "../model/scene.ts";
import type { Sheet, SheetLayer } from "../model/sheet.ts";
import type { SheetPlan } from "../model/sheet-plan.ts";
import { finishingLayers, type Shape, whiteLayer } from "./finishing/layers.ts";
import type { ImposeJob } from "./impose-job.ts";
import { marksLayer } from "./marks/layer.ts";
import { type SlugText, slugHeight, slugText } from "./marks/slug-line.ts";
import { spaceFor } from "./marks/space.ts";
import type { NUpOptions } from "./plan/n-up.ts";
import { withMargins } from "./plan/single.ts";
import { planned } from "./planned.ts";
import { sheetWords, slugParts } from "./slug-parts.ts";

/**
 * Every page once, in order; on a press sheet once a copy, and in a booklet where folding puts it.
 * @param nUp how pages share a press sheet; by default each fills its own
 * @throws AnphamError `impose.sheet-too-small`, `impose.mixed-sizes`, `impose.fold-outside`
 */
export function impose(
  scenes: readonly Scene[],
  job: ImposeJob,
  nUp: NUpOptions | null = null,
): Outcome<readonly Sheet[]> {
  const { profile } = job;
  const plans = planned(scenes, job, nUp);
  const diagnostics: Diagnostic[] = [...plans.diagnostics];
  const sheets = plans.value.map((plan, i) => {
    const slug = slugOf(plan, scenes, job, sheetWords(plans.value, i, job.ofRun));
    const { marked, below, above } = withRoom(plan, profile, job.shape, slug ? slugHeight(slug) : 0);
    const marks = marksLayer(marked, profile, slug, job.spots);
    diagnostics.push(...marks.diagnostics);
    return sheetOf(marked, scenes, [...below, ...marks.value, ...above]);
  });
  if (profile.scale !== 1) {
    const percent = Math.round(100 / profile.scale);
    diagnostics.push(
      diagnose("impose.scaled", { ratio: `1:${Math.round(100 / profile.scale) / 100}`, percent }),
    );
  }
  if (profile.mirror) diagnostics.push(diagnose("impose.mirrored", {}));
  return { value: sheets, diagnostics: withoutRepeats(diagnostics) };
}

const sheetOf = (plan: SheetPlan, scenes: readonly Scene[], layers: Sheet["layers"]): Sheet => ({
  size: plan.size,
  bleedBox: plan.bleedBox,
  trimBox: plan.trimBox,
  placements: plan.cells.map(({ page, transform, window }) => ({ scene: scenes[page]!, transform, window })),
  layers,
});

function slugOf(plan: SheetPlan, scenes: readonly Scene[], job: ImposeJob, sheet: string): SlugText | null {
  if (!job.slug || !job.profile.marks.slug) return null;
  const { face, parts } = job.slug;
  return slugText([...parts, ...slugParts(plan, scenes, job, sheet)], face, plan.bleedBox.width);
}

/** A plan with room for its marks, and what lies below and above them. */
interface Roomy {
  readonly marked: SheetPlan;
  readonly below: readonly SheetLayer[];
  readonly above: readonly SheetLayer[];
}

const withRoom = foundOnceBeside(
  (plan: SheetPlan, profile: OutputProfile, shape: Shape, slugHeight: Mm): Roomy => {
    const marked = withMarks(plan, profile, slugHeight);
    return { marked, below: whiteLayer(marked, profile), above: finishingLayers(marked, profile, shape) };
  },
);

/** A sheet of given size has the room that it has; any other grows by what its marks take. */
const withMarks = (plan: SheetPlan, profile: OutputProfile, height: Mm): SheetPlan =>
  profile.sheet ? plan : withMargins(plan, spaceFor(profile.marks, profile.markOffset, height));

/** The same complaint about every sheet is one complaint. */
const withoutRepeats = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] => [
  ...new Map(
    diagnostics.map((each) => [JSON.stringify([each.code, each.message.en, each.where]), each]),
  ).values(),
];
