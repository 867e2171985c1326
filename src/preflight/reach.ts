/** Boxes around what a leaf may paint. */

import { glyphBounds } from "../base/font/bounds.ts";
import type { FontFace } from "../base/font/face.ts";
import { openFont } from "../base/font/open-font.ts";
import { coordsBox, type Matrix, mapRect, outset, type Rect, rect } from "../base/geometry.ts";
import { keptWith } from "../base/kept-with.ts";
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
  const letters = face && node.kind === "glyphs" ? lettersBox(node, face) : null;
  const box = node.kind === "path" ? coordsBox(node.outline.coords) : letters && outset(letters, NOISE);
  return box && node.stroke ? outset(box, node.stroke.width) : box;
}

const measured = keptWith<GlyphRun, Rect | null>();

/**
 * The box around a run's glyphs in its own coordinates: around their outline points where the run is upright, around
 * the slanted boxes of its glyphs where it is not. Runs are shared by pages and print runs.
 */
export function lettersBox(run: GlyphRun, face: FontFace): Rect | null {
  let box = measured.get(run);
  if (box === undefined) {
    box = measure(run, face);
    measured.set(run, box);
  }
  return box;
}

function measure({ glyphs, size, skew }: GlyphRun, face: FontFace): Rect | null {
  const font = openFont(face);
  const unit = size / font.metrics.unitsPerEm;
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const { id, x, y } of glyphs) {
    const ink = glyphBounds(font, id);
    if (!ink) continue;
    const low = skew * ink.y0;
    const high = skew * ink.y1;
    left = Math.min(left, x + (ink.x0 + Math.min(low, high)) * unit);
    top = Math.min(top, y - ink.y1 * unit);
    right = Math.max(right, x + (ink.x1 + Math.max(low, high)) * unit);
    bottom = Math.max(bottom, y - ink.y0 * unit);
  }
  return right >= left ? rect(left, top, right - left, bottom - top) : null;
}
