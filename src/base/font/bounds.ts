import { foundOnce } from "../found-once.ts";
import type { OpenFont } from "./open-font.ts";

/** The box around a glyph's control points, font units, y up; `null` for a blank glyph. */
export interface GlyphBounds {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

const boundsOf = foundOnce<OpenFont, Map<number, GlyphBounds | null>>(() => new Map());

/** Measured once per glyph. Control points of TrueType curves lie on or near the ink. */
export function glyphBounds(font: OpenFont, glyph: number): GlyphBounds | null {
  const bounds = boundsOf(font);
  let found = bounds.get(glyph);
  if (found === undefined) {
    found = measure(font.outline(glyph).coords);
    bounds.set(glyph, found);
  }
  return found;
}

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
