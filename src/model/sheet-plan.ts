/** Where pages go on a sheet, before anybody knows what is on them: the same plan serves scenes and existing PDFs. */

import type { Matrix, Rect, Size } from "../base/geometry.ts";

/** Coordinates: mm from the sheet's top left corner, y down. Invariant: size ⊇ bleed ⊇ trim. */
export interface SheetPlan {
  readonly size: Size;
  readonly bleedBox: Rect;
  readonly trimBox: Rect;
  readonly cells: readonly PlannedCell[];
  /** What the guillotine leaves: crop marks stand at the edges of these. */
  readonly cuts: readonly Rect[];
  /** Fold lines across the sheet's bleed box. */
  readonly folds: readonly PlannedFold[];
  /** Which side of the paper it is, where both are printed; a back follows its front. */
  readonly side: SheetSide | null;
}

export type SheetSide = "front" | "back";

export interface PlannedCell {
  /** 0-based. */
  readonly page: number;
  /** Maps page coordinates (mm, origin at the page's trim corner) to sheet coordinates. */
  readonly transform: Matrix;
  /** Nothing of the page shows outside. */
  readonly window: Rect;
  /** Where the page's trim lies. */
  readonly trim: Rect;
}

export interface PlannedFold {
  readonly axis: "vertical" | "horizontal";
  /** x of a vertical fold, y of a horizontal one. */
  readonly at: number;
}
