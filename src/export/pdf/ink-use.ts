/** What a filled shape is to a press: a rule, a large ground, or a shape like any other. */

import { type Matrix, meanScale } from "../../base/geometry.ts";
import { outlineBounds } from "../../model/outline.ts";
import type { Outline } from "../../model/scene.ts";
import type { InkUse } from "./color.ts";
import { contoursOf } from "./contour.ts";

/** Shapes no thicker than this are rules, mm. */
const RULE = 2;

/** Black alone looks grey on areas larger than this, mm². */
const GROUND = 2500;

export const FINE = (): InkUse => "fine";

/** @param matrix maps the outline to mm */
export function useOfFill(outline: Outline, matrix: Matrix): InkUse {
  const bounds = outlineBounds(outline);
  if (!bounds) return "shape";
  const scale = meanScale(matrix);
  if (Math.min(bounds.width, bounds.height) * scale <= RULE) return "fine";
  if (bounds.width * bounds.height * scale * scale <= GROUND) return "shape";
  // One large area, not many small ones in a large box (a code, a grid, a line of letters) and not a frame.
  const areas = contoursOf(outline).map(({ area }) => area);
  const largest = Math.max(...areas.map(Math.abs));
  const left = Math.abs(areas.reduce((sum, area) => sum + area, 0));
  return Math.min(largest, left) * scale * scale > GROUND ? "ground" : "shape";
}
