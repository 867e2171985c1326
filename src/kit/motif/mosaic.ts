/** Which cells of a square grid a motif fills: from the lower right corner, as far as the words leave room. */

import type { Rect, Size } from "../../base/geometry.ts";
import type { Mm } from "../../base/units.ts";

export interface Cell {
  /** From the right and from the foot, 0-based. */
  readonly column: number;
  readonly row: number;
  /** Top left corner in the area. */
  readonly x: Mm;
  readonly y: Mm;
}

export interface Mosaic {
  readonly side: Mm;
  readonly cells: readonly Cell[];
  /** The largest square of filled cells in the corner, in cells a side. */
  readonly corner: number;
}

/** White between words and cells, in parts of a cell. */
const CLEARANCE = 0.18;
/** Less than this of a cell is lost in rounding. */
const HAIR = 0.02;
/** A mosaic covers no more than this part of a row, so that the ground stays the ground. */
const WIDEST = 0.62;

/**
 * Every row starts at the right edge and reaches left until words or its limit stop it; rows stand on each other.
 * @param clear boxes in the area's coordinates
 * @param cut how much of the highest cells the area's head may cut off, in parts of a cell
 */
export function mosaic({ width, height }: Size, clear: readonly Rect[], side: Mm, cut: number): Mosaic {
  const rows = Math.floor(height / side + Math.max(cut, HAIR));
  const columns = Math.floor(width / side + HAIR);
  const most = Math.max(1, Math.round(columns * WIDEST));
  const white = side * CLEARANCE;
  const isFree = (x: Mm, y: Mm) =>
    !clear.some(
      (box) =>
        box.x - white < x + side &&
        box.x + box.width + white > x &&
        box.y - white < y + side &&
        box.y + box.height + white > y,
    );
  const cells: Cell[] = [];
  const lengths: number[] = [];
  for (let row = 0; row < rows; row++) {
    // Higher rows are shorter by turns: the edge steps like a workpiece being built up.
    const limit = row === 0 ? columns : Math.max(1, most - Math.floor(row / 2) - (row % 3 === 2 ? 1 : 0));
    let column = 0;
    for (; column < Math.min(limit, lengths[row - 1] ?? columns); column++) {
      const cell = { column, row, x: width - (column + 1) * side, y: height - (row + 1) * side };
      if (!isFree(cell.x, cell.y)) break;
      cells.push(cell);
    }
    lengths.push(column);
    if (column === 0) break;
  }
  let corner = 0;
  while (
    lengths.slice(0, corner + 1).length > corner &&
    lengths.slice(0, corner + 1).every((l) => l > corner)
  )
    corner++;
  return { side, cells, corner };
}
