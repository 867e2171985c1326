/** Paints as a canvas takes them. */

import type { SKRSContext2D } from "@napi-rs/canvas";
import { toHex } from "../../../base/color.ts";
import { invert, isIdentity, type Matrix, mapRect, type Rect } from "../../../base/geometry.ts";
import { type Gradient, soleStop } from "../../../model/gradient.ts";
import type { Paint } from "../../../model/scene.ts";
import { linearGradient, radialGradient } from "./gradient.ts";
import type { Painter } from "./painter.ts";
import type { Surface } from "./surface.ts";
import { tilePattern } from "./tile.ts";

export interface Brush {
  readonly style: SKRSContext2D["fillStyle"];
  /** 0–1. */
  readonly alpha: number;
  /** Maps the style's coordinates to those of the painted node; `null` where they are the same. */
  readonly tilt: Matrix | null;
}

/**
 * @param area what is painted, in the node's coordinates
 * @returns `null` for a paint that shows nothing
 */
export function brushFor(
  paint: Paint,
  area: Rect,
  toPixels: Matrix,
  { pen }: Surface,
  painter: Painter,
): Brush | null {
  const { alpha } = paint;
  switch (paint.kind) {
    case "solid":
      return { style: toHex(paint.color.rgb), alpha, tilt: null };
    case "linear":
    case "radial":
      return gradientBrush(paint, area, pen);
    case "pattern": {
      const style = tilePattern(paint, toPixels, pen, painter);
      return style && { style, alpha, tilt: null };
    }
  }
}

function gradientBrush(paint: Gradient, area: Rect, pen: Surface["pen"]): Brush | null {
  const { alpha, transform } = paint;
  const inverse = invert(transform);
  const own = inverse && mapRect(inverse, area);
  const sole = own ? soleStop(paint, own) : paint.stops.at(-1);
  if (sole) return { style: toHex(sole.color.rgb), alpha: alpha * sole.alpha, tilt: null };
  if (!own || paint.stops.length === 0) return null;
  if (paint.kind === "linear") return { style: linearGradient(pen, paint, own), alpha, tilt: null };
  return { style: radialGradient(pen, paint, own), alpha, tilt: isIdentity(transform) ? null : transform };
}
