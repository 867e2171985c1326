/**
 * The fonts of one file: composite fonts with subset CIDFont programs (ISO 32000-1 §9.7).
 *
 * A code stands for one glyph *and* one text, so that extraction is exact even where a face draws two characters
 * alike (Đ U+0110 and Ð U+00D0, the two spaces).
 */

import { createHash } from "node:crypto";
import type { FontFace } from "../../base/font/face.ts";
import { type OpenFont, openFont } from "../../base/font/open-font.ts";
import { readTables } from "../../base/font/sfnt.ts";
import { cidsOf } from "./cff.ts";
import { type PdfFile, type Ref, rawStream, refTo, streamOf } from "./file.ts";
import { fine } from "./number.ts";
import { hex16, nameOf } from "./string.ts";
import type { FontProgram, Subset } from "./subset.ts";
import { toUnicodeCMap } from "./to-unicode.ts";

export interface GlyphCode {
  /** Four hex digits. */
  readonly hex: string;
  /** Whether the code alone tells the text. If not, the text must be said with /ActualText. */
  readonly exact: boolean;
}

/** A face as the file uses it. */
export interface FontUse {
  readonly ref: Ref;
  readonly font: OpenFont;
  code(glyph: number, text: string): GlyphCode;
  /** The glyph's width as the file says it, in thousandths of the em. */
  width(glyph: number): number;
}

/**
 * What a glyph without text of its own maps to, inside an /ActualText span. Readers that do not know the span (MuPDF
 * 1.21, Ghostscript 10) then give a zero-width space, not a replacement character.
 */
const SILENT = "\u200b";

interface CodedGlyph {
  readonly cid: number;
  readonly glyph: number;
  readonly text: string;
}

export class FontRegistry {
  readonly #file: PdfFile;
  readonly #subset: Subset;
  readonly #fonts = new Map<string, { use: FontUse; coded: CodedGlyph[] }>();

  constructor(file: PdfFile, subset: Subset) {
    this.#file = file;
    this.#subset = subset;
  }

