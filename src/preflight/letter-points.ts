/**
 * Points of a run's letters, in its own coordinates: in glyphs with ink, at a quarter and three quarters of the
 * x-height in turn. There no other line's accents or descenders reach.
 */

import type { FontFace } from "../base/font/face.ts";
import { openFont } from "../base/font/open-font.ts";
import { outset, type Point, type Rect, rect } from "../base/geometry.ts";
import type { Glyph, GlyphRun } from "../model/scene.ts";
import type { TextRun } from "./text-runs.ts";

/** The middles of up to `count` glyphs. */
export const letterPoints = (text: TextRun, count: number): readonly Point[] => spread(text, [MIDDLE], count);

/** Across each letter: its left and right parts may stand on other things than its middle. */
export const pointsAcrossLetters = (text: TextRun, count: number): readonly Point[] =>
  spread(text, [0.2, MIDDLE, 0.8], count);

/** The first of {@link letterPoints}. */
export function firstLetterPoint({ run, painted }: TextRun): Point | null {
  const face = painted.resources.fonts.get(run.font);
  const first = face && run.glyphs.find(({ id }) => hasInk(face, id));
  return first ? pointIn(first, MIDDLE, xHeightOf(run, face) * HEIGHTS[0], run) : null;
}

/** A rectangle around all points that any of them gives. */
export function bandOf(run: GlyphRun, face: FontFace): Rect {
  const up = xHeightOf(run, face);
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let highest = Number.POSITIVE_INFINITY;
  let lowest = Number.NEGATIVE_INFINITY;
  for (const { x, y, advance } of run.glyphs) {
    left = Math.min(left, x);
    right = Math.max(right, x + advance);
    highest = Math.min(highest, y);
    lowest = Math.max(lowest, y);
  }
  // Slanted letters lean as far as the heights at which they are looked at.
  const [low, high] = [up * HEIGHTS[0], up * HEIGHTS[1]];
  const lean = [run.skew * low, run.skew * high] as const;
  left += Math.min(...lean);
  const band = rect(left, highest - high, right + Math.max(...lean) - left, lowest - low - highest + high);
  return outset(band, NOISE);
}

/** Room for float noise, mm. */
const NOISE = 1e-6;

const MIDDLE = 0.5;
const HEIGHTS = [0.25, 0.75] as const;

/** @param across where in a glyph's advance, in parts of it */
function spread({ run, painted }: TextRun, across: readonly number[], count: number): readonly Point[] {
  const face = painted.resources.fonts.get(run.font);
  if (!face) return [];
  const up = xHeightOf(run, face);
  const inked = run.glyphs.filter(({ id }) => hasInk(face, id));
  const all = inked.length * across.length;
  const chosen = Math.min(count, all * HEIGHTS.length);
  return Array.from({ length: chosen }, (_, i) => {
    const place = Math.floor((i * all) / chosen);
    const glyph = inked[Math.floor(place / across.length)]!;
    return pointIn(glyph, across[place % across.length]!, up * HEIGHTS[i % HEIGHTS.length]!, run);
  });
}

const pointIn = ({ x, y, advance }: Glyph, across: number, height: number, { skew }: GlyphRun): Point => ({
  x: x + advance * across + skew * height,
  y: y - height,
});

const hasInk = (face: FontFace, glyph: number): boolean => openFont(face).bounds(glyph) !== null;

/** In the run's coordinates. */
function xHeightOf({ size }: GlyphRun, face: FontFace): number {
  const { xHeight, unitsPerEm } = openFont(face).metrics;
  return (xHeight * size) / unitsPerEm;
}
