/** The lines and words that a page asks people to read. */

import { openFont } from "../base/font/open-font.ts";
import { apply, coordsBox, intersection, mapRect, meanScale, type Rect, union } from "../base/geometry.ts";
import type { Mm } from "../base/units.ts";
import { outlineBounds } from "../model/outline.ts";
import { runInk } from "../model/run-ink.ts";
import type { Clip, GlyphRun } from "../model/scene.ts";
import { bandOf } from "./letter-points.ts";
import type { PaintedInFrame } from "./walk.ts";

export interface TextRun {
  readonly run: GlyphRun;
  readonly painted: PaintedInFrame;
  /** Around its glyphs' outlines as far as clips show them, page coordinates. */
  readonly box: Rect;
  /** Around all points at which its letters are looked at, page coordinates. */
  readonly band: Rect;
  /** Height of an x as it is printed. */
  readonly xHeight: Mm;
}

/** Less than this much alpha is no text to read. */
const FAINT = 0.02;

/** The visible runs of a content frame's leaves; art may hold letters as ornament. */
export function textRuns(leaves: readonly PaintedInFrame[]): readonly TextRun[] {
  const texts: TextRun[] = [];
  for (const leaf of leaves) {
    const text = textOf(leaf);
    if (text) texts.push(text);
  }
  return texts;
}

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
  const band = mapRect(painted.toPage, bandOf(node, face));
  return { run: node, painted, box, band, xHeight: xHeight * scale };
}

function visibleBox(painted: PaintedInFrame, run: GlyphRun): Rect | null {
  let box = inkBox(painted, run);
  for (const { item, toPage } of painted.clips) {
    const clip = clipBox(item);
    box = box && clip && intersection(box, mapRect(toPage, clip));
  }
  return box;
}

/** The box around the glyphs' ink; around their outline points, which reach a little past it, where the run is turned. */
function inkBox({ resources, toPage }: PaintedInFrame, run: GlyphRun): Rect | null {
  const face = resources.fonts.get(run.font);
  if (!face) return null;
  if (toPage[1] === 0 && toPage[2] === 0 && run.skew === 0) {
    const box = runInk(run, face);
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
    const shown = outlineBounds(outline);
    box = union(box, shown && mapRect(transform, shown));
  }
  const within = parent && clipBox(parent);
  return parent ? box && within && intersection(box, within) : box;
}
