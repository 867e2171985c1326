/** The slug line: which job this is, for whoever finds the sheet on a table. */

import { clusterEnd } from "../../base/font/cluster-end.ts";
import type { FontFace } from "../../base/font/face.ts";
import { type OpenFont, openFont } from "../../base/font/open-font.ts";
import { foundOnce } from "../../base/found-once.ts";
import { Recent } from "../../base/recent.ts";
import type { Mm } from "../../base/units.ts";
import { markColor } from "../../model/mark-ink.ts";
import type { Fill, Glyph, GlyphRun } from "../../model/scene.ts";

/** The em: about 6 pt. */
const TEXT_SIZE: Mm = 2.1;
/** Vietnamese stacked marks need 1.3 at least (docs/sources.md). */
const LEADING: Mm = TEXT_SIZE * 1.4;
const SEPARATOR = "  ·  ";

export interface SlugText {
  readonly lines: readonly SlugLine[];
  readonly face: FontFace;
}

/** What stands beside each other, and how wide it is. */
interface SlugLine {
  readonly words: readonly SetWord[];
  /** In the font's units. */
  readonly units: number;
}

/** A word, a figure or a space: what is drawn for it, in the font's units. */
interface SetWord {
  readonly text: string;
  readonly glyphs: readonly Glyph[];
  readonly units: number;
}

/** The parts as lines no wider than `width`; a part that is wider alone stays on a line of its own. */
export function slugText(parts: readonly string[], face: FontFace, width: Mm): SlugText {
  const most = (width * openFont(face).metrics.unitsPerEm) / TEXT_SIZE;
  const separator = setPart(SEPARATOR, face);
  const lines: { readonly words: SetWord[]; units: number }[] = [];
  for (const part of parts) {
    if (part === "") continue;
    const { words, units } = setPart(part, face);
    const line = lines.at(-1);
    const together = line ? line.units + separator.units + units : Number.POSITIVE_INFINITY;
    if (!line || together > most) lines.push({ words: [...words], units });
    else {
      line.words.push(...separator.words, ...words);
      line.units = together;
    }
  }
  return { lines, face };
}

export const slugHeight = ({ lines }: SlugText): Mm => lines.length * LEADING;

/** Lines one under the other from the top left corner (x, y). A line wider than `width` is set smaller. */
export function slugRuns(
  { lines, face }: SlugText,
  { x, y, width }: { readonly x: Mm; readonly y: Mm; readonly width: Mm },
): readonly GlyphRun[] {
  // Ascenders with stacked marks reach about 1.05 em over the baseline.
  return lines.map((line, i) => glyphRun(line, face, width, x, y + i * LEADING + TEXT_SIZE * 1.05));
}

/** Most parts recur from sheet to sheet. More than the sheets of a run have. */
const MOST_PARTS = 16;

interface SetPart extends SlugLine {
  readonly part: string;
}

const partsOf = foundOnce((_: FontFace) => new Recent<SetPart>(MOST_PARTS));

function setPart(part: string, face: FontFace): SetPart {
  const recent = partsOf(face);
  let set = recent.take((each) => each.part === part);
  if (!set) {
    set = { part, ...setLine(part, face) };
    recent.put(set);
  }
  return set;
}

/** Of the others the words do. A figure stands alone: of numbers, dates and digests few recur, of their figures all. */
const WORD = /\s+|\d|[^\s\d]+/g;
/** Past it the count starts anew. */
const MOST_WORDS = 2000;

const wordsOf = foundOnce((_: FontFace) => new Map<string, SetWord>());

function setLine(text: string, face: FontFace): SlugLine {
  const known = wordsOf(face);
  const words: SetWord[] = [];
  let units = 0;
  for (const word of text.match(WORD) ?? []) {
    let set = known.get(word);
    if (!set) {
      set = setWord(word, openFont(face));
      if (known.size >= MOST_WORDS) known.clear();
      known.set(word, set);
    }
    words.push(set);
    units += set.units;
  }
  return { words, units };
}

function setWord(word: string, font: OpenFont): SetWord {
  const text = drawable(word, font);
  const shaped = font.shape(text);
  let units = 0;
  const glyphs = shaped.map(({ id, cluster, dx, dy, advance }, i): Glyph => {
    const x = units + dx;
    units += advance;
    const isFirst = i === 0 || shaped[i - 1]!.cluster !== cluster;
    return {
      id,
      x,
      y: dy,
      advance,
      text: isFirst ? text.slice(cluster, clusterEnd(shaped, i, text.length)) : "",
    };
  });
  return { text, glyphs, units };
}

/** Characters that the face lacks become “?”: a print file must not hold `.notdef`. */
const drawable = (text: string, font: OpenFont): string =>
  Array.from(text.normalize("NFC"), (character) =>
    font.glyphFor(character.codePointAt(0)!) === 0 ? "?" : character,
  ).join("");

const INK: Fill = { paint: { kind: "solid", color: markColor("slug"), alpha: 1 }, rule: "nonzero" };

function glyphRun({ words, units }: SlugLine, face: FontFace, width: Mm, x: Mm, y: Mm): GlyphRun {
  const { unitsPerEm } = openFont(face).metrics;
  const size = TEXT_SIZE * Math.min(1, width / Math.max(1e-6, (units * TEXT_SIZE) / unitsPerEm));
  const unit = size / unitsPerEm;
  const glyphs: Glyph[] = [];
  let text = "";
  let pen = x;
  for (const word of words) {
    for (const glyph of word.glyphs) {
      glyphs.push({
        id: glyph.id,
        x: pen + glyph.x * unit,
        y: y - glyph.y * unit,
        advance: glyph.advance * unit,
        text: glyph.text,
      });
    }
    text += word.text;
    pen += word.units * unit;
  }
  return {
    kind: "glyphs",
    font: face.id,
    size,
    skew: 0,
    glyphs,
    text,
    fill: INK,
    stroke: null,
    paintOrder: "fill-first",
  };
}
