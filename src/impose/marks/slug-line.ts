/** The slug line: which job this is, for whoever finds the sheet on a table. */

import type { FontFace } from "../../base/font/face.ts";
import { type OpenFont, openFont, type ShapedGlyph } from "../../base/font/open-font.ts";
import type { Mm } from "../../base/units.ts";
import { markColor } from "../../model/mark-ink.ts";
import type { Glyph, GlyphRun } from "../../model/scene.ts";

/** The em: about 6 pt. */
const TEXT_SIZE: Mm = 2.1;
/** Vietnamese stacked marks need 1.3 at least (facts.md d). */
const LEADING: Mm = TEXT_SIZE * 1.4;
const SEPARATOR = "  ·  ";

/** The parts as lines no wider than `width`; a part that is wider alone stays on a line of its own. */
export function slugLines(parts: readonly string[], face: FontFace, width: Mm): readonly string[] {
  const lines: string[] = [];
  for (const part of parts.filter((each) => each !== "").map((each) => drawable(each, face))) {
    const last = lines.at(-1);
    const joined = last === undefined ? part : `${last}${SEPARATOR}${part}`;
    if (last !== undefined && widthOf(joined, face) > width) lines.push(part);
    else lines.splice(Math.max(0, lines.length - 1), 1, joined);
  }
  return lines;
}

export const slugHeight = (lines: readonly string[]): Mm => lines.length * LEADING;

/** Lines one under the other from the top left corner (x, y). A line wider than `width` is set smaller. */
export function slugRuns(
  lines: readonly string[],
  face: FontFace,
  { x, y, width }: { readonly x: Mm; readonly y: Mm; readonly width: Mm },
): readonly GlyphRun[] {
  return lines.map((text, i) => {
    const size = TEXT_SIZE * Math.min(1, width / Math.max(1e-6, widthOf(text, face)));
    // Ascenders with stacked marks reach about 1.05 em over the baseline.
    return glyphRun(text, face, size, x, y + i * LEADING + TEXT_SIZE * 1.05);
  });
}

/** Characters that the face lacks become “?”: a print file must not hold `.notdef`. */
function drawable(text: string, face: FontFace): string {
  const font = openFont(face);
  return [...text.normalize("NFC")]
    .map((character) => (font.glyphFor(character.codePointAt(0)!) === 0 ? "?" : character))
    .join("");
}

function widthOf(text: string, face: FontFace): Mm {
  const font = openFont(face);
  let units = 0;
  // Each part on its own: most of them stand on every sheet of a run.
  for (const part of text.split(PARTS)) for (const { advance } of font.shape(part)) units += advance;
  return (units * TEXT_SIZE) / font.metrics.unitsPerEm;
}

/** Shaped as {@link widthOf} measures it. */
function shaped(text: string, font: OpenFont): readonly ShapedGlyph[] {
  let start = 0;
  return text.split(PARTS).flatMap((part) => {
    const at = start;
    start += part.length;
    return font.shape(part).map((glyph) => ({ ...glyph, cluster: glyph.cluster + at }));
  });
}

const PARTS = new RegExp(`(${SEPARATOR})`);

function glyphRun(text: string, face: FontFace, size: Mm, x: Mm, y: Mm): GlyphRun {
  const font = openFont(face);
  const unit = size / font.metrics.unitsPerEm;
  const all = shaped(text, font);
  let pen = x;
  const glyphs = all.map((glyph, i): Glyph => {
    const start = pen;
    pen += glyph.advance * unit;
    const next = all.slice(i + 1).find((later) => later.cluster > glyph.cluster);
    const isFirst = i === 0 || all[i - 1]!.cluster !== glyph.cluster;
    return {
      id: glyph.id,
      x: start + glyph.dx * unit,
      y: y - glyph.dy * unit,
      advance: glyph.advance * unit,
      text: isFirst ? text.slice(glyph.cluster, next?.cluster ?? text.length) : "",
    };
  });
  return {
    kind: "glyphs",
    font: face.id,
    size,
    skew: 0,
    glyphs,
    text,
    fill: { paint: { kind: "solid", color: markColor("slug"), alpha: 1 }, rule: "nonzero" },
    stroke: null,
    paintOrder: "fill-first",
  };
}
