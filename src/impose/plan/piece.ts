/** The boxes of one piece as it is put on sheets. All at sheet scale, mm, origin at the trim's top left corner. */

import {
  compose,
  type Insets,
  inset,
  intersection,
  type Matrix,
  mapRect,
  outset,
  type Rect,
  rect,
  type Size,
  scaling,
} from "../../base/geometry.ts";
import type { Mm } from "../../base/units.ts";
import { allowanceOf, bleedOf } from "../../model/allowance.ts";
import type { OutputProfile } from "../../model/output-profile.ts";
import type { PlannedCell } from "../../model/sheet-plan.ts";

export interface Piece {
  /** Finished size. */
  readonly trim: Rect;
  /** The trim with what is folded back: where the knife goes. */
  readonly cut: Rect;
  /** Ink past the cut. */
  readonly bleed: Mm;
  /** Size on the sheet relative to the finished piece. */
  readonly scale: number;
  /** Whether left and right change places, within the trim. */
  readonly mirror: boolean;
}

/** @param formatBleed what a profile means by the format's own bleed, mm at final size */
export function pieceOf(
  { width, height }: Size,
  formatBleed: Mm,
  profile: Pick<OutputProfile, "bleed" | "scale" | "mirror" | "finishing">,
): Piece {
  const { scale, mirror } = profile;
  const { top, right, bottom, left } = allowanceOf(profile);
  const trim = rect(0, 0, width * scale, height * scale);
  const outwards: Insets = {
    top: -top * scale,
    right: -right * scale,
    bottom: -bottom * scale,
    left: -left * scale,
  };
  return { trim, cut: inset(trim, outwards), bleed: bleedOf(profile, formatBleed) * scale, scale, mirror };
}

/** All that is printed of a piece. */
export const paintedBox = ({ cut, bleed }: Piece): Rect => outset(cut, bleed);

/**
 * A page of the piece at its place.
 * @param place maps the piece's coordinates to the sheet's
 * @param limit what the cell may show at most, sheet coordinates
 */
export function cellAt(page: number, piece: Piece, place: Matrix, limit: Rect | null = null): PlannedCell {
  const painted = mapRect(place, paintedBox(piece));
  const window = limit ? intersection(painted, limit) : painted;
  const seen: Matrix = piece.mirror ? compose(place, [-1, 0, 0, 1, piece.trim.width, 0]) : place;
  return {
    page,
    transform: piece.scale === 1 ? seen : compose(seen, scaling(piece.scale)),
    window: window ?? { ...painted, width: 0, height: 0 },
    trim: mapRect(place, piece.trim),
  };
}
