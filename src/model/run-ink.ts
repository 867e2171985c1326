/** Where the ink of a glyph run stands, which layout and preflight both ask. */

import type { FontFace } from "../base/font/face.ts";
import { openFont } from "../base/font/open-font.ts";
import { foundOnceBeside } from "../base/found-once.ts";
import { type Rect, rect } from "../base/geometry.ts";
import type { GlyphRun } from "./scene.ts";

/**
 * The box around a run's ink in its own coordinates; around the slanted boxes of its glyphs where it leans. Runs are
 * shared by pages and print runs.
 * @returns `null` for a run of blanks
 */
export const runInk = foundOnceBeside(({ glyphs, size, skew }: GlyphRun, face: FontFace): Rect | null => {
  const font = openFont(face);
  const unit = size / font.metrics.unitsPerEm;
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const { id, x, y } of glyphs) {
    const ink = font.bounds(id);
    if (!ink) continue;
    const low = skew * ink.y0;
    const high = skew * ink.y1;
    left = Math.min(left, x + (ink.x0 + Math.min(low, high)) * unit);
    top = Math.min(top, y - ink.y1 * unit);
    right = Math.max(right, x + (ink.x1 + Math.max(low, high)) * unit);
    bottom = Math.max(bottom, y - ink.y0 * unit);
  }
  return right >= left ? rect(left, top, right - left, bottom - top) : null;
});
