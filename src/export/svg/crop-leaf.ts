/** Shapes and lines of text without what lies far outside the picture, which makes a renderer's layers small. */

import { openFont } from "../../base/font/open-font.ts";
import { outset, type Rect } from "../../base/geometry.ts";
import type { GlyphRun, Path, SceneResources } from "../../model/scene.ts";
import { contains, glyphBounds, outlineBounds, strokeReach, touches } from "./bounds.ts";
import { cropOutline } from "./crop-outline.ts";

/** Around what shows, as a part of its larger side: room for anti-aliasing. */
const MARGIN = 0.05;

export function cropPath(path: Path, visible: Rect): Path {
  const bounds = outlineBounds(path.outline);
  const reach = path.stroke ? strokeReach(path.stroke) : 0;
  const frame = outset(visible, reach + MARGIN * Math.max(visible.width, visible.height));
  if (!bounds || contains(frame, bounds)) return path;
  return { ...path, outline: cropOutline(path.outline, frame) };
}

export function cropGlyphRun(run: GlyphRun, resources: SceneResources, visible: Rect): GlyphRun {
  const face = resources.fonts.get(run.font);
  if (!face) return run;
  const { bbox, unitsPerEm } = openFont(face).metrics;
  const reach = run.stroke ? strokeReach(run.stroke) : 0;
  const frame = outset(visible, reach + MARGIN * Math.max(visible.width, visible.height));
  const shown = run.glyphs.filter((glyph) => touches(glyphBounds(glyph, run, bbox, unitsPerEm), frame));
  return shown.length === run.glyphs.length ? run : { ...run, glyphs: shown };
}
