/** Plans and marks for pages that are not scenes: those of a PDF that somebody else made. */

import type { Diagnostic, Outcome } from "../base/diagnostic.ts";
import { diagnose } from "../base/diagnostic.ts";
import type { Insets, Size } from "../base/geometry.ts";
import { type Mm, tenths } from "../base/units.ts";
import { bleedOf } from "../model/allowance.ts";
import type { OutputProfile } from "../model/output-profile.ts";
import type { SheetLayer } from "../model/sheet.ts";
import type { SheetPlan } from "../model/sheet-plan.ts";
import { marksLayer } from "./marks/layer.ts";
import { spaceFor } from "./marks/space.ts";
import { spineSide } from "./plan/booklet.ts";
import type { NUpOptions } from "./plan/n-up.ts";
import { pieceOf } from "./plan/piece.ts";
import { planSheets, SLACK } from "./plan/plans.ts";
import { withMargins } from "./plan/single.ts";

/** A page as its file describes it, mm. */
export interface FilePage {
  readonly trimSize: Size;
  /** Ink past the trim, as the page is looked at. */
  readonly bleed: Insets;
  /** The boxes of the file that size and bleed were taken from. */
  readonly trimFrom: string;
  readonly bleedFrom: string;
  /** Kinds of annotations that should print but cannot. */
  readonly lostAnnotations: readonly string[];
}

export interface MarkedPlan {
  readonly plan: SheetPlan;
  readonly layers: readonly SheetLayer[];
}

/** @throws AnphamError `impose.sheet-too-small`, `impose.mixed-sizes` */
export function imposeExisting(
  pages: readonly FilePage[],
  profile: OutputProfile,
  nUp: NUpOptions,
): Outcome<readonly MarkedPlan[]> {
  // The most that any side has: what a page lacks is told, what another has is not taken away.
  const own = pages.reduce((most, { bleed }) => Math.max(most, ...SIDES.map((side) => bleed[side])), 0);
  const needed = bleedOf(profile, own);
  const diagnostics: Diagnostic[] = [
    ...judgeBoxes(pages, own, profile),
    ...pages.flatMap(({ bleed, lostAnnotations }, i) => [
      ...judgeBleed(bleed, needed, i, profile.booklet !== null),
      ...judgeAnnotations(lostAnnotations, i),
    ]),
  ];
  const pieces = pages.map(({ trimSize }) => pieceOf(trimSize, own, profile));
  const plans = planSheets(pieces, profile, { nUp });
  diagnostics.push(...plans.diagnostics);
  if (nUp.sides === "work-and-turn") diagnostics.push(diagnose("impose.work-and-turn", {}));
  if (nUp.sides !== "one" && pages.length % 2 === 1) {
    diagnostics.push(diagnose("impose.last-without-back", { pages: pages.length }, { page: pages.length }));
  }
  if (isProbablyLeaf(pages.length, plans.value.length, profile, nUp)) {
    diagnostics.push(diagnose("impose.side-by-side", {}));
  }
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

/** Two pages are a front and its back more often than two pieces; whoever gives the grid means it so. */
const isProbablyLeaf = (
  pages: number,
  sides: number,
  { sheet, booklet }: OutputProfile,
  { wanted, arrangement, sides: printed }: NUpOptions,
): boolean =>
  pages === 2 &&
  sides === 1 &&
  sheet !== null &&
  booklet === null &&
  wanted === null &&
  arrangement === "sequence" &&
  printed === "one";

const SIDES = ["top", "right", "bottom", "left"] as const;

/**
 * Where the knife goes is a guess without a TrimBox, and so is the bleed without a BleedBox: what lies between trim
 * and crop may be marks. Told once: files lack them on every page.
 */
function judgeBoxes(
  pages: readonly FilePage[],
  own: Mm,
  { bleed }: Pick<OutputProfile, "bleed">,
): readonly Diagnostic[] {
  const told = (code: "impose.no-trim-box" | "impose.no-bleed-box", lacking: readonly FilePage[]) => {
    const [first] = lacking;
    if (!first) return [];
    const { trimSize, trimFrom, bleedFrom } = first;
    const most = Math.max(...SIDES.map((side) => first.bleed[side]));
    const page = pages.indexOf(first) + 1;
    const sizes = { width: tenths(trimSize.width), height: tenths(trimSize.height), bleed: tenths(most) };
    return [diagnose(code, { page, count: lacking.length, trimFrom, bleedFrom, ...sizes }, { page })];
  };
  const noTrim = pages.filter(({ trimFrom }) => trimFrom !== "TrimBox" && trimFrom !== "ArtBox");
  if (noTrim.length > 0) return told("impose.no-trim-box", noTrim);
  if (bleed !== "format") return [];
  if (own < SLACK) return [diagnose("impose.no-bleed", {})];
  const isGuess = (page: FilePage) =>
    page.bleedFrom !== "BleedBox" && SIDES.some((side) => page.bleed[side] > SLACK);
  return told("impose.no-bleed-box", pages.filter(isGuess));
}

/** @param index 0-based; pages of a booklet need no bleed where it is folded */
function judgeBleed(bleed: Insets, needed: Mm, index: number, booklet: boolean): readonly Diagnostic[] {
  const spine = booklet ? spineSide(index) : null;
  const cut = SIDES.filter((side) => side !== spine);
  const lacking = cut.filter((side) => bleed[side] + SLACK < needed);
  if (lacking.length === 0) return [];
  const page = index + 1;
  const found = cut.map((side) => bleed[side]);
  if (Math.max(...found) - Math.min(...found) < SLACK) {
    const params = { page, found: tenths(found[0]!), needed: tenths(needed) };
    return [diagnose("impose.bleed-missing", params, { page })];
  }
  const sides = SIDES.map((side) => (side === spine ? "–" : tenths(bleed[side]))).join(" / ");
  return [diagnose("impose.bleed-one-sided", { page, sides, needed: tenths(needed) }, { page })];
}

function judgeAnnotations(lost: readonly string[], index: number): readonly Diagnostic[] {
  if (lost.length === 0) return [];
  const page = index + 1;
  const params = { page, count: lost.length, types: [...new Set(lost)].join(", ") };
  return [diagnose("impose.annotations-lost", params, { page })];
}
