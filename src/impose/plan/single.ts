/** One page a sheet, the sheet as large as what is printed. */

import { type Insets, mapRect, outset, translation } from "../../base/geometry.ts";
import type { PlannedCell, PlannedFold, SheetPlan } from "../../model/sheet-plan.ts";
import { cellAt, type Piece, paintedBox } from "./piece.ts";

/** @param page 0-based */
export function planSingle(page: number, piece: Piece): SheetPlan {
  const painted = paintedBox(piece);
  const place = translation(0 - painted.x, 0 - painted.y);
  const cell = cellAt(page, piece, place);
  const cut = mapRect(place, piece.cut);
  return {
    size: { width: painted.width, height: painted.height },
    bleedBox: outset(cut, piece.bleed),
    trimBox: cell.trim,
    cells: [cell],
    cuts: [cut],
    folds: [],
    side: null,
  };
}

/** The plan on a larger sheet. */
export function withMargins(plan: SheetPlan, { top, right, bottom, left }: Insets): SheetPlan {
  if (top === 0 && right === 0 && bottom === 0 && left === 0) return plan;
  const move = translation(left, top);
  const moveCell = (cell: PlannedCell): PlannedCell => {
    const [a, b, c, d, e, f] = cell.transform;
    return {
      page: cell.page,
      transform: [a, b, c, d, e + left, f + top],
      window: mapRect(move, cell.window),
      trim: mapRect(move, cell.trim),
    };
  };
  const moveFold = ({ axis, at }: PlannedFold): PlannedFold => ({
    axis,
    at: at + (axis === "vertical" ? left : top),
  });
  return {
    size: { width: plan.size.width + left + right, height: plan.size.height + top + bottom },
    bleedBox: mapRect(move, plan.bleedBox),
    trimBox: mapRect(move, plan.trimBox),
    cells: plan.cells.map(moveCell),
    cuts: plan.cuts.map((cut) => mapRect(move, cut)),
    folds: plan.folds.map(moveFold),
    side: plan.side,
  };
}

/** The plan in the middle of a sheet of the given size, which must be large enough. */
export function centredOn(plan: SheetPlan, { width, height }: { width: number; height: number }): SheetPlan {
  const x = (width - plan.size.width) / 2;
  const y = (height - plan.size.height) / 2;
  return withMargins(plan, { top: y, right: x, bottom: y, left: x });
}
