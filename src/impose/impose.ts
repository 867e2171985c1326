/**
 * Places pages on sheets and draws everything around them.
 *
 * A plan says where pages, cuts and folds lie (`plan/`); marks stand outside what is printed (`marks/`); finishing
 * lines lie on top, on layers that never print (`finishing/`). Boxes scale with the profile, marks do not: a
 * hairline stays a hairline on a sheet at 1:10.
 */

import { type Diagnostic, diagnose, type Outcome } from "../base/diagnostic.ts";
import { type Matrix, mapRect } from "../base/geometry.ts";
import { foldsOn } from "../model/fold.ts";
import type { Scene } from "../model/scene.ts";
import type { Sheet } from "../model/sheet.ts";
import type { PlannedFold, SheetPlan } from "../model/sheet-plan.ts";
import { checkPages } from "./check-pages.ts";
import { finishingLayers, whiteLayer } from "./finishing/layers.ts";
import type { ImposeJob } from "./impose-job.ts";
import { marksLayer } from "./marks/layer.ts";
import { type SlugText, slugHeight, slugText } from "./marks/slug-line.ts";
import { spaceFor } from "./marks/space.ts";
import type { NUpOptions } from "./plan/n-up.ts";
import { type Piece, pieceOf } from "./plan/piece.ts";
import { planSheets, repeating } from "./plan/plans.ts";
import { withMargins } from "./plan/single.ts";
import { slugParts } from "./slug-parts.ts";

/**
 * Every page once, in order; on a press sheet once a copy, and in a booklet where folding puts it.
 * @param nUp how pages share a press sheet; each fills its own by default
 * @throws AnphamError `impose.sheet-too-small`, `impose.mixed-sizes`, `impose.fold-outside`
 */
export function impose(
  scenes: readonly Scene[],
  job: ImposeJob,
  nUp: NUpOptions = repeating(scenes.length).nUp,
): Outcome<readonly Sheet[]> {
  const { profile } = job;
  const pieces = scenes.map(({ geometry }) =>
    pieceOf(geometry.trim, job.formatBleed ?? geometry.bleed, profile),
  );
  const diagnostics: Diagnostic[] = [...checkPages(scenes, pieces, job)];
  const plans = planSheets(pieces, profile, { nUp });
  diagnostics.push(...plans.diagnostics);
  const sheets = plans.value.map((plan, i) => {
    const folded = profile.booklet ? plan : withFolds(plan, pieces, job);
    const slug = slugOf(folded, scenes, job, `${i + 1}/${plans.value.length}`);
    const marked = withRoom(folded, job, slug);
    const marks = marksLayer(marked, profile, slug, job.spots);
    diagnostics.push(...marks.diagnostics);
    return sheetOf(marked, scenes, [
      ...whiteLayer(marked, profile),
      ...marks.value,
      ...finishingLayers(marked, profile, job.shape),
    ]);
  });
  if (profile.scale !== 1) {
    const percent = Math.round(100 / profile.scale);
    diagnostics.push(
      diagnose("impose.scaled", { ratio: `1:${Math.round(100 / profile.scale) / 100}`, percent }),
    );
  }
  return { value: sheets, diagnostics: withoutRepeats(diagnostics) };
}

const sheetOf = (plan: SheetPlan, scenes: readonly Scene[], layers: Sheet["layers"]): Sheet => ({
  size: plan.size,
  bleedBox: plan.bleedBox,
  trimBox: plan.trimBox,
  placements: plan.cells.map(({ page, transform, window }) => ({ scene: scenes[page]!, transform, window })),
  layers,
});

/** The format's folds, as each page on the sheet shows them. */
function withFolds(plan: SheetPlan, pieces: readonly Piece[], { folds }: ImposeJob): SheetPlan {
  if (folds.length === 0) return plan;
  const lines = plan.cells.flatMap(({ page, transform }) => {
    const { trim, scale } = pieces[page]!;
    return foldsOn(folds, page, trim.width / scale).map(({ axis, at }) => lineOn(transform, axis, at));
  });
  const key = ({ axis, at }: PlannedFold) => `${axis} ${at.toFixed(2)}`;
  return { ...plan, folds: [...new Map(lines.map((each) => [key(each), each])).values()] };
}

/** A fold of a page in sheet coordinates: turned with a page that lies on its side. */
function lineOn(transform: Matrix, axis: PlannedFold["axis"], at: number): PlannedFold {
  const along =
    axis === "vertical" ? { x: at, y: 0, width: 0, height: 1 } : { x: 0, y: at, width: 1, height: 0 };
  const mapped = mapRect(transform, along);
  return mapped.width < mapped.height
    ? { axis: "vertical", at: mapped.x }
    : { axis: "horizontal", at: mapped.y };
}

function slugOf(plan: SheetPlan, scenes: readonly Scene[], job: ImposeJob, count: string): SlugText | null {
  if (!job.slug || !job.profile.marks.slug) return null;
  const { face, parts } = job.slug;
  return slugText([...parts, ...slugParts(plan, scenes, job.profile, count)], face, plan.bleedBox.width);
}

/** A sheet of given size has the room that it has; any other grows by what its marks take. */
function withRoom(plan: SheetPlan, { profile }: ImposeJob, slug: SlugText | null): SheetPlan {
  if (profile.sheet) return plan;
  return withMargins(plan, spaceFor(profile.marks, profile.markOffset, slug ? slugHeight(slug) : 0));
}

/** The same complaint about every sheet is one complaint. */
const withoutRepeats = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] => [
  ...new Map(
    diagnostics.map((each) => [JSON.stringify([each.code, each.message.en, each.where]), each]),
  ).values(),
];
