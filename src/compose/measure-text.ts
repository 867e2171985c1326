/** What templates may ask about type: widths, reach of letters and vertical metrics, read from the faces themselves. */

import { countCharacters } from "../base/count-characters.ts";
import type { FontFace } from "../base/font/face.ts";
import { faceFor } from "../base/font/face-for.ts";
import { type OpenFont, openFont } from "../base/font/open-font.ts";
import { foundOnce } from "../base/found-once.ts";
import { Latest } from "../base/latest.ts";
import type { Face, LetterExtent, PageContext, Reach } from "../model/template.ts";

export type TextMeasures = Pick<PageContext, "measure" | "extents" | "reach" | "metrics">;

/** One word with the spaces behind it, as layout shapes it. Lengths in em. */
interface Word {
  readonly width: number;
  readonly length: number;
  /** From the word's own start; `null` until somebody asks. */
  letters: readonly LetterExtent[] | null;
  /** `null` for one of blanks; `undefined` until somebody asks. */
  reach: Reach | null | undefined;
}

interface KnownFace {
  readonly font: OpenFont;
  readonly metrics: ReturnType<PageContext["metrics"]>;
  readonly words: Latest<Word>;
}

/** More words than the pieces of one school have, by face. */
const WORDS_KEPT = 1600;

/**
 * Measures as layout does: satori shapes a line word by word, each with the space behind it. What one page measured,
 * the next need not.
 */
export const textMeasures = foundOnce((fonts: readonly FontFace[]): TextMeasures => {
  const families = new Map<string, Map<number, KnownFace>>();
  const faceOf = (face: Face): KnownFace => {
    let weights = families.get(face.family);
    if (!weights) {
      weights = new Map();
      families.set(face.family, weights);
    }
    let entry = weights.get(face.weight);
    if (!entry) {
      const font = openFont(faceFor(fonts, face));
      entry = { font, metrics: metricsOf(font), words: new Latest(WORDS_KEPT) };
      weights.set(face.weight, entry);
    }
    return entry;
  };
  return {
    measure: (line, face) => {
      const entry = faceOf(face);
      let width = 0;
      for (let start = 0; start < line.length; ) {
        const end = wordEnd(line, start);
        width += wordOf(entry, line.slice(start, end)).width;
        start = end;
      }
      return width;
    },
    extents: (line, face) => {
      const entry = faceOf(face);
      const extents: LetterExtent[] = [];
      let x = 0;
      let before = 0;
      for (let start = 0; start < line.length; ) {
        const end = wordEnd(line, start);
        const text = line.slice(start, end);
        const word = wordOf(entry, text);
        word.letters ??= lettersOf(entry.font, text);
        for (const letter of word.letters) {
          extents.push({
            ...letter,
            before: letter.before + before,
            left: letter.left + x,
            right: letter.right + x,
          });
        }
        x += word.width;
        before += word.length;
        start = end;
      }
      return extents;
    },
    reach: (line, face) => {
      const entry = faceOf(face);
      let above = Number.NEGATIVE_INFINITY;
      let below = Number.NEGATIVE_INFINITY;
      for (let start = 0; start < line.length; ) {
        const end = wordEnd(line, start);
        const text = line.slice(start, end);
        const word = wordOf(entry, text);
        if (word.reach === undefined) word.reach = reachOf(entry.font, text);
        if (word.reach) {
          above = Math.max(above, word.reach.above);
          below = Math.max(below, word.reach.below);
        }
        start = end;
      }
      return above === Number.NEGATIVE_INFINITY ? null : { above, below };
    },
    metrics: (face) => faceOf(face).metrics,
  };
});

/** Where the word that starts there ends, with the spaces behind it; blanks that begin a line are a word. */
function wordEnd(line: string, start: number): number {
  let end = line.indexOf(" ", start);
  if (end < 0) return line.length;
  while (line[end] === " ") end++;
  return end;
}

function wordOf({ font, words }: KnownFace, text: string): Word {
  let word = words.get(text);
  if (!word) {
    let advance = 0;
    for (const glyph of font.shape(text)) advance += glyph.advance;
    word = {
      width: advance / font.metrics.unitsPerEm,
      length: countCharacters(text),
      letters: null,
      reach: undefined,
    };
    words.set(text, word);
  }
  return word;
}

/** How far the glyphs of a shaped word leave the baseline; `null` where none leaves ink. */
function reachOf(font: OpenFont, word: string): Reach | null {
  const { unitsPerEm } = font.metrics;
  let above = Number.NEGATIVE_INFINITY;
  let below = Number.POSITIVE_INFINITY;
  for (const { id, dy } of font.shape(word)) {
    const bounds = font.bounds(id);
    if (!bounds) continue;
    above = Math.max(above, dy + bounds.y1);
    below = Math.min(below, dy + bounds.y0);
  }
  if (above === Number.NEGATIVE_INFINITY) return null;
  return { above: above / unitsPerEm, below: -below / unitsPerEm };
}

/** The clusters of a shaped word that leave ink, marks and ligatures included. */
function lettersOf(font: OpenFont, word: string): readonly LetterExtent[] {
  const { unitsPerEm } = font.metrics;
  const glyphs = font.shape(word);
  const starts = [...new Set(glyphs.map((glyph) => glyph.cluster)), word.length].sort((a, b) => a - b);
  let x = 0;
  const inked = glyphs.flatMap((glyph) => {
    const bounds = font.bounds(glyph.id);
    const left = x + glyph.dx;
    x += glyph.advance;
    return bounds === null ? [] : [{ cluster: glyph.cluster, bounds, left, up: glyph.dy }];
  });
  return starts.slice(0, -1).flatMap((start, i) => {
    const parts = inked.filter((part) => part.cluster === start);
    if (parts.length === 0) return [];
    return {
      letter: word.slice(start, starts[i + 1]),
      before: [...word.slice(0, start)].length,
      left: Math.min(...parts.map(({ left, bounds }) => left + bounds.x0)) / unitsPerEm,
      right: Math.max(...parts.map(({ left, bounds }) => left + bounds.x1)) / unitsPerEm,
      above: Math.max(...parts.map(({ up, bounds }) => up + bounds.y1)) / unitsPerEm,
      below: -Math.min(...parts.map(({ up, bounds }) => up + bounds.y0)) / unitsPerEm,
    };
  });
}

/** satori stacks lines by the ascender and descender of `hhea`. */
function metricsOf({ metrics }: OpenFont): ReturnType<PageContext["metrics"]> {
  const em = (units: number) => units / metrics.unitsPerEm;
  return {
    ascender: em(metrics.ascender),
    descender: em(metrics.descender),
    xHeight: em(metrics.xHeight),
    capHeight: em(metrics.capHeight),
  };
}