  use(face: FontFace): FontUse {
    let entry = this.#fonts.get(face.id);
    if (!entry) {
      entry = openUse(this.#file.reserve(), openFont(face));
      this.#fonts.set(face.id, entry);
    }
    return entry.use;
  }

  /** Writes every font; no glyph may be coded after it. */
  finish(): void {
    for (const { use, coded } of this.#fonts.values()) writeFont(this.#file, this.#subset, use, coded);
  }
}

function openUse(ref: Ref, font: OpenFont): { use: FontUse; coded: CodedGlyph[] } {
  const coded: CodedGlyph[] = [];
  const codes = new Map<string, GlyphCode>();
  const textOf = new Map<number, string>();
  const table = font.outlines === "cff" ? readTables(font.face.data).get("CFF ") : undefined;
  const cids = table && cidsOf(font.face.data.subarray(table.offset, table.offset + table.length));
  const width = (glyph: number) => Math.round((font.advance(glyph) * 1e6) / font.metrics.unitsPerEm) / 1e3;
  const code = (glyph: number, text: string): GlyphCode => {
    const key = `${glyph} ${text}`;
    let known = codes.get(key);
    if (!known) {
      if (font.outlines === "truetype") {
        // CID 0 is .notdef by definition; numbers are given in order of appearance.
        const cid = coded.length + 1;
        coded.push({ cid, glyph, text });
        known = { hex: hex16(cid), exact: text !== "" };
      } else {
        // A CFF program fixes the CID of each glyph, so only one text can go with it.
        const first = textOf.get(glyph);
        const cid = cids?.[glyph] ?? glyph;
        if (first === undefined) {
          textOf.set(glyph, text);
          coded.push({ cid, glyph, text });
        }
        known = { hex: hex16(cid), exact: text !== "" && (first === undefined || first === text) };
      }
      codes.set(key, known);
    }
    return known;
  };
  return { use: { ref, font, code, width }, coded };
}

function writeFont(file: PdfFile, subset: Subset, use: FontUse, coded: readonly CodedGlyph[]): void {
  const { font } = use;
  const glyphs = [...new Set(coded.map(({ glyph }) => glyph))].sort((a, b) => a - b);
  const program = subset(font.face, glyphs);
  const name = `${subsetTag(font.face.id, glyphs)}+${nameOf(font.face.postScriptName)}`;
  const isTrueType = font.outlines === "truetype";
  const descriptor = file.add(descriptorOf(font, name, writeProgram(file, program)));
  const byCid = [...coded].sort((a, b) => a.cid - b.cid);
  const descendant = file.add(
    `<</Type/Font/Subtype/${isTrueType ? "CIDFontType2" : "CIDFontType0"}/BaseFont/${name}` +
      `/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ${refTo(descriptor)}` +
      `/DW 0/W${widthArray(byCid, use)}` +
      (isTrueType ? `/CIDToGIDMap ${refTo(file.add(streamOf("", glyphMap(byCid))))}>>` : ">>"),
  );
  const texts = byCid.map(({ cid, text }) => [cid, text || SILENT] as const);
  const toUnicode = file.add(streamOf("", toUnicodeCMap(texts)));
  file.define(
    use.ref,
    `<</Type/Font/Subtype/Type0/BaseFont/${name}${isTrueType ? "" : "-Identity-H"}/Encoding/Identity-H` +
      `/DescendantFonts[${refTo(descendant)}]/ToUnicode ${refTo(toUnicode)}>>`,
  );
}

/** FontFile2 takes a TrueType file, FontFile3 a bare CFF table (table 126). */
function writeProgram(file: PdfFile, { outlines, length, data }: FontProgram): string {
  const [key, entries] =
    outlines === "truetype" ? ["/FontFile2", `/Length1 ${length}`] : ["/FontFile3", "/Subtype/CIDFontType0C"];
  return `${key} ${refTo(file.add(rawStream(`${entries}/Filter/FlateDecode`, data)))}`;
}

const FIXED_PITCH = 1;
const SYMBOLIC = 4;
const ITALIC = 64;

/** Table 122. The widths of stems are not in the file; this estimate follows the weight, as other writers do. */
function descriptorOf({ face, metrics }: OpenFont, name: string, program: string): string {
  const toThousand = (value: number) => Math.round((value * 1000) / metrics.unitsPerEm);
  const isItalic = face.style === "italic" || metrics.italicAngle !== 0;
  const flags = SYMBOLIC | (metrics.fixedPitch ? FIXED_PITCH : 0) | (isItalic ? ITALIC : 0);
  const stem = Math.round(50 + (metrics.weightClass / 65) ** 2);
  return (
    `<</Type/FontDescriptor/FontName/${name}/Flags ${flags}/FontBBox[${metrics.bbox.map(toThousand).join(" ")}]` +
    `/ItalicAngle ${fine(metrics.italicAngle)}/Ascent ${toThousand(metrics.ascender)}` +
    `/Descent ${toThousand(metrics.descender)}/CapHeight ${toThousand(metrics.capHeight)}` +
    `/XHeight ${toThousand(metrics.xHeight)}/StemV ${stem}${program}>>`
  );
}

/** Widths in runs of consecutive CIDs (§9.7.4.3). */
function widthArray(byCid: readonly CodedGlyph[], use: FontUse): string {
  let array = "";
  let previous = -2;
  for (const { cid, glyph } of byCid) {
    if (cid !== previous + 1) array += `${previous < 0 ? "" : "]"}${cid}[`;
    else array += " ";
    array += fine(use.width(glyph));
    previous = cid;
  }
  return `[${array}${previous < 0 ? "" : "]"}]`;
}

/** CIDToGIDMap: two bytes for each CID from 0 (table 117). */
function glyphMap(byCid: readonly CodedGlyph[]): Uint8Array {
  const map = Buffer.alloc(((byCid.at(-1)?.cid ?? 0) + 1) * 2);
  for (const { cid, glyph } of byCid) map.writeUInt16BE(glyph, cid * 2);
  return map;
}

/** Six letters that differ between different subsets of one face (§9.6.4). */
function subsetTag(faceId: string, glyphs: readonly number[]): string {
  const digest = createHash("sha256").update(`${faceId}:${glyphs.join()}`).digest();
  return String.fromCharCode(...Array.from(digest.subarray(0, 6), (byte) => 65 + (byte % 26)));
}
