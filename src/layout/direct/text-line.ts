/**
 * One line of text as satori sets it: words with the space behind them, each shaped on its own and set where the
 * widths before it end. Lengths in px.
 */

import { clusterEnd } from "../../base/font/cluster-end.ts";
import type { FontFace } from "../../base/font/face.ts";
import { faceFor } from "../../base/font/face-for.ts";
import { type OpenFont, openFont } from "../../base/font/open-font.ts";
import { foundOnce } from "../../base/found-once.ts";
import type { Glyph } from "../../model/scene.ts";
import { outside } from "./subset.ts";

export interface TextStyle {
  readonly family: string;
  readonly weight: number;
  /** The em. */
  readonly size: number;
  /** In em. */
  readonly lineHeight: number;
  /** Added after every character. */
  readonly tracking: number;
  readonly color: string;
}

export interface TextLine {
  /** As it is copied and searched. */
  readonly text: string;
  readonly face: FontFace;
  readonly style: TextStyle;
  readonly width: number;
  /** Whole px: so satori stacks lines. */
  readonly height: number;
  /** From the top of the line down to the baseline, whole px. */
  readonly baseline: number;
  readonly words: readonly PlacedWord[];
}

interface PlacedWord {
  readonly word: Word;
  /** From the start of the line. */
  readonly x: number;
}

/** A word with the space behind it. */
interface Word {
  /** As it is copied and searched. */
  readonly text: string;
  readonly glyphs: readonly WordGlyph[];
  /** It is as wide as its parts, which are measured on their own. */
  readonly parts: readonly Part[];
}

interface Part {
  /** In font units. */
  readonly advance: number;
  /** Characters: clusters of the shaped text. */
  readonly length: number;
}

/** In font units. */
interface WordGlyph {
  readonly id: number;
  readonly x: number;
  readonly advance: number;
  /** Clusters before it in the word. */
  readonly before: number;
  readonly text: string;
}

/** A word with at most one space behind it, and only signs of which it is known where lines may break. */
const KNOWN = /^[\p{L}\p{N}\u00a0\u2011.,:;!?()%+@#&*·'"“”‘’_°₫\-–/]+ ?$/u;
/** Where a word may break without a space (UAX 14): satori measures the parts on their own. */
const BREAK = /(?<=[-–/])(?=\p{L}|[“"(])|(?<=–)(?=\p{N})|(?<=[!?])(?=[\p{L}\p{N}])|(?<=[.,:;])(?=\()/u;

/** @throws OutsideSubset for text that one upright face cannot set from left to right on one baseline */
export function setTextLine(text: string, style: TextStyle, faces: readonly FontFace[]): TextLine {
  if (text === "") outside("no text");
  const known = knownFace(style, faces);
  const { unitsPerEm, ascender, descender, weightClass } = known.font.metrics;
  if (style.weight >= 600 && weightClass < 600) outside("a synthetic bold");
  const { size, tracking } = style;
  const words: PlacedWord[] = [];
  let plain = "";
  let x = 0;
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf(" ", start) + 1 || text.length;
    const word = wordOf(known, text.slice(start, end));
    words.push({ word, x });
    plain += word.text;
    for (const { advance, length } of word.parts) x += (advance / unitsPerEm) * size + tracking * length;
    start = end;
  }
  // satori rounds ascent and descent to px and halves what the line has more than them downwards.
  const ascent = Math.round((ascender / unitsPerEm) * size);
  const descent = Math.round((-descender / unitsPerEm) * size);
  const line = size * style.lineHeight;
  return {
    text: plain,
    face: known.face,
    style,
    width: x,
    height: Math.round(line),
    baseline: Math.round(ascent + Math.floor((line - ascent - descent) / 2)),
    words,
  };
}

/** The line's glyphs with its start at (x, y), multiplied by `unit`. */
export function glyphsOf({ face, style, words }: TextLine, x: number, y: number, unit: number): Glyph[] {
  const { size, tracking } = style;
  const font = openFont(face);
  const scale = size / font.metrics.unitsPerEm;
  const glyphs: Glyph[] = [];
  for (const { word, x: start } of words) {
    for (const { id, x: inWord, advance, before, text } of word.glyphs) {
      glyphs.push({
        id,
        x: (x + start + inWord * scale + before * tracking) * unit,
        y: y * unit,
        advance: advance * scale * unit,
        text,
      });
    }
  }
  return glyphs;
}

interface KnownFace {
  readonly face: FontFace;
  readonly font: OpenFont;
  readonly words: Map<string, Word>;
}

/** By family, then by weight. */
const facesOf = foundOnce<readonly FontFace[], Map<string, Map<number, KnownFace>>>(() => new Map());

function knownFace({ family, weight }: TextStyle, faces: readonly FontFace[]): KnownFace {
  const families = facesOf(faces);
  let weights = families.get(family);
  if (!weights) {
    weights = new Map();
    families.set(family, weights);
  }
  let found = weights.get(weight);
  if (!found) {
    const face = faceOrNone(faces, family, weight) ?? outside(`no face of the family ${family}`);
    found = { face, font: openFont(face), words: new Map() };
    weights.set(weight, found);
  }
  return found;
}

function faceOrNone(faces: readonly FontFace[], family: string, weight: number): FontFace | null {
  try {
    return faceFor(faces, { family, weight });
  } catch {
    return null;
  }
}

/** More words than the pieces of one school have, by face; past it the count starts anew. */
const WORDS_KEPT = 800;

function wordOf({ font, words }: KnownFace, text: string): Word {
  let word = words.get(text);
  if (!word) {
    word = shapeWord(font, text);
    if (words.size >= WORDS_KEPT) words.clear();
    words.set(text, word);
  }
  return word;
}

function shapeWord(font: OpenFont, text: string): Word {
  if (!KNOWN.test(text)) outside("unusual spaces or signs");
  const whole = shape(font, text);
  const parts = BREAK.test(text) ? text.split(BREAK).map((part) => shape(font, part)) : [whole];
  return { text: text.replace(NO_BREAK, plain), glyphs: whole.glyphs, parts };
}

/** Who copies or searches text wants plain spaces and hyphens. */
const NO_BREAK = /[\u00a0\u2011]/g;
const plain = (character: string): string =>
  character === "\u00a0" ? " " : character === "\u2011" ? "-" : character;

function shape(font: OpenFont, text: string): Part & Pick<Word, "glyphs"> {
  const shaped = font.shape(text);
  const glyphs: WordGlyph[] = [];
  let x = 0;
  let length = 0;
  shaped.forEach(({ id, cluster, advance, dx, dy }, i) => {
    if (id === 0) outside(`a character that ${font.face.postScriptName} has not`);
    if (dy !== 0) outside("a mark off the baseline");
    const next = shaped[i + 1];
    if (next && next.cluster < cluster) outside("text from right to left");
    const isFirst = shaped[i - 1]?.cluster !== cluster;
    const characters = isFirst ? text.slice(cluster, clusterEnd(shaped, i, text.length)) : "";
    glyphs.push({
      id,
      x: x + dx,
      advance: font.advance(id),
      before: length,
      text: plain(characters),
    });
    x += advance;
    if (next?.cluster !== cluster) length++;
  });
  return { glyphs, advance: x, length };
}
