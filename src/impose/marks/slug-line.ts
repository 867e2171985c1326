/** The slug line: which job this is, for whoever finds the sheet on a table. */

import { LRUCache } from "lru-cache";
import { clusterEnd } from "../../base/font/cluster-end.ts";
import type { FontFace } from "../../base/font/face.ts";
import { openFont, type ShapedGlyph } from "../../base/font/open-font.ts";
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
  const most = (width * openFont(face).metrics.unitsPerEm) / TEXT_SIZE;
  const separator = setPart(SEPARATOR, face).units;
  let units = 0;
  for (const part of parts.filter((each) => each !== "")) {
    const set = setPart(part, face);
    const joined = units + separator + set.units;
    if (lines.length === 0 || joined > most) {
      lines.push(set.text);
      units = set.units;
    } else {
      lines.push(lines.pop() + SEPARATOR + set.text);
      units = joined;
    }
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
  // Ascenders with stacked marks reach about 1.05 em over the baseline.
  return lines.map((text, i) => glyphRun(text, face, width, x, y + i * LEADING + TEXT_SIZE * 1.05));
}

/** A part of a line: what is drawn for it, and how wide that is. */
interface SetPart {
  readonly text: string;
  readonly glyphs: readonly ShapedGlyph[];
  /** In the font's units. */
  readonly units: number;
}

/** Most parts stand on every sheet of a run. */
const MOST_KEPT = 200;
const sets = new WeakMap<FontFace, LRUCache<string, SetPart>>();

function setPart(part: string, face: FontFace): SetPart {
  const known = sets.get(face) ?? new LRUCache({ max: MOST_KEPT });
  sets.set(face, known);
  let set = known.get(part);
  if (!set) {
    const text = drawable(part, face);
    const glyphs = openFont(face).shape(text);
    set = { text, glyphs, units: glyphs.reduce((sum, { advance }) => sum + advance, 0) };
    known.set(part, set);
  }
  return set;
}

/** Characters that the face lacks become “?”: a print file must not hold `.notdef`. */
function drawable(text: string, face: FontFace): string {
  const font = openFont(face);
  return [...text.normalize("NFC")]
    .map((character) => (font.glyphFor(character.codePointAt(0)!) === 0 ? "?" : character))
    .join("");
}

const partsOf = (line: string, face: FontFace): readonly SetPart[] =>
  line.split(BETWEEN_PARTS).map((part) => setPart(part, face));

const BETWEEN_PARTS = new RegExp(`(${SEPARATOR})`);

function glyphRun(text: string, face: FontFace, width: Mm, x: Mm, y: Mm): GlyphRun {
  const parts = partsOf(text, face);
  const { unitsPerEm } = openFont(face).metrics;
  const units = parts.reduce((sum, part) => sum + part.units, 0);
  const size = TEXT_SIZE * Math.min(1, width / Math.max(1e-6, (units * TEXT_SIZE) / unitsPerEm));
  const unit = size / unitsPerEm;
  let pen = x;
  const glyphs = parts.flatMap((part) =>
    part.glyphs.map((glyph, i): Glyph => {
      const start = pen;
      pen += glyph.advance * unit;
      const isFirst = i === 0 || part.glyphs[i - 1]!.cluster !== glyph.cluster;
      return {
        id: glyph.id,
        x: start + glyph.dx * unit,
        y: y - glyph.dy * unit,
        advance: glyph.advance * unit,
        text: isFirst ? part.text.slice(glyph.cluster, clusterEnd(part.glyphs, i, part.text.length)) : "",
      };
    }),
  );
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
