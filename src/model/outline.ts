/** What every stage asks of outlines. */

import { foundOnce } from "../base/found-once.ts";
import { coordsBox, IDENTITY, type Matrix, mapRect, type Rect } from "../base/geometry.ts";
import type { Outline } from "./scene.ts";

/** The box around all points, control points included; `null` when there are none. */
export const outlineBounds = (outline: Outline): Rect | null =>
  outline.coords.length < LONG ? coordsBox(outline.coords) : boundsOfLong(outline);

/** So many numbers take longer than to look up what was found in them. */
const LONG = 100;

const boundsOfLong = foundOnce(({ coords }: Outline): Rect | null => coordsBox(coords));

export const rectangleOutline = ({ x, y, width, height }: Rect): Outline => ({
  verbs: "MLLLZ",
  coords: [x, y, x + width, y, x + width, y + height, x, y + height],
});

/** The last side may be drawn, closed or left open. */
const FOUR_SIDES: ReadonlySet<string> = new Set(["MLLLZ", "MLLLLZ", "MLLL", "MLLLL"]);

/** The upright rectangle that an outline makes under a matrix, or `null` for any other shape. */
export function rectangleOf({ verbs, coords }: Outline, matrix: Matrix = IDENTITY): Rect | null {
  if (!FOUR_SIDES.has(verbs) || !keepsAxes(matrix)) return null;
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0, x4 = x0, y4 = y0] = coords;
  if (x4 !== x0 || y4 !== y0) return null;
  const flatFirst = y0 === y1 && x1 === x2 && y2 === y3 && x3 === x0;
  const steepFirst = x0 === x1 && y1 === y2 && x2 === x3 && y3 === y0;
  if (!flatFirst && !steepFirst) return null;
  return mapRect(matrix, {
    x: Math.min(x0, x2),
    y: Math.min(y0, y2),
    width: Math.abs(x2 - x0),
    height: Math.abs(y2 - y0),
  });
}

const keepsAxes = ([a, b, c, d]: Matrix): boolean => (b === 0 && c === 0) || (a === 0 && d === 0);
