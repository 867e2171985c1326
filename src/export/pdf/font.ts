/** The fonts of one file: composite fonts with subset CIDFont programs (ISO 32000-1 §9.7). */

import { createHash, hash } from "node:crypto";
import type { FontFace } from "../../base/font/face.ts";
import type { OpenFont } from "../../base/font/open-font.ts";
import { RecurrenceCache } from "../../base/recurrence-cache.ts";
import { rawStream, type Stream, streamOf } from "./file.ts";
import { type CodedFont, codedFont } from "./glyph-codes.ts";
import { fine } from "./number.ts";
import { ObjectStore, type PdfObject, type Ref, refTo, sizeOf } from "./object.ts";
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

/** A font with all that a file shows of it. */
export interface EmbeddedFont {
  /** Its dictionary, which refers to the objects. */
  readonly dictionary: string;
  readonly objects: ReadonlyMap<Ref, PdfObject>;
}

/** Fonts that came again keep as many bytes, those that came once of late as many. */
const [MOST_BYTES, MOST_WAITING] = [16 * 1024 * 1024, 4 * 1024 * 1024];

const embedded = new RecurrenceCache<EmbeddedFont>({
  kept: MOST_BYTES,
  waiting: MOST_WAITING,
  sizeOf: ({ objects }) => [...objects.values()].reduce((sum, each) => sum + sizeOf(each), 1000),
});

/**
 * A pure function of its arguments, remembered from file to file.
 * @param texts what each code in use says
 */
export function embeddedFont(
  face: FontFace,
  texts: ReadonlyMap<number, string>,
  subset: Subset,
): EmbeddedFont {
  const cids = new Uint16Array(texts.size);
  let count = 0;
  for (const cid of texts.keys()) cids[count++] = cid;
  cids.sort();
  const key = keyOf(face, cids, texts);
  let font = embedded.get(key);
  if (!font) {
    const use = codedFont(face);
    const byCid = Array.from(cids, (cid) => ({ cid, glyph: use.glyphOf(cid), text: texts.get(cid)! }));
    font = embed(use, byCid, subset);
    embedded.set(key, font);
  }
  return font;
}

/** The codes, how long their texts are, and the texts. */
function keyOf(face: FontFace, cids: Uint16Array, texts: ReadonlyMap<number, string>): string {
  const lengths = new Uint16Array(cids.length);
  let said = "";
  for (let i = 0; i < cids.length; i++) {
    const text = texts.get(cids[i]!)!;
    lengths[i] = text.length;
    said += text;
  }
  return hash("sha256", `${face.id}\n${cids.join()}\n${lengths.join()}\n${said}`);
}

function embed(use: CodedFont, byCid: readonly CodedGlyph[], subset: Subset): EmbeddedFont {
  const { font } = use;
  const { face } = font;
  const objects = new ObjectStore();
  const glyphs = [...new Set(byCid.map(({ glyph }) => glyph))].sort((a, b) => a - b);
  const program = objects.internStream(programStream(subset(face, glyphs)));
  const name = `${subsetTag(face.id, glyphs)}+${nameOf(face.postScriptName)}`;
  const isTrueType = font.outlines === "truetype";
  const descriptor = objects.intern(descriptorOf(font, name, program));
  // Subsets keep glyph ids, so only codes for further texts need a map.
  const map = byCid.some(({ cid, glyph }) => cid !== glyph)
    ? ` ${refTo(objects.internStream(streamOf("", glyphMap(byCid))))}`
    : "/Identity";
  const descendant = objects.intern(
    `<</Type/Font/Subtype/${isTrueType ? "CIDFontType2" : "CIDFontType0"}/BaseFont/${name}` +
      `/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ${refTo(descriptor)}` +
      `/DW 0/W${widthArray(byCid, use)}${isTrueType ? `/CIDToGIDMap${map}` : ""}>>`,
  );
  const silent = byCid.map(({ cid, text }) => [cid, text || SILENT] as const);
  const toUnicode = objects.internStream(streamOf("", toUnicodeCMap(silent)));
  return {
    dictionary:
      `<</Type/Font/Subtype/Type0/BaseFont/${name}${isTrueType ? "" : "-Identity-H"}/Encoding/Identity-H` +
      `/DescendantFonts[${refTo(descendant)}]/ToUnicode ${refTo(toUnicode)}>>`,
    objects: objects.objects,
  };
}

/** What the descriptor calls a program (table 126): FontFile2 is a TrueType file, FontFile3 a bare CFF table. */
const PROGRAM_KEYS = { truetype: "FontFile2", cff: "FontFile3" } as const;

function programStream({ outlines, length, data }: FontProgram): Stream {
  const entries = outlines === "truetype" ? `/Length1 ${length}` : "/Subtype/CIDFontType0C";
  return rawStream(`${entries}/Filter/FlateDecode`, data);
}

const FIXED_PITCH = 1;
const SYMBOLIC = 4;
const ITALIC = 64;

/** Table 122. The widths of stems are not in the file; this estimate follows the weight, as other writers do. */
function descriptorOf({ face, metrics, outlines }: OpenFont, name: string, program: Ref): string {
  const toThousand = (value: number) => Math.round((value * 1000) / metrics.unitsPerEm);
  const isItalic = face.style === "italic" || metrics.italicAngle !== 0;
  const flags = SYMBOLIC | (metrics.fixedPitch ? FIXED_PITCH : 0) | (isItalic ? ITALIC : 0);
  const stem = Math.round(50 + (metrics.weightClass / 65) ** 2);
  return (
    `<</Type/FontDescriptor/FontName/${name}/Flags ${flags}/FontBBox[${metrics.bbox.map(toThousand).join(" ")}]` +
    `/ItalicAngle ${fine(metrics.italicAngle)}/Ascent ${toThousand(metrics.ascender)}` +
    `/Descent ${toThousand(metrics.descender)}/CapHeight ${toThousand(metrics.capHeight)}` +
    `/XHeight ${toThousand(metrics.xHeight)}/StemV ${stem}/${PROGRAM_KEYS[outlines]} ${refTo(program)}>>`
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
