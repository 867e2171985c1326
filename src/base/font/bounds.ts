import { foundOnce } from "../found-once.ts";
import type { OpenFont } from "./open-font.ts";

/** The box around a glyph's control points, font units, y up; `null` for a blank glyph. */
export interface GlyphBounds {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Of a font's glyphs, each measured once. Control points of TrueType curves lie on or near the ink. */
export const glyphBoundsIn = foundOnce((font: OpenFont): ((glyph: number) => GlyphBounds | null) => {
  const known = new Map<number, GlyphBounds | null>();
  return (glyph) => {
    let bounds = known.get(glyph);
    if (bounds === undefined) {
      bounds = measure(font.outline(glyph).coords);
      known.set(glyph, bounds);
    }
    return bounds;
  };
});

function measure(coords: readonly number[]): GlyphBounds | null {
  if (!coords.length) return null;
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < coords.length; i += 2) {
    x0 = Math.min(x0, coords[i]!);
    x1 = Math.max(x1, coords[i]!);
    y0 = Math.min(y0, coords[i + 1]!);
    y1 = Math.max(y1, coords[i + 1]!);
  }
  return { x0, y0, x1, y1 };
}
