/**
 * Outlines whose corners stand on a square grid, written in whole steps of it: as rectangles of one path. That is more
 * exact and takes a third of the room. No seam shows between rectangles of one path, for they are filled as a whole.
 */

import { compose, type Matrix } from "../../base/geometry.ts";
import { latticeOf } from "../../model/lattice.ts";
import type { FillRule, Outline } from "../../model/scene.ts";
import { fineMatrix } from "./number.ts";

/** How far a corner may be moved, mm: layout rounds to about as much. */
const SLACK = 5e-4;

/**
 * Operators that set the grid as the space and fill the outline in it, or `null` for an outline without a grid. They
 * belong between `q` and `Q`.
 */
export function latticeOperators(outline: Outline, matrix: Matrix, rule: FillRule): string | null {
  const lattice = latticeOf(outline, rule);
  if (!lattice || lattice.off > SLACK) return null;
  const { x, y, step, rectangles } = lattice;
  return `${fineMatrix(compose(matrix, [step, 0, 0, step, x, y]))} cm\n${rectangleOperators(rectangles)}f`;
}

/** Digits of a number of cells, at most, and a space. */
const WIDEST = 5;
let room = Buffer.alloc(4096);

/**
 * `x y width height re` for each, whole numbers below 10,000. Written as bytes: a code has hundreds, and a text put
 * together from thousands of pieces takes longer to read than to write.
 */
function rectangleOperators(rectangles: readonly number[]): string {
  const most = rectangles.length * (WIDEST + 1);
  if (room.length < most) room = Buffer.alloc(most);
  let at = 0;
  for (let i = 0; i < rectangles.length; i++) {
    const number = rectangles[i]!;
    for (let unit = number < 10 ? 1 : number < 100 ? 10 : number < 1000 ? 100 : 1000; unit >= 1; unit /= 10)
      room[at++] = DIGIT + (Math.floor(number / unit) % 10);
    room[at++] = SPACE;
    if (i % 4 < 3) continue;
    room[at++] = R;
    room[at++] = E;
    room[at++] = NEWLINE;
  }
  return room.toString("latin1", 0, at);
}

/** Their character codes; of the digits that of 0. */
const [DIGIT, SPACE, R, E, NEWLINE] = [48, 32, 114, 101, 10];
