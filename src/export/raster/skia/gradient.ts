/** Gradients as a canvas has them: no spread, no transform. */

import type { SKRSContext2D } from "@napi-rs/canvas";
import { apply, type Point, type Rect } from "../../../base/geometry.ts";
import type { GradientStop, LinearGradient, RadialGradient } from "../../../model/scene.ts";

type CanvasGradient = ReturnType<SKRSContext2D["createLinearGradient"]>;

/** More repeats than this are finer than pixels. */
const MOST_REPEATS = 2000;

/** @param area what is to be painted, in the coordinates in which the gradient is made */
export function linearGradient(
  pen: SKRSContext2D,
  paint: LinearGradient,
  area: Rect,
): CanvasGradient | string {
  const { from, to } = axisOf(paint);
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const square = dx * dx + dy * dy;
  if (square === 0) return lastColor(paint.stops);
  const shares = cornersOf(area).map(({ x, y }) => ((x - from.x) * dx + (y - from.y) * dy) / square);
  const { first, count } = repeatsOf(paint, Math.min(...shares), Math.max(...shares));
  const at = (share: number): Point => ({ x: from.x + dx * share, y: from.y + dy * share });
  const [start, end] = [at(first), at(first + count)];
  return withStops(pen.createLinearGradient(start.x, start.y, end.x, end.y), paint, first, count);
}

/** @param area what is to be painted, in the gradient's own coordinates */
export function radialGradient(
  pen: SKRSContext2D,
  paint: RadialGradient,
  area: Rect,
): CanvasGradient | string {
  const { cx, cy, r } = paint;
  if (r <= 0) return lastColor(paint.stops);
  const { fx, fy } = focusInside(paint);
  const gap = Math.hypot(cx - fx, cy - fy);
  const farthest = Math.max(...cornersOf(area).map(({ x, y }) => Math.hypot(x - fx, y - fy)));
  const { count } = repeatsOf(paint, 0, farthest / Math.max(r - gap, r / 1000));
  const gradient = pen.createRadialGradient(
    fx,
    fy,
    0,
    fx + (cx - fx) * count,
    fy + (cy - fy) * count,
    r * count,
  );
  return withStops(gradient, paint, 0, count);
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

/** A focus outside the circle is brought to its edge (SVG 2 §14.2.3). */
function focusInside({ cx, cy, r, fx, fy }: RadialGradient): { readonly fx: number; readonly fy: number } {
  const distance = Math.hypot(fx - cx, fy - cy);
  const most = r * 0.999;
  if (distance <= most) return { fx, fy };
  return { fx: cx + ((fx - cx) * most) / distance, fy: cy + ((fy - cy) * most) / distance };
}

interface Repeats {
  readonly first: number;
  readonly count: number;
}

function repeatsOf({ spread }: { readonly spread: string }, least: number, most: number): Repeats {
  if (spread === "pad" || !Number.isFinite(least) || !Number.isFinite(most)) return { first: 0, count: 1 };
  const first = Math.floor(least);
  return { first, count: Math.min(MOST_REPEATS, Math.max(1, Math.ceil(most) - first)) };
}

function withStops(
  gradient: CanvasGradient,
  { stops, spread }: LinearGradient | RadialGradient,
  first: number,
  count: number,
): CanvasGradient {
  for (let i = 0; i < count; i++) {
    const mirrored = spread === "reflect" && (first + i) % 2 !== 0;
    const turn = mirrored ? [...stops].reverse() : stops;
    for (const stop of turn) {
      const offset = mirrored ? 1 - stop.offset : stop.offset;
      gradient.addColorStop((i + offset) / count, cssColor(stop));
    }
  }
  return gradient;
}

const lastColor = (stops: readonly GradientStop[]): string => {
  const last = stops.at(-1);
  return last ? cssColor(last) : "transparent";
};

const cssColor = ({ color: { rgb }, alpha }: GradientStop): string =>
  `rgba(${rgb.r},${rgb.g},${rgb.b},${alpha})`;

const cornersOf = ({ x, y, width, height }: Rect): readonly Point[] => [
  { x, y },
  { x: x + width, y },
  { x, y: y + height },
  { x: x + width, y: y + height },
];
