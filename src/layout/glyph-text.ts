/**
 * Which characters a glyph stands for. A glyph that the character map reaches is looked up there; one glyph
 * may stand for several characters (Đ and Ð, µ and μ), so those that occur in the content are preferred.
 * Ligatures and alternates are found by shaping the content's own words.
 */

import type { FontFace } from "../base/font/face.ts";
import { openFont } from "../base/font/open-font.ts";

/** The text of a glyph, "" for the later glyphs of a cluster. */
export type GlyphText = (face: FontFace, glyph: number) => string;

/** Features that make alternates of letters and digits (OpenType feature registry). */
const FEATURES = [
  "smcp",
  "c2sc",
  "onum",
  "lnum",
  "tnum",
  "pnum",
  "zero",
  "frac",
  "ordn",
  "sups",
  "subs",
  "salt",
  "ss01",
  "ss02",
  "ss03",
  "case",
  "dlig",
];

/** U+00A0 keeps words together on the page; whoever copies or searches the text wants a plain space. */
const PLAIN: Readonly<Record<string, string>> = {
  "\u00a0": " ",
  "\u202f": " ",
  "\u2011": "-",
  "\u00ad": "-",
};

/** @param content every string that may appear in the layout */
export function glyphTextOf(content: readonly string[]): GlyphText {
  const variants = content.flatMap((text) => [text, text.toUpperCase(), text.toLowerCase()]);
  const characters = new Set(variants.flatMap((text) => [...text]));
  const known = new Map<FontFace, Map<number, string>>();
  const shaped = new Map<FontFace, Map<number, string>>();

  const fromWords = (face: FontFace): Map<number, string> => {
    let found = shaped.get(face);
    if (!found) {
      found = new Map();
      const font = openFont(face);
      const words = new Set(variants.flatMap((text) => text.split(/\s+/)));
      for (const features of [[], ...FEATURES.map((feature) => [feature])]) {
        for (const word of words) {
          const glyphs = font.shape(word, features);
          glyphs.forEach((glyph, i) => {
            const first = i === 0 || glyphs[i - 1]!.cluster !== glyph.cluster;
            const end =
              glyphs.slice(i + 1).find((next) => next.cluster > glyph.cluster)?.cluster ?? word.length;
            if (!found!.has(glyph.id)) found!.set(glyph.id, first ? word.slice(glyph.cluster, end) : "");
          });
        }
      }
      shaped.set(face, found);
    }
    return found;
  };

  return (face, glyph) => {
    let texts = known.get(face);
    if (!texts) {
      texts = new Map();
      known.set(face, texts);
    }
    let text = texts.get(glyph);
    if (text === undefined) {
      const candidates = openFont(face)
        .charactersOf(glyph)
        .map((codePoint) => String.fromCodePoint(codePoint));
      const character = candidates.find((candidate) => characters.has(candidate)) ?? candidates[0];
      text =
        character === undefined ? (fromWords(face).get(glyph) ?? "\ufffd") : (PLAIN[character] ?? character);
      texts.set(glyph, text);
    }
    return text;
  };
}

/** Characters of the content that no face has, each once. Blanks and default-ignorables need no glyph. */
export function uncoveredCharacters(content: readonly string[], faces: readonly FontFace[]): string[] {
  const fonts = faces.map(openFont);
  const characters = new Set(content.flatMap((text) => [...text]));
  return [...characters].filter((character) => {
    if (/[\s\p{Default_Ignorable_Code_Point}\p{Cc}]/u.test(character)) return false;
    const codePoint = character.codePointAt(0)!;
    return !fonts.some((font) => font.glyphFor(codePoint) !== 0);
  });
}
