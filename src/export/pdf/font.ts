/** The fonts of one file: composite fonts with subset CIDFont programs (ISO 32000-1 §9.7). */

import { createHash } from "node:crypto";
import type { FontFace } from "../../base/font/face.ts";
import type { OpenFont } from "../../base/font/open-font.ts";
import type { FileBuilder } from "./builder.ts";
import { rawStream, streamOf } from "./file.ts";
import { type CodedFont, codedFont } from "./glyph-codes.ts";
import { fine } from "./number.ts";
import { nameOf } from "./string.ts";
import type { FontProgram, Subset } from "./subset.ts";
import { toUnicodeCMap } from "./to-unicode.ts";

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

/**
 * Writes a font with what the file shows of it.
 * @param number the object number by which pages know it
 * @param texts what each of its codes says
 */
export function writeFont(
  file: FileBuilder,
  subset: Subset,
  number: number,
  face: FontFace,
  texts: ReadonlyMap<number, string>,
): void {
  const use = codedFont(face);
  const { font } = use;
  const byCid = Array.from(texts, ([cid, text]): CodedGlyph => ({ cid, glyph: use.glyphOf(cid), text })).sort(
    (a, b) => a.cid - b.cid,
  );
  const glyphs = [...new Set(byCid.map(({ glyph }) => glyph))].sort((a, b) => a - b);
  const program = subset(face, glyphs);
  const name = `${subsetTag(face.id, glyphs)}+${nameOf(face.postScriptName)}`;
  const isTrueType = font.outlines === "truetype";
  const descriptor = file.add(descriptorOf(font, name, writeProgram(file, program)));
  // Subsets keep glyph ids, so only codes for further texts need a map.
  const map = byCid.some(({ cid, glyph }) => cid !== glyph)
    ? to(file.add(streamOf("", glyphMap(byCid))))
    : "/Identity";
  const descendant = file.add(
    `<</Type/Font/Subtype/${isTrueType ? "CIDFontType2" : "CIDFontType0"}/BaseFont/${name}` +
      `/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ${to(descriptor)}` +
      `/DW 0/W${widthArray(byCid, use)}${isTrueType ? `/CIDToGIDMap ${map}` : ""}>>`,
  );
  const said = byCid.map(({ cid, text }) => [cid, text || SILENT] as const);
  const toUnicode = file.add(streamOf("", toUnicodeCMap(said)));
  file.define(
    number,
    `<</Type/Font/Subtype/Type0/BaseFont/${name}${isTrueType ? "" : "-Identity-H"}/Encoding/Identity-H` +
      `/DescendantFonts[${to(descendant)}]/ToUnicode ${to(toUnicode)}>>`,
  );
}

const to = (number: number): string => `${number} 0 R`;

/** FontFile2 takes a TrueType file, FontFile3 a bare CFF table (table 126). */
function writeProgram(file: FileBuilder, { outlines, length, data }: FontProgram): string {
  const [key, entries] =
    outlines === "truetype" ? ["/FontFile2", `/Length1 ${length}`] : ["/FontFile3", "/Subtype/CIDFontType0C"];
  return `${key} ${to(file.add(rawStream(`${entries}/Filter/FlateDecode`, data)))}`;
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
function widthArray(byCid: readonly CodedGlyph[], use: CodedFont): string {
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
