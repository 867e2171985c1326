/** The colour of a paint at a point, in the painted node's coordinates. */

import { apply, invert, type Matrix, type Point } from "../base/geometry.ts";
import type {
  GradientSpread,
  GradientStop,
  LinearGradient,
  Paint,
  Pattern,
  RadialGradient,
} from "../model/scene.ts";
import { CLEAR, type Rgba } from "./rgba.ts";

/** @param tileAt the colour of a pattern's tile at a point of the tile; `null` when it cannot be known */
export function paintAt(
  paint: Paint,
  point: Point,
  tileAt: (pattern: Pattern, point: Point) => Rgba | null,
): Rgba | null {
  switch (paint.kind) {
    case "solid": {
      const { r, g, b } = paint.color.rgb;
      return { r, g, b, a: paint.alpha };
    }
    case "linear":
      return gradientAt(paint, linearOffset(paint, local(paint.transform, point)));
    case "radial":
      return gradientAt(paint, radialOffset(paint, local(paint.transform, point)));
    case "pattern": {
      const at = local(paint.transform, point);
      if (!at) return CLEAR;
      const { x, y, width, height } = paint.tile;
      const tile = tileAt(paint, { x: modulo(at.x - x, width), y: modulo(at.y - y, height) });
      return tile && { ...tile, a: tile.a * paint.alpha };
    }
  }
}

function local(transform: Matrix, point: Point): Point | null {
  const inverse = invert(transform);
  return inverse && apply(inverse, point);
}

/** Where the point lies between start (0) and end (1). */
function linearOffset({ x1, y1, x2, y2 }: LinearGradient, point: Point | null): number | null {
  const dx = x2 - x1;
  const dy = y2 - y1;
  const length = dx * dx + dy * dy;
  if (!point || length === 0) return null;
  return ((point.x - x1) * dx + (point.y - y1) * dy) / length;
}

/** The largest t whose circle, between focus and outer circle, passes through the point (SVG 2 §14.2.3). */
function radialOffset({ cx, cy, r, fx, fy }: RadialGradient, point: Point | null): number | null {
  if (!point || r <= 0) return null;
  // |p − f − t·(c − f)| = t·r, solved for t.
  const [dx, dy] = [cx - fx, cy - fy];
  const [px, py] = [point.x - fx, point.y - fy];
  const a = r * r - dx * dx - dy * dy;
  const b = px * dx + py * dy;
  const c = px * px + py * py;
  if (Math.abs(a) < 1e-12) return b === 0 ? null : c / (2 * b);
  const root = b * b + a * c;
  return root < 0 ? null : (Math.sqrt(root) - b) / a;
}

function gradientAt(
  gradient: {
    readonly stops: readonly GradientStop[];
    readonly spread: GradientSpread;
    readonly alpha: number;
  },
  offset: number | null,
): Rgba {
  const { stops, spread, alpha } = gradient;
  const last = stops.at(-1);
  if (!last) return CLEAR;
  // A gradient without extent is its last colour (SVG 2 §14.2.4).
  const t = offset === null ? 1 : spreadOffset(offset, spread);
  const after = stops.findIndex((stop) => stop.offset > t);
  const from = (after < 0 ? last : stops[Math.max(0, after - 1)]) ?? last;
  const to = (after < 0 ? last : stops[after]) ?? last;
  const width = to.offset - from.offset;
  const share = width > 0 ? Math.max(0, (t - from.offset) / width) : 0;
  const mix = (one: number, other: number) => one + (other - one) * share;
  return {
    r: mix(from.color.rgb.r, to.color.rgb.r),
    g: mix(from.color.rgb.g, to.color.rgb.g),
    b: mix(from.color.rgb.b, to.color.rgb.b),
    a: mix(from.alpha, to.alpha) * alpha,
  };
}

function spreadOffset(offset: number, spread: GradientSpread): number {
  if (spread === "repeat") return modulo(offset, 1);
  if (spread === "pad") return Math.min(1, Math.max(0, offset));
  const lap = modulo(offset, 2);
  return lap > 1 ? 2 - lap : lap;
}

const modulo = (value: number, by: number): number => (by > 0 ? value - Math.floor(value / by) * by : 0);
