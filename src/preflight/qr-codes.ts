/** Finds QR codes by what they look like: one path of square modules with three finder patterns (ISO/IEC 18004 §6.3.3). */

import { foundOnce } from "../base/found-once.ts";
import { mapRect, meanScale, outset, type Rect, rect } from "../base/geometry.ts";
import type { Mm } from "../base/units.ts";
import { type Lattice, latticeOf } from "../model/lattice.ts";
import { QUIET_MODULES } from "../model/qr-size.ts";
import type { FillRule, Outline, Path } from "../model/scene.ts";
import type { FrameLeaves } from "./page.ts";
import type { PaintedInFrame } from "./walk.ts";

export interface QrCode {
  readonly frame: FrameLeaves;
  readonly painted: PaintedInFrame;
  readonly node: Path;
  /** Modules along a side, quiet zone not counted. */
  readonly count: number;
  /** Side of a module as it is printed. */
  readonly module: Mm;
  /** Side of the symbol as it is printed, quiet zone not counted. */
  readonly side: Mm;
  /** The symbol in the path's own coordinates. */
  readonly symbol: Rect;
  /** Symbol and quiet zone, page coordinates. */
  readonly zone: Rect;
}

/** The codes that a frame paints, in paint order. */
export const qrCodesIn = foundOnce((frame: FrameLeaves): readonly QrCode[] => {
  const codes: QrCode[] = [];
  for (const leaf of frame.leaves) {
    const code = readCode(leaf, frame);
    if (code) codes.push(code);
  }
  return codes;
});

function readCode(painted: PaintedInFrame, frame: FrameLeaves): QrCode | null {
  const { node, toPage } = painted;
  if (node.kind !== "path" || !node.fill) return null;
  const found = symbolOf(node.outline, node.fill.rule);
  if (!found) return null;
  const { symbol, count } = found;
  const module = (symbol.width / count) * meanScale(toPage);
  const zone = mapRect(toPage, outset(symbol, (QUIET_MODULES * symbol.width) / count));
  return { frame, painted, node, count, module, side: module * count, symbol, zone };
}

/** The smallest symbol has 21 modules a side, the next 25, the largest 177. */
const SMALLEST = 21;
const STEP = 4;
const LARGEST = 177;

function symbolOf(outline: Outline, rule: FillRule) {
  const lattice = latticeOf(outline, rule);
  if (!lattice) return null;
  const { x, y, step, columns: count, rows } = lattice;
  if (rows !== count || count < SMALLEST || count > LARGEST || (count - SMALLEST) % STEP !== 0) return null;
  return hasFinders(lattice) ? { symbol: rect(x, y, count * step, count * step), count } : null;
}

/** Its rows of modules, dark ones true. */
const FINDER = ["#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"].map((row) =>
  [...row].map((cell) => cell === "#"),
);

/** Whether finder patterns stand in three corners. */
function hasFinders({ columns: count, rectangles }: Lattice): boolean {
  const size = FINDER.length;
  const last = count - size;
  const isDark = new Uint8Array(count * count);
  for (let i = 0; i < rectangles.length; i += 4) {
    const [left, top] = [rectangles[i]!, rectangles[i + 1]!];
    const [right, bottom] = [left + rectangles[i + 2]!, top + rectangles[i + 3]!];
    for (let row = top; row < bottom; row++) {
      for (let column = left; column < right; column++) isDark[row * count + column] = 1;
    }
  }
  const isFinder = (left: number, top: number) =>
    FINDER.every((cells, row) =>
      cells.every((cell, column) => cell === (isDark[(top + row) * count + left + column] === 1)),
    );
  return isFinder(0, 0) && isFinder(last, 0) && isFinder(0, last);
}
