/** The lines and words that a page asks people to read. */

import { openFont } from "../base/font/open-font.ts";
import {
  apply,
  coordsBox,
  intersection,
  mapRect,
  meanScale,
  type Point,
  type Rect,
  union,
} from "../base/geometry.ts";
import type { Mm } from "../base/units.ts";
import type { Clip, GlyphRun } from "../model/scene.ts";
import { lettersBox } from "./reach.ts";
import type { PaintedInFrame } from "./walk.ts";

export interface TextRun {
  readonly run: GlyphRun;
  readonly painted: PaintedInFrame;
  /** Around its glyphs' outlines as far as clips show them, page coordinates. */
  readonly box: Rect;
  /** Height of an x as it is printed. */
  readonly xHeight: Mm;
}

/** Less than this much alpha is no text to read. */
const FAINT = 0.02;

/** The visible runs of a content frame's leaves; art may hold letters as ornament. */
export const textRuns = (leaves: readonly PaintedInFrame[]): readonly TextRun[] =>
  leaves.flatMap((leaf) => textOf(leaf) ?? []);

function textOf(painted: PaintedInFrame): TextRun | null {
  const { node, placed, blurred, opacity } = painted;
  if (node.kind !== "glyphs" || placed.role !== "content" || blurred || opacity < FAINT) return null;
  const paint = node.fill?.paint ?? node.stroke?.paint;
  if (!paint || paint.alpha < FAINT || node.text.trim() === "") return null;
  const box = visibleBox(painted, node);
  const face = painted.resources.fonts.get(node.font);
  if (!box || !face) return null;
  const { xHeight, unitsPerEm } = openFont(face).metrics;
  const scale = (node.size / unitsPerEm) * meanScale(painted.toPage);
  return { run: node, painted, box, xHeight: xHeight * scale };
}

function visibleBox(painted: PaintedInFrame, run: GlyphRun): Rect | null {
  let box = inkBox(painted, run);
  for (const { item, toPage } of painted.clips) {
    const clip = clipBox(item);
    box = box && clip && intersection(box, mapRect(toPage, clip));
  }
  return box;
}

/** The box around the glyphs' outline points, which reach a little past the ink only on odd curves. */
function inkBox({ resources, toPage }: PaintedInFrame, run: GlyphRun): Rect | null {
  const face = resources.fonts.get(run.font);
  if (!face) return null;
  const [, b, c] = toPage;
  if (b === 0 && c === 0 && run.skew === 0) {
    const box = lettersBox(run, face);
    return box && mapRect(toPage, box);
  }
  const font = openFont(face);
  const unit = run.size / font.metrics.unitsPerEm;
  const points: number[] = [];
  for (const { id, x, y } of run.glyphs) {
    const { coords } = font.outline(id);
    for (let i = 0; i + 1 < coords.length; i += 2) {
      const up = coords[i + 1]!;
      const point = apply(toPage, { x: x + unit * (coords[i]! + run.skew * up), y: y - unit * up });
      points.push(point.x, point.y);
    }
  }
  return coordsBox(points);
}

function clipBox({ shapes, parent }: Clip): Rect | null {
  let box: Rect | null = null;
  for (const { transform, outline } of shapes) {
    const shown = coordsBox(outline.coords);
    box = union(box, shown && mapRect(transform, shown));
  }
  const within = parent && clipBox(parent);
  return parent ? box && within && intersection(box, within) : box;
}

/**
 * Points of a run's letters, in its own coordinates: the middles of up to `count` glyphs with ink, at a
 * quarter and three quarters of the x-height in turn. There no other line's accents or descenders reach.
 */
export const letterPoints = (text: TextRun, count: number): readonly Point[] => spread(text, [0.5], count);

/** As {@link letterPoints}, across each letter: its left and right parts may stand on other things than its middle. */
export const pointsAcrossLetters = (text: TextRun, count: number): readonly Point[] =>
  spread(text, [0.2, 0.5, 0.8], count);

const HEIGHTS = [0.25, 0.75] as const;

/** @param across where in a glyph's advance, in parts of it */
function spread({ run, painted }: TextRun, across: readonly number[], count: number): readonly Point[] {
  const face = painted.resources.fonts.get(run.font);
  if (!face) return [];
  const font = openFont(face);
  const up = (font.metrics.xHeight * run.size) / font.metrics.unitsPerEm;
  const inked = run.glyphs.filter(({ id }) => font.outline(id).verbs !== "");
  const all = inked.length * across.length;
  const chosen = Math.min(count, all * HEIGHTS.length);
  return Array.from({ length: chosen }, (_, i) => {
    const place = Math.floor((i * all) / chosen);
    const glyph = inked[Math.floor(place / across.length)]!;
    const height = up * HEIGHTS[i % HEIGHTS.length]!;
    const x = glyph.x + glyph.advance * across[place % across.length]! + run.skew * height;
    return { x, y: glyph.y - height };
  });
}
