/**
 * The codes by which content streams show glyphs: pure functions of the face, so that they do not depend on what else
 * a file shows, and all files, forms and threads agree on them.
 *
 * A code stands for one glyph *and* one text, so that extraction is exact even where a face draws two characters
 * alike (Đ U+0110 and Ð U+00D0, the two spaces).
 */

import type { FontFace } from "../../base/font/face.ts";
import { type OpenFont, openFont } from "../../base/font/open-font.ts";
import { readTables } from "../../base/font/sfnt.ts";
import { cidsOf } from "./cff.ts";
import { hex16 } from "./string.ts";

export interface GlyphCode {
  readonly code: number;
  /** The code as four hex digits. */
  readonly hex: string;
  /** What the code is to say; of several that a code is asked for, the first counts. Empty for nothing. */
  readonly says: string;
  /** Whether the code alone tells the text. If not, the text must be said with /ActualText. */
  readonly exact: boolean;
}

/** A face as content streams use it. */
export interface CodedFont {
  readonly font: OpenFont;
  code(glyph: number, text: string): GlyphCode;
  /** The glyph that a code shows. */
  glyphOf(code: number): number;
  /** The glyph's width as the file says it, in thousandths of the em. */
  width(glyph: number): number;
}

/** Codes have two bytes (ISO 32000-1 §9.7.5.2, Identity-H). */
const CODES = 0x10000;

const fonts = new Map<string, CodedFont>();

/** Opens a face once per process. */
export function codedFont(face: FontFace): CodedFont {
  let font = fonts.get(face.id);
  if (!font) {
    font = open(openFont(face));
    fonts.set(face.id, font);
  }
  return font;
}

function open(font: OpenFont): CodedFont {
  const isTrueType = font.outlines === "truetype";
  const choose = isTrueType ? glyphAndText(font) : glyphAlone(font);
  const codes = new Map<number, Map<string, GlyphCode>>();
  /** Most glyphs always stand for the same text: by glyph, the first that was asked for. */
  const first = new Array<{ readonly text: string; readonly coded: GlyphCode } | undefined>(font.glyphCount);
  const widths = new Array<number | undefined>(font.glyphCount);
  return {
    font,
    code(glyph, text) {
      const usual = first[glyph];
      if (usual?.text === text) return usual.coded;
      let ofGlyph = codes.get(glyph);
      if (!ofGlyph) {
        ofGlyph = new Map();
        codes.set(glyph, ofGlyph);
      }
      let known = ofGlyph.get(text);
      if (!known) {
        known = choose.code(glyph, text);
        ofGlyph.set(text, known);
        first[glyph] ??= { text, coded: known };
      }
      return known;
    },
    glyphOf: choose.glyphOf,
    width(glyph) {
      let width = widths[glyph];
      if (width === undefined) {
        width = Math.round((font.advance(glyph) * 1e6) / font.metrics.unitsPerEm) / 1e3;
        widths[glyph] = width;
      }
      return width;
    },
  };
}

type Choice = Pick<CodedFont, "code" | "glyphOf">;

/**
 * TrueType: CIDs are free, for a map leads from them to glyphs. The first range of codes holds each glyph with the
 * first of its characters, the next with the second, and so on. After its characters a glyph has one code for no text
 * at all, and the rest for any other text (a ligature, a variant), chosen by a hash: two texts seldom meet.
 */
function glyphAndText(font: OpenFont): Choice {
  const { glyphCount } = font;
  const space = font.glyphFor(SPACE);
  const charactersOf = (glyph: number): readonly number[] => {
    const own = font.charactersOf(glyph);
    return glyph === space && !own.includes(NO_BREAK_SPACE) ? [...own, NO_BREAK_SPACE] : own;
  };
  const ranges = Math.max(1, Math.floor(CODES / glyphCount));
  const rangeOf = (characters: readonly number[], text: string): number => {
    const own = characters.findIndex((character) => String.fromCodePoint(character) === text);
    if (own >= 0 || text === "") return own >= 0 ? own : characters.length;
    const first = characters.length + 1;
    return first + (hashOf(text) % Math.max(1, ranges - first));
  };
  return {
    code(glyph, text) {
      const characters = charactersOf(glyph);
      const range = rangeOf(characters, text);
      const code = range * glyphCount + glyph;
      if (range < ranges) return { code, hex: hex16(code), says: text, exact: range < characters.length };
      const [first] = characters;
      const says = first === undefined ? text : String.fromCodePoint(first);
      return { code: glyph, hex: hex16(glyph), says, exact: false };
    },
    glyphOf: (code) => code % glyphCount,
  };
}

/** Layout sets both with the glyph of the first. */
const [SPACE, NO_BREAK_SPACE] = [0x20, 0xa0];

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** A CFF program fixes the CID of each glyph, so only one text can go with it: its first character. */
function glyphAlone(font: OpenFont): Choice {
  const { data } = font.face;
  const table = readTables(data).get("CFF ");
  const cids = table ? cidsOf(data.subarray(table.offset, table.offset + table.length)) : null;
  const glyphs = cids && new Map(cids.map((cid, glyph) => [cid, glyph]));
  return {
    code(glyph, text) {
      const code = cids?.[glyph] ?? glyph;
      const [first] = font.charactersOf(glyph);
      const says = first === undefined ? text : String.fromCodePoint(first);
      return { code, hex: hex16(code), says, exact: first !== undefined && says === text };
    },
    glyphOf: (code) => glyphs?.get(code) ?? code,
  };
}
