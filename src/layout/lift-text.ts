/** Takes the marks (marker-code.ts) out of satori's SVG and says which glyphs they stood for. */

import type { FontFace } from "../base/font/face.ts";
import { type OpenFont, openFont } from "../base/font/open-font.ts";
import { type Rect, rect, union } from "../base/geometry.ts";
import type { Glyph } from "../model/scene.ts";
import type { GlyphText } from "./glyph-text.ts";
import { MARK_POINTS, type Marked, readMark } from "./marker-code.ts";

/** Glyphs of one face, size and slant on one line. Lengths in px. */
export interface LiftedRun {
  readonly face: FontFace;
  readonly size: number;
  readonly skew: number;
  readonly glyphs: readonly Glyph[];
  readonly text: string;
  /** The ink. */
  readonly bounds: Rect | null;
}

export interface LiftedText {
  /** The SVG, each text path replaced by a rectangle over its ink whose id is a key of `texts`. */
  readonly svg: string;
  readonly texts: ReadonlyMap<string, readonly LiftedRun[]>;
  /** How many glyphs were .notdef: characters that no face has. */
  readonly missing: number;
}

const PATH_DATA = / d="(M[^"]*)"/g;

export function liftText(svg: string, faces: readonly FontFace[], glyphText: GlyphText): LiftedText {
  const texts = new Map<string, readonly LiftedRun[]>();
  let missing = 0;
  const lifted = svg.replace(PATH_DATA, (attribute, data: string) => {
    const marks = readMarks(data, faces);
    if (!marks.length) return attribute;
    const drawn = marks.filter((mark) => mark.glyph !== 0);
    missing += marks.length - drawn.length;
    const runs = splitRuns(drawn, faces).map((run) => toRun(run, faces, glyphText));
    const bounds = runs.reduce<Rect | null>((all, run) => union(all, run.bounds), null);
    if (!bounds) return ' d=""';
    const id = `text-${texts.size}`;
    texts.set(id, runs);
    const { x, y, width, height } = bounds;
    return ` id="${id}" d="M${x} ${y}h${width}v${height}h${-width}Z"`;
  });
  return { svg: lifted, texts, missing };
}

const NUMBER = /-?[\d.]+(?:e-?\d+)?/g;

function readMarks(data: string, faces: readonly FontFace[]): Marked[] {
  const marks: Marked[] = [];
  for (const contour of data.split("M")) {
    // A mark is written as M and six L: anything else is a real outline kept beside it.
    let lines = 0;
    for (let i = 0; i < contour.length; i++) {
      const c = contour.charCodeAt(i);
      if (c === 76) lines++;
      else if (c === 81 || c === 67) {
        lines = -1;
        break;
      }
    }
    if (lines !== MARK_POINTS - 1) continue;
    const points = contour.match(NUMBER)?.map(Number) ?? [];
    if (points.length !== MARK_POINTS * 2) continue;
    const mark = readMark(points, 0);
    if (mark && mark.face < faces.length) marks.push(mark);
  }
  return marks;
}

/** Splits at a change of face or slant, and at a new line. */
function splitRuns(marks: readonly Marked[], faces: readonly FontFace[]): Marked[][] {
  const runs: Marked[][] = [];
  for (const mark of marks) {
    const run = runs.at(-1);
    const first = run?.[0];
    const last = run?.at(-1);
    const em = mark.scale * openFont(faces[mark.face]!).metrics.unitsPerEm;
    const continues =
      first &&
      last &&
      first.face === mark.face &&
      first.skew === mark.skew &&
      Math.abs(first.y - mark.y) < em * 0.5 &&
      mark.x > last.x - em * 0.8;
    if (continues) run.push(mark);
    else runs.push([mark]);
  }
  return runs;
}

function toRun(marks: readonly Marked[], faces: readonly FontFace[], glyphText: GlyphText): LiftedRun {
  const face = faces[marks[0]!.face]!;
  const font = openFont(face);
  // All marks of a run share one scale, so their mean is finer than what 0.1 px rounding leaves of each.
  const scale = marks.reduce((sum, mark) => sum + mark.scale, 0) / marks.length;
  const size = Math.round(scale * font.metrics.unitsPerEm * 100) / 100;
  const perUnit = size / font.metrics.unitsPerEm;
  const baseline = commonBaseline(marks);
  const glyphs: Glyph[] = [];
  marks.forEach((mark, i) => {
    const advance = font.advance(mark.glyph) * perUnit;
    const next = marks[i + 1];
    // HarfBuzz draws default-ignorable characters (soft hyphen, joiners) as a space without width.
    if (next && advance > 0 && next.x - mark.x < 0.1 && isBlank(font, mark.glyph)) return;
    glyphs.push({
      id: mark.glyph,
      x: mark.x,
      y: Math.abs(mark.y - baseline) < 0.15 ? baseline : mark.y,
      advance,
      text: glyphText(face, mark.glyph),
    });
  });
  const skew = marks[0]!.skew;
  return { face, size, skew, glyphs, text: readingOrder(glyphs), bounds: inkOf(glyphs, font, perUnit, skew) };
}

/** The y that most glyphs share; combining marks may sit off it. */
function commonBaseline(marks: readonly Marked[]): number {
  const ys = marks.map((mark) => mark.y).sort((a, b) => a - b);
  const middle = ys[ys.length >> 1]!;
  const near = ys.filter((y) => Math.abs(y - middle) < 0.15);
  return near.reduce((sum, y) => sum + y, 0) / near.length;
}

const isBlank = (font: OpenFont, glyph: number) => font.bounds(glyph) === null;

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Glyphs come from left to right; text of right-to-left scripts reads the other way. */
function readingOrder(glyphs: readonly Glyph[]): string {
  const texts = glyphs.map((glyph) => glyph.text);
  const text = texts.join("");
  return (RIGHT_TO_LEFT.test(text) ? texts.reverse().join("") : text).normalize("NFC");
}

function inkOf(glyphs: readonly Glyph[], font: OpenFont, perUnit: number, skew: number): Rect | null {
  let bounds: Rect | null = null;
  for (const glyph of glyphs) {
    const ink = font.bounds(glyph.id);
    if (!ink) continue;
    const left = ink.x0 + Math.min(ink.y0 * skew, ink.y1 * skew);
    const right = ink.x1 + Math.max(ink.y0 * skew, ink.y1 * skew);
    bounds = union(
      bounds,
      rect(
        glyph.x + left * perUnit,
        glyph.y - ink.y1 * perUnit,
        (right - left) * perUnit,
        (ink.y1 - ink.y0) * perUnit,
      ),
    );
  }
  return bounds;
}
