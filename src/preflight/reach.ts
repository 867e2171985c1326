/** Boxes around what a leaf may paint. */

import { type Matrix, mapRect, outset, type Rect } from "../base/geometry.ts";
import { outlineBounds } from "../model/outline.ts";
import { runInk } from "../model/run-ink.ts";
import type { GlyphRun, Image, Path, SceneResources } from "../model/scene.ts";

/** mm that mapping a point to the page and back may lose. */
const NOISE = 1e-6;

/** A box around everything that a node may paint, mapped by the matrix; `null` when it paints nothing. */
export function reachOf(
  node: Path | GlyphRun | Image,
  toPage: Matrix,
  resources: SceneResources,
): Rect | null {
  const box = localReach(node, resources);
  return box && mapRect(toPage, box);
}

function localReach(node: Path | GlyphRun | Image, { fonts }: SceneResources): Rect | null {
  if (node.kind === "image") return node.box;
  const face = node.kind === "glyphs" ? fonts.get(node.font) : undefined;
  const letters = face && node.kind === "glyphs" ? runInk(node, face) : null;
  const box = node.kind === "path" ? outlineBounds(node.outline) : letters && outset(letters, NOISE);
  return box && node.stroke ? outset(box, node.stroke.width) : box;
}
