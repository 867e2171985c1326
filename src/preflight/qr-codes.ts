/** Finds QR codes by what they look like: one path of square modules with three finder patterns (ISO/IEC 18004 §6.3.3). */

import { coordsBox, mapRect, meanScale, outset, type Rect } from "../base/geometry.ts";
import type { Mm } from "../base/units.ts";
import { QUIET_MODULES } from "../model/qr-size.ts";
import type { FillRule, Outline, Path } from "../model/scene.ts";
import { isInside } from "./outline-hit.ts";
import type { PaintedInFrame } from "./walk.ts";

export interface QrCode {
  readonly painted: PaintedInFrame;
  readonly node: Path;
  /** Place in the page's paint order. */
  readonly order: number;
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

export function findQrCodes(page: readonly PaintedInFrame[]): readonly QrCode[] {
  return page.flatMap((painted, order): QrCode[] => {
    const { node, toPage } = painted;
    if (node.kind !== "path" || !node.fill) return [];
    const found = symbolOf(node.outline, node.fill.rule);
    if (!found) return [];
    const { symbol, count } = found;
    const module = (symbol.width / count) * meanScale(toPage);
    const zone = mapRect(toPage, outset(symbol, (QUIET_MODULES * symbol.width) / count));
    return [{ painted, node, order, count, module, side: module * count, symbol, zone }];
  });
}

/** The smallest symbol has 21 modules a side, the next 25, the largest 177. */
const SMALLEST = 21;
const STEP = 4;
const LARGEST = 177;

/** Every finder pattern alone has twelve corners. */
const FEWEST_COORDS = 72;

const known = new WeakMap<Outline, { readonly symbol: Rect; readonly count: number } | null>();

function symbolOf(outline: Outline, rule: FillRule) {
  let found = known.get(outline);
  if (found === undefined) {
    found = readSymbol(outline, rule);
    known.set(outline, found);
  }
  return found;
}

function readSymbol(outline: Outline, rule: FillRule) {
  const { verbs, coords } = outline;
  if (coords.length < FEWEST_COORDS || !/^[MLZ]+$/.test(verbs)) return null;
  const symbol = coordsBox(coords);
  if (!symbol || Math.abs(symbol.width / symbol.height - 1) > 0.01) return null;
  // A finder pattern's rings are one module wide and begin at the corner: so is the smallest step along an edge.
  const steps = Float64Array.from({ length: coords.length / 2 }, (_, i) => coords[2 * i]!).sort();
  // What is finer than the finest module is float noise.
  const noise = symbol.width / (2 * LARGEST);
  let module = Number.POSITIVE_INFINITY;
  for (let i = 1; i < steps.length; i++) {
    const gap = steps[i]! - steps[i - 1]!;
    if (gap > noise && gap < module) module = gap;
  }
  const count = Math.round(symbol.width / module);
  if (count < SMALLEST || count > LARGEST || (count - SMALLEST) % STEP !== 0) return null;
  const dark = (column: number, row: number) =>
    isInside(outline, rule, {
      x: symbol.x + ((column + 0.5) * symbol.width) / count,
      y: symbol.y + ((row + 0.5) * symbol.height) / count,
    });
  const far = count - 7;
  const isFinder = ([column, row]: readonly [number, number]) =>
    FINDER.every((line, y) => [...line].every((cell, x) => dark(column + x, row + y) === (cell === "#")));
  return (
    [
      [0, 0],
      [far, 0],
      [0, far],
    ] as const
  ).every(isFinder)
    ? { symbol, count }
    : null;
}

const FINDER = ["#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"];
