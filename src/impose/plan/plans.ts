/** Which plan a profile asks for, and whether the pages fit it. */

import { type Diagnostic, diagnose, fail, type Outcome } from "../../base/diagnostic.ts";
import type { Size } from "../../base/geometry.ts";
import { type Mm, tenths } from "../../base/units.ts";
import type { OutputProfile, PressSheet } from "../../model/output-profile.ts";
import type { SheetPlan } from "../../model/sheet-plan.ts";
import { paddedPages, planBooklet } from "./booklet.ts";
import { fitGrid, type Grid, type NUpOptions, neededSheet, planNUp, type Sides } from "./n-up.ts";
import { type Piece, pieceOf } from "./piece.ts";
import { centredOn, planSingle } from "./single.ts";

export interface PlanOptions {
  readonly nUp: NUpOptions;
}

/** Fronts and backs where there are pairs; the same piece all over the sheet. */
export const repeating = (pages: number): PlanOptions => ({
  nUp: { wanted: null, arrangement: "repeat", sides: pages % 2 === 0 ? "two" : "one" },
});

/** For sums of decimal lengths, and for lengths rounded in another unit, mm. */
export const SLACK = 0.01;
const sizeText = ({ width, height }: Size): string => `${tenths(width)} × ${tenths(height)} mm`;

/**
 * Sheets without room for marks, except where the profile gives the sheet's size.
 * @param pieces the pieces of each page
 * @throws AnphamError `impose.sheet-too-small`, `impose.mixed-sizes`
 */
export function planSheets(
  pieces: readonly Piece[],
  profile: Pick<OutputProfile, "sheet" | "booklet">,
  { nUp }: PlanOptions,
): Outcome<readonly SheetPlan[]> {
  const { sheet, booklet } = profile;
  const [piece] = pieces;
  if (!piece || (!sheet && !booklet))
    return { value: pieces.map((one, page) => planSingle(page, one)), diagnostics: [] };
  refuseMixedSizes(pieces, piece);
  const diagnostics: Diagnostic[] = [];
  if (booklet) {
    const count = paddedPages(pieces.length);
    if (count > pieces.length) {
      const params = { pages: pieces.length, padded: count, blank: count - pieces.length };
      diagnostics.push(diagnose("impose.pages-padded", params));
    }
    const spreads = planBooklet(pieces.length, piece, booklet.paperThickness);
    if (!sheet) return { value: spreads, diagnostics };
    const needed = spreads[0]!.size;
    const margins = 2 * sheet.margin;
    if (needed.width + margins > sheet.width || needed.height + margins > sheet.height) {
      tooSmall(needed, sheet, { width: needed.width + margins, height: needed.height + margins });
    }
    return { value: spreads.map((spread) => centredOn(spread, sheet)), diagnostics };
  }
  const grid = gridOn(piece, sheet!, nUp.wanted, nUp.sides);
  if (grid.columns * grid.rows > 1 && piece.bleed > sheet!.gutter / 2 + SLACK) {
    const params = {
      bleed: tenths(piece.bleed),
      gutter: tenths(sheet!.gutter),
      half: tenths(sheet!.gutter / 2),
    };
    diagnostics.push(diagnose("impose.bleed-over-gutter", { ...params, needed: tenths(piece.bleed * 2) }));
  }
  return { value: planNUp(pieces.length, piece, sheet!, grid, nUp), diagnostics };
}

/**
 * How many pieces of a format a press sheet takes.
 * @param formatBleed what a profile means by the format's own bleed, mm at final size
 * @throws AnphamError `impose.sheet-too-small`
 */
export const fitSheet = (
  trim: Size,
  formatBleed: Mm,
  profile: Pick<OutputProfile, "bleed" | "scale" | "mirror" | "finishing"> & { readonly sheet: PressSheet },
  wanted: NUpOptions["wanted"],
): Grid => gridOn(pieceOf(trim, formatBleed, profile), profile.sheet, wanted, "one");

function gridOn(piece: Piece, sheet: PressSheet, wanted: NUpOptions["wanted"], sides: Sides): Grid {
  const grid = fitGrid(piece, sheet, wanted, sides);
  if (grid) return grid;
  const least = { columns: sides === "work-and-turn" ? 2 : 1, rows: 1, ...wanted, rotated: false };
  return tooSmall(piece.cut, sheet, neededSheet(piece, sheet, least), piece.bleed);
}

const tooSmall = (piece: Size, sheet: Size, needed: Size, bleed = 0): never =>
  fail("impose.sheet-too-small", {
    piece: sizeText(piece),
    sheet: sizeText(sheet),
    needed: sizeText(needed),
    bleed: tenths(bleed),
  });

/** Sizes that differ by less are one size in another unit. */
const SAME_SIZE = 0.1;

function refuseMixedSizes(pieces: readonly Piece[], first: Piece): void {
  const other = pieces.findIndex(
    ({ trim }) =>
      Math.abs(trim.width - first.trim.width) > SAME_SIZE ||
      Math.abs(trim.height - first.trim.height) > SAME_SIZE,
  );
  if (other < 0) return;
  fail(
    "impose.mixed-sizes",
    { page: other + 1, found: sizeText(pieces[other]!.trim), expected: sizeText(first.trim) },
    { page: other + 1 },
  );
}
