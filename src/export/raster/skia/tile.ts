/** Patterns whose tile is painted once and repeated by Skia. */

import type { SKRSContext2D } from "@napi-rs/canvas";
import { compose, type Matrix, scaling, translation } from "../../../base/geometry.ts";
import type { Pattern } from "../../../model/scene.ts";
import type { Painter } from "./painter.ts";
import { openSurface } from "./surface.ts";

/** Larger tiles would not fit a screen; what is that large is drawn copy by copy before it gets here. */
const LARGEST = 4096;

export function tilePattern(
  pattern: Pattern,
  toPixels: Matrix,
  pen: SKRSContext2D,
  painter: Painter,
): ReturnType<SKRSContext2D["createPattern"]> {
  const { tile, transform } = pattern;
  if (tile.width <= 0 || tile.height <= 0) return null;
  const [a, b, c, d] = compose(toPixels, transform);
  const width = pixelsOf(tile.width * Math.hypot(a, b));
  const height = pixelsOf(tile.height * Math.hypot(c, d));
  const surface = openSurface({ width, height });
  const toTile = scaling(width / tile.width, height / tile.height);
  painter.paint(pattern.nodes, surface, toTile);
  const style = pen.createPattern(surface.canvas, "repeat");
  const placed = compose(
    compose(transform, translation(tile.x, tile.y)),
    scaling(tile.width / width, tile.height / height),
  );
  const [m11, m12, m21, m22, dx, dy] = placed;
  style?.setTransform({ a: m11, b: m12, c: m21, d: m22, e: dx, f: dy });
  return style;
}

const pixelsOf = (length: number): number => Math.min(LARGEST, Math.max(1, Math.ceil(length)));
