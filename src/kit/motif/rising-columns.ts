/** The geometry of the theme “Vươn lên”: columns cut at 45°, each a step above the one before. */

import type { Rect, Size } from "../../base/geometry.ts";
import type { Mm } from "../../base/units.ts";

/** Coordinates in the area, y down. */
export interface Column {
  readonly x: Mm;
  /** Of the top left corner; the top right one is `width` higher. */
  readonly top: Mm;
  readonly width: Mm;
  /** Height of the lighter band along the cut. */
  readonly tread: Mm;
}

/** A step jumps at least this part of a column's width before its own diagonal begins. */
const LEAST_JUMP = 0.3;
const TREAD = 0.2;

/** White between a text and the steps, in parts of the area's shorter side. */
const CLEARANCE = 0.03;
/** How fine the search for the largest steps is. */
const GRAIN = 0.04;
/** What shows of smaller steps looks like a slip: least height and width in parts of the area's shorter side. */
const LOWEST = 0.3;
const NARROWEST = 0.2;

/**
 * Columns against the right edge, climbing to the top right corner, or as far as leaves the boxes (area coordinates)
 * free: narrower, lower, or both; none where there is too little room for any. In a flat area they are narrower than
 * the area, because the cut stays at 45°.
 * @param start where the lowest column begins, in parts of the height from the foot
 * @param broad whether wide ones are worth more than high ones
 */
export function risingColumnsBeside(
  area: Size,
  count: number,
  start: number,
  boxes: readonly Rect[],
  broad = false,
): readonly Column[] {
  const short = Math.min(area.width, area.height);
  const white = short * CLEARANCE;
  let best: { readonly columns: readonly Column[]; readonly size: number } | null = null;
  for (let high = 1; high * area.height > LOWEST * short; high -= GRAIN) {
    for (let wide = 1; wide > NARROWEST; wide -= GRAIN) {
      const span = { width: area.width * wide, height: area.height * high };
      const { column, jump } = stepsIn(span, area, count, start);
      const width = count * column;
      const size = width * ((count - 1) * (column + jump) + column) * (broad ? width : 1);
      // Narrower ones are smaller still.
      if (best && size <= best.size) break;
      const sunk = Math.max(0, Math.ceil((-start * area.height - column) / (column + jump)));
      if (column * (count - sunk) < NARROWEST * short) continue;
      let isFree = true;
      for (let i = 0; i < count && isFree; i++) {
        isFree = !meets(columnAt(i, area, { column, jump }, count, start), boxes, white);
      }
      if (isFree) best = { columns: columnsIn(span, area, count, start), size };
    }
  }
  return best?.columns ?? [];
}

/** The boxes behind which the others stand: nothing comes near those that does not come as near to one of these. */
export const outermost = (boxes: readonly Rect[]): readonly Rect[] =>
  boxes.filter(
    (box, i) => !boxes.some((other, j) => reachesAsFar(other, box) && (j < i || !reachesAsFar(box, other))),
  );

/** Towards the corner in which the steps stand. */
const reachesAsFar = (one: Rect, other: Rect): boolean =>
  one.x + one.width >= other.x + other.width && one.y + one.height >= other.y + other.height;

/** Whether a box reaches under the cut of a column: how far it reaches in decides how high the cut stands there. */
function meets({ x, top, width }: Column, boxes: readonly Rect[], white: Mm): boolean {
  return boxes.some((box) => {
    const reach = Math.min(width, box.x + box.width + white - x);
    return reach > 0 && box.y + box.height + white > top - reach;
  });
}

/** Columns in the lower right part of an area, of the span's size. */
function columnsIn(span: Size, area: Size, count: number, start: number): readonly Column[] {
  const steps = stepsIn(span, area, count, start);
  return Array.from({ length: count }, (_, index) => columnAt(index, area, steps, count, start));
}

const columnAt = (
  index: number,
  area: Size,
  { column, jump }: Steps,
  count: number,
  start: number,
): Column => ({
  x: area.width - (count - index) * column,
  top: area.height * (1 - start) - index * (column + jump),
  width: column,
  tread: column * TREAD,
});

interface Steps {
  readonly column: Mm;
  readonly jump: Mm;
}

/** How wide a column of the span is, and how far it rises above the one before. */
function stepsIn(span: Size, area: Size, count: number, start: number): Steps {
  const rise = span.height - area.height * start;
  const column = Math.max(0, Math.min(span.width / count, rise / (count + (count - 1) * LEAST_JUMP)));
  return { column, jump: count > 1 ? (rise - count * column) / (count - 1) : 0 };
}

/** Flatter areas have room for rails beside their steps. */
const FLAT = 2.4;
/** Rails at most, and their distance in widths of a column. */
const MOST_RAILS = 9;
const RAIL_STEP = 2.1;

/**
 * Bands along the rising diagonal from the foot to the head of a flat area, one after the other from the steps
 * towards the words: steps climb no farther than the area is high, and would leave the rest of it empty.
 * @returns where each stands on the foot, from the right; as wide as a column
 */
export function risingRails(area: Size, columns: readonly Column[], boxes: readonly Rect[]): readonly Mm[] {
  const { height, width } = area;
  const first = columns[0];
  if (!first || width < height * FLAT) return [];
  const white = height * CLEARANCE * 2;
  const isFree = (x: Mm) =>
    x > 0 && boxes.every((box) => x + height - box.y - box.height > box.x + box.width + white);
  const rails: Mm[] = [];
  for (let x = first.x - first.width * (RAIL_STEP - 1); rails.length < MOST_RAILS && isFree(x); ) {
    rails.push(x);
    x -= first.width * RAIL_STEP;
  }
  return rails;
}
