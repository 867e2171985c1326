/** Sheets before anything is on them. Pages of a print run are alike, and so are the plans of their sheets. */

import type { Diagnostic, Outcome } from "../base/diagnostic.ts";
import { isSameList } from "../base/found-once.ts";
import { type Matrix, mapRect } from "../base/geometry.ts";
import { Recent } from "../base/recent.ts";
import { foldsOn } from "../model/fold.ts";
import type { PageGeometry } from "../model/page-geometry.ts";
import type { Scene } from "../model/scene.ts";
import type { PlannedFold, SheetPlan } from "../model/sheet-plan.ts";
import { checkPages } from "./check-pages.ts";
import type { ImposeJob } from "./impose-job.ts";
import type { NUpOptions } from "./plan/n-up.ts";
import { type Piece, pieceOf } from "./plan/piece.ts";
import { planSheets, repeating } from "./plan/plans.ts";

type Planning = Pick<ImposeJob, "profile" | "formatBleed" | "folds">;

interface Planned {
  readonly job: Planning;
  readonly pages: readonly PageGeometry[];
  readonly nUp: NUpOptions | null;
  readonly outcome: Outcome<readonly SheetPlan[]>;
}

const recent = new Recent<Planned>(4);

/**
 * Sheets without room for marks, but with their folds: the same plans for the same sizes.
 * @param nUp `null` for as many of a page as its sheet takes
 * @throws AnphamError as planning and checking do
 */
export function planned(
  scenes: readonly Scene[],
  { profile, formatBleed, folds }: Planning,
  nUp: NUpOptions | null,
): Outcome<readonly SheetPlan[]> {
  const pages = scenes.map(({ geometry }) => geometry);
  const known = recent.take(
    ({ job, ...each }) =>
      job.profile === profile &&
      job.formatBleed === formatBleed &&
      job.folds === folds &&
      each.nUp === nUp &&
      isSameList(each.pages, pages),
  );
  if (known) return known.outcome;
  const job = { profile, formatBleed, folds };
  const outcome = plan(scenes, job, nUp ?? repeating(scenes.length).nUp);
  recent.put({ job, pages, nUp, outcome });
  return outcome;
}

function plan(scenes: readonly Scene[], job: Planning, nUp: NUpOptions): Outcome<readonly SheetPlan[]> {
  const { profile } = job;
  const pieces = scenes.map(({ geometry }) =>
    pieceOf(geometry.trim, job.formatBleed ?? geometry.bleed, profile),
  );
  const diagnostics: Diagnostic[] = [...checkPages(scenes, pieces, job)];
  const { value: plans, diagnostics: found } = planSheets(pieces, profile, { nUp });
  diagnostics.push(...found);
  return { value: profile.booklet ? plans : plans.map((each) => withFolds(each, pieces, job)), diagnostics };
}

/** The format's folds, as each page on the sheet shows them. */
function withFolds(plan: SheetPlan, pieces: readonly Piece[], { folds }: Planning): SheetPlan {
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
