/** Glyph runs as path data. */

import type { OpenFont } from "../../base/font/open-font.ts";
import { foundOnce } from "../../base/found-once.ts";
import type { GlyphRun } from "../../model/scene.ts";
import { formatNumber } from "./number.ts";
import { COORDS_OF, separated } from "./path-data.ts";

/** A glyph as path data relative to its first point: written once, used wherever the glyph stands. */
interface RelativeGlyph {
  readonly x: number;
  readonly y: number;
  /** What follows the first moveto. */
  readonly rest: string;
}

/** Font units are a thousandth of the em or finer; outlines hold at most quarters of them. */
const UNIT_DECIMALS = 2;

const relativeOf = foundOnce<OpenFont, Map<number, RelativeGlyph | null>>(() => new Map());

/**
 * Path data in font units, y up, from the first glyph's origin on. Glyphs reuse one string each, so a page
 * of text costs little more than its letters' positions.
 */
export function unitPathData(run: GlyphRun, font: OpenFont): string {
  const unit = run.size / font.metrics.unitsPerEm;
  const origin = run.glyphs[0];
  let data = "";
  for (const { id, x, y } of run.glyphs) {
    const glyph = relativeGlyph(font, id);
    if (!glyph || !origin) continue;
    // The run's matrix leans by height, which is measured from the first glyph's baseline.
    const up = (origin.y - y) / unit;
    const right = (x - origin.x) / unit - run.skew * up;
    data += `M${formatNumber(right + glyph.x, UNIT_DECIMALS)}`;
    data += separated(formatNumber(up + glyph.y, UNIT_DECIMALS), false) + glyph.rest;
  }
  return data;
}

/** Path data in the run's own coordinates, mm; for paints that depend on where they are. */
export function absolutePathData(run: GlyphRun, font: OpenFont, decimals: number): string {
  const unit = run.size / font.metrics.unitsPerEm;
  let data = "";
  for (const { id, x, y } of run.glyphs) {
    const { verbs, coords } = font.outline(id);
    let next = 0;
    for (const verb of verbs) {
      data += verb;
      const end = next + (COORDS_OF[verb] ?? 0);
      for (let first = true; next < end; next += 2, first = false) {
        const right = coords[next] ?? 0;
        const up = coords[next + 1] ?? 0;
        data += separated(formatNumber(x + unit * (right + run.skew * up), decimals), first);
        data += separated(formatNumber(y - unit * up, decimals), false);
      }
    }
  }
  return data;
}

function relativeGlyph(font: OpenFont, id: number): RelativeGlyph | null {
  const glyphs = relativeOf(font);
  let glyph = glyphs.get(id);
  if (glyph === undefined) {
    glyph = makeRelative(font, id);
    glyphs.set(id, glyph);
  }
  return glyph;
}

/** `null` for a glyph without ink. */
function makeRelative(font: OpenFont, id: number): RelativeGlyph | null {
  const { verbs, coords } = font.outline(id);
  const power = 10 ** UNIT_DECIMALS;
  // Steps are differences of rounded positions, so that rounding never adds up.
  const at = (i: number) => Math.round((coords[i] ?? 0) * power);
  if (coords.length < 2) return null;
  let x = at(0);
  let y = at(1);
  let startX = x;
  let startY = y;
  let next = 2;
  let rest = "";
  for (const verb of verbs.slice(1)) {
    const end = next + (COORDS_OF[verb] ?? 0);
    const step = (to: number, from: number) => formatNumber((to - from) / power, UNIT_DECIMALS);
    if (verb === "L" && at(next + 1) === y) rest += `h${step(at(next), x)}`;
    else if (verb === "L" && at(next) === x) rest += `v${step(at(next + 1), y)}`;
    else {
      rest += verb.toLowerCase();
      for (let first = true, i = next; i < end; i += 2, first = false) {
        rest += separated(step(at(i), x), first) + separated(step(at(i + 1), y), false);
      }
    }
    if (verb === "Z") {
      x = startX;
      y = startY;
    } else {
      x = at(end - 2);
      y = at(end - 1);
    }
    if (verb === "M") {
      startX = x;
      startY = y;
    }
    next = end;
  }
  return { x: (coords[0] ?? 0) + 0, y: (coords[1] ?? 0) + 0, rest };
}
