/** Lines, patches and circles of marks and finishing, in sheet millimetres. */

import type { Rect } from "../base/geometry.ts";
import { type Mm, ptToMm } from "../base/units.ts";
import { type MarkToken, markColor } from "../model/mark-ink.ts";
import { rectangleOutline } from "../model/outline.ts";
import type { Outline, Path, SceneColor, SceneResources, Stroke } from "../model/scene.ts";

/** Every mark is a hairline of 0.25 pt: thin enough to cut in its middle, thick enough to print. */
export const HAIRLINE: Mm = ptToMm(0.25);

export const NO_RESOURCES: SceneResources = { fonts: new Map(), images: new Map() };

/**
 * @param dash lengths of strokes and gaps, mm; empty for a solid line
 * @param weight how many hairlines thick; dashes grow with it
 */
function strokeOf(token: MarkToken, dash: readonly Mm[], weight = 1): Stroke {
  return {
    paint: { kind: "solid", color: markColor(token), alpha: 1 },
    width: HAIRLINE * weight,
    cap: "butt",
    join: "miter",
    miterLimit: 4,
    dash: dash.map((part) => part * weight),
    dashOffset: 0,
  };
}

const stroked = (outline: Outline, token: MarkToken, dash: readonly Mm[], weight = 1): Path => ({
  kind: "path",
  outline,
  fill: null,
  stroke: strokeOf(token, dash, weight),
  paintOrder: "fill-first",
  antialias: true,
});

export const line = (
  x1: Mm,
  y1: Mm,
  x2: Mm,
  y2: Mm,
  token: MarkToken = "registration",
  dash: readonly Mm[] = [],
  weight = 1,
): Path => stroked({ verbs: "ML", coords: [x1, y1, x2, y2] }, token, dash, weight);

export const frame = (box: Rect, token: MarkToken, dash: readonly Mm[] = []): Path =>
  stroked(rectangleOutline(box), token, dash);

export const ring = (x: Mm, y: Mm, radius: Mm, token: MarkToken, weight = 1): Path =>
  stroked(circleOutline(x, y, radius), token, [], weight);

export const filled = (outline: Outline, color: SceneColor): Path => ({
  kind: "path",
  outline,
  fill: { paint: { kind: "solid", color, alpha: 1 }, rule: "nonzero" },
  stroke: null,
  paintOrder: "fill-first",
  antialias: true,
});

/** How far the handles of four cubic arcs reach, in radii, for a circle that is off by 0.03 % at most. */
const HANDLE = 0.5522847498;

export function circleOutline(cx: Mm, cy: Mm, radius: Mm): Outline {
  const handle = radius * HANDLE;
  const [left, right, top, bottom] = [cx - radius, cx + radius, cy - radius, cy + radius];
  return {
    verbs: "MCCCCZ",
    coords: [
      ...[right, cy],
      ...[right, cy + handle, cx + handle, bottom, cx, bottom],
      ...[cx - handle, bottom, left, cy + handle, left, cy],
      ...[left, cy - handle, cx - handle, top, cx, top],
      ...[cx + handle, top, right, cy - handle, right, cy],
    ],
  };
}

/** The largest circle in a box. */
export const inscribedCircle = ({ x, y, width, height }: Rect): Outline =>
  circleOutline(x + width / 2, y + height / 2, Math.min(width, height) / 2);
