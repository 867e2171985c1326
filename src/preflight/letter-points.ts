/**
 * Points of a run's letters, in its own coordinates: in glyphs with ink, at a quarter and three quarters of the
 * x-height in turn. There no other line's accents or descenders reach.
 */

import type { FontFace } from "../base/font/face.ts";
import { openFont } from "../base/font/open-font.ts";
import { coordsBox, outset, type Point, type Rect, rect } from "../base/geometry.ts";
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
  const corners: number[] = [];
  for (const { x, y, advance } of run.glyphs) {
    for (const height of HEIGHTS) {
      const left = x + run.skew * up * height;
      corners.push(left, y - up * height, left + advance, y - up * height);
    }
  }
  return outset(coordsBox(corners) ?? rect(0, 0, 0, 0), NOISE);
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

const hasInk = (face: FontFace, glyph: number): boolean => openFont(face).outline(glyph).verbs !== "";

/** In the run's coordinates. */
function xHeightOf({ size }: GlyphRun, face: FontFace): number {
  const { xHeight, unitsPerEm } = openFont(face).metrics;
  return (xHeight * size) / unitsPerEm;
}
