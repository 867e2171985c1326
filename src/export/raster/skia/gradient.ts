/** Gradients as a canvas has them: no spread, no transform. */

import type { SKRSContext2D } from "@napi-rs/canvas";
import { apply, type Point, type Rect } from "../../../base/geometry.ts";
import { focusInside, type Gradient, parameterRange, wholePeriod } from "../../../model/gradient.ts";
import type { GradientStop, LinearGradient, RadialGradient } from "../../../model/scene.ts";

type CanvasGradient = ReturnType<SKRSContext2D["createLinearGradient"]>;

/**
 * In the painted node's coordinates.
 * @param area what is to be painted, in the gradient's own coordinates
 */
export function linearGradient(pen: SKRSContext2D, paint: LinearGradient, area: Rect): CanvasGradient {
  const { from, to } = axisOf(paint);
  const { first, count } = repeatsOf(paint, area);
  const at = (share: number): Point => ({
    x: from.x + (to.x - from.x) * share,
    y: from.y + (to.y - from.y) * share,
  });
  const [start, end] = [at(first), at(first + count)];
  return withStops(pen.createLinearGradient(start.x, start.y, end.x, end.y), paint, first, count);
}

/**
 * In the gradient's own coordinates.
 * @param area what is to be painted, in the same
 */
export function radialGradient(pen: SKRSContext2D, paint: RadialGradient, area: Rect): CanvasGradient {
  const { cx, cy, r } = paint;
  const { x: fx, y: fy } = focusInside(paint);
  const { first, count } = repeatsOf(paint, area);
  const gradient = pen.createRadialGradient(
    fx,
    fy,
    0,
    fx + (cx - fx) * count,
    fy + (cy - fy) * count,
    r * count,
  );
  return withStops(gradient, paint, first, count);
}

/** Where the gradient runs in the painted node's coordinates: its lines of equal colour stay straight, but tilt. */
function axisOf({ x1, y1, x2, y2, transform }: LinearGradient): { readonly from: Point; readonly to: Point } {
  const from = apply(transform, { x: x1, y: y1 });
  const end = apply(transform, { x: x2, y: y2 });
  const [a, b, c, d] = transform;
  // A line of equal colour, mapped, and the normal on it.
  const line = { x: a * (y1 - y2) + c * (x2 - x1), y: b * (y1 - y2) + d * (x2 - x1) };
  const square = line.x * line.x + line.y * line.y;
  if (square === 0) return { from, to: from };
  const share = ((end.x - from.x) * line.y - (end.y - from.y) * line.x) / square;
  return { from, to: { x: from.x + line.y * share, y: from.y - line.x * share } };
}

interface Repeats {
  readonly first: number;
  readonly count: number;
}

function repeatsOf(paint: Gradient, area: Rect): Repeats {
  if (paint.spread === "pad") return { first: 0, count: 1 };
  const [from, to] = parameterRange(paint, area);
  const first = Math.floor(from);
  return { first, count: Math.max(1, Math.ceil(to) - first) };
}

function withStops(
  gradient: CanvasGradient,
  { stops, spread }: Gradient,
  first: number,
  count: number,
): CanvasGradient {
  const period = spread === "pad" ? stops : wholePeriod(stops);
  for (let i = 0; i < count; i++) {
    const mirrored = spread === "reflect" && (first + i) % 2 !== 0;
    const turn = mirrored ? period.toReversed() : period;
    for (const stop of turn) {
      const offset = mirrored ? 1 - stop.offset : stop.offset;
      gradient.addColorStop((i + offset) / count, cssColor(stop));
    }
  }
  return gradient;
}

const cssColor = ({ color: { rgb }, alpha }: GradientStop): string =>
  `rgba(${rgb.r},${rgb.g},${rgb.b},${alpha})`;
