/** Finds QR codes by what they look like: one path of square modules with three finder patterns (ISO/IEC 18004 §6.3.3). */

import { foundOnce } from "../base/found-once.ts";
import { mapRect, meanScale, outset, type Rect } from "../base/geometry.ts";
import type { Mm } from "../base/units.ts";
import { QUIET_MODULES } from "../model/qr-size.ts";
import type { FillRule, Outline, Path } from "../model/scene.ts";
import { flatten } from "./flat-outline.ts";
import { areInside } from "./outline-hit.ts";
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

/** Every finder pattern alone has twelve corners. */
const FEWEST_COORDS = 72;

function symbolOf(outline: Outline, rule: FillRule) {
  const { verbs, coords } = outline;
  if (coords.length < FEWEST_COORDS || !/^[MLZ]+$/.test(verbs)) return null;
  const { points, polygons, box: symbol } = flatten(outline);
  if (!symbol || Math.abs(symbol.width / symbol.height - 1) > 0.01) return null;
  const module = smallestStep(points, polygons.at(-1)!.end, symbol, symbol.width / (2 * LARGEST));
  const count = Math.round(symbol.width / module);
  if (count < SMALLEST || count > LARGEST || (count - SMALLEST) % STEP !== 0) return null;
  return hasFinders(outline, rule, symbol, count) ? { symbol, count } : null;
}

/**
 * The least distance of two columns of corners that is more than `noise`. A finder pattern's rings are one module wide
 * and begin at the corner: so is the smallest step along an edge.
 */
function smallestStep(points: Float64Array, end: number, { x: left, width }: Rect, noise: number): number {
  // Sorted into bins as wide as the noise; of each bin, only its ends have a step to another one.
  const bins = Math.ceil(width / noise) + 1;
  const firsts = new Float64Array(bins).fill(Number.POSITIVE_INFINITY);
  const lasts = new Float64Array(bins).fill(Number.NEGATIVE_INFINITY);
  for (let i = 0; i < end; i += 2) {
    const x = points[i]!;
    const bin = Math.floor((x - left) / noise);
    if (x < firsts[bin]!) firsts[bin] = x;
    if (x > lasts[bin]!) lasts[bin] = x;
  }
  let smallest = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (let bin = 0; bin < bins; bin++) {
    const step = firsts[bin]! - last;
    if (step > noise && step < smallest) smallest = step;
    last = Math.max(last, lasts[bin]!);
  }
  return smallest;
}

/** Its rows of modules, dark ones true. */
const FINDER = ["#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"].map((row) =>
  [...row].map((cell) => cell === "#"),
);

/** Whether finder patterns stand in three corners. */
function hasFinders(outline: Outline, rule: FillRule, symbol: Rect, count: number): boolean {
  const size = FINDER.length;
  // The first and the last modules of a side.
  const ends = [...FINDER.keys(), ...FINDER.map((_, i) => count - size + i)];
  const xs = ends.map((column) => symbol.x + ((column + 0.5) * symbol.width) / count);
  const ys = ends.map((row) => symbol.y + ((row + 0.5) * symbol.height) / count);
  return areInside(outline, rule, xs, ys).every((isDark, i) => {
    const row = Math.floor(i / ends.length);
    const column = i % ends.length;
    const isFourth = row >= size && column >= size;
    return isFourth || isDark === FINDER[row % size]![column % size];
  });
}
