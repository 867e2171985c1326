/** Reads what a font file says about itself: family, weight, slant and PostScript name (OpenType 1.9.1). */

import { fail, reasonOf } from "../diagnostic.ts";
import { digestOf } from "../hash.ts";
import type { FontFace } from "./face.ts";
import { readTables, type TableRecord, tableView } from "./sfnt.ts";

type Tables = ReadonlyMap<string, TableRecord>;

/** Name ids of the `name` table. */
const FAMILY = 1;
const POST_SCRIPT_NAME = 6;
/** The family without weight or width: "Be Vietnam Pro", where id 1 says "Be Vietnam Pro Medium". */
const TYPOGRAPHIC_FAMILY = 16;

const WINDOWS = 3;
const MACINTOSH = 1;
const ENGLISH_US = 0x0409;
const HEAD_MAGIC = 0x5f0f3cf5;

/**
 * Reads a whole TrueType or OpenType file.
 * @param name what to call the file in a complaint
 * @throws AnphamError `font.unreadable` when the file is broken, cut off, or no font at all
 */
export function readFace(data: Uint8Array, name: string): FontFace {
  try {
    // A Buffer's slices share its bytes; a plain view's are copies, which later stages rely on.
    return parseFace(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw thrown;
    // DataView's own complaint ("Offset is outside the bounds") says nothing to a reader.
    const reason = thrown.message.startsWith("Offset is outside") ? "a table is cut off" : reasonOf(thrown);
    fail("font.unreadable", { name, reason }, { file: name }, { cause: thrown });
  }
}

function parseFace(data: Uint8Array): FontFace {
  const tables = readTables(data);
  refuseWithoutOutlines(data, tables);
  const names = readNames(data, tables);
  const family = names.get(TYPOGRAPHIC_FAMILY) ?? names.get(FAMILY);
  if (!family) throw new RangeError("the font has no family name");
  const weight = readWeight(data, tables);
  const style = isItalic(data, tables) ? "italic" : "normal";
  return {
    // Most faces of a folder are no piece's, and a hash takes longer than all else that is read here.
    get id() {
      return digestOf(data);
    },
    family,
    weight,
    style,
    postScriptName:
      plainName(names.get(POST_SCRIPT_NAME)) ?? `${plainName(family) ?? "Font"}-${weight}${style}`,
    data,
  };
}

/** A file without glyphs, or whose head table is not one, would fail much later and less clearly. */
function refuseWithoutOutlines(data: Uint8Array, tables: Tables): void {
  if (tableView(data, tables, "head")!.getUint32(12) !== HEAD_MAGIC)
    throw new RangeError("the table “head” is broken");
  const unitsPerEm = tableView(data, tables, "head")!.getUint16(18);
  if (unitsPerEm < 16 || unitsPerEm > 16384) throw new RangeError(`${unitsPerEm} units per em`);
  if (tableView(data, tables, "maxp")!.getUint16(4) === 0) throw new RangeError("the font has no glyphs");
  const trueType = tables.has("glyf") && tables.has("loca");
  if (!trueType && !tables.has("CFF ") && !tables.has("CFF2"))
    throw new RangeError("the font has no outlines");
}

/** `usWeightClass`, as a CSS weight: a whole hundred from 100 to 900. */
function readWeight(data: Uint8Array, tables: Tables): number {
  const weightClass = tableView(data, tables, "OS/2")?.getUint16(4) ?? 400;
  // Some old files count 1–9 instead of 100–900.
  const scaled = weightClass > 0 && weightClass < 10 ? weightClass * 100 : weightClass;
  return Math.min(900, Math.max(100, Math.round(scaled / 100) * 100));
}

/** `fsSelection` bit 0, or `macStyle` bit 1 for fonts without an OS/2 table. */
function isItalic(data: Uint8Array, tables: Tables): boolean {
  const os2 = tableView(data, tables, "OS/2");
  if (os2 && os2.byteLength >= 64) return (os2.getUint16(62) & 1) !== 0;
  return (tableView(data, tables, "head")!.getUint16(44) & 2) !== 0;
}

/** The best record of each name id: Windows English, then Windows in any language, then Macintosh. */
function readNames(data: Uint8Array, tables: Tables): ReadonlyMap<number, string> {
  const view = tableView(data, tables, "name");
  if (!view) throw new RangeError("the table “name” is missing");
  const count = view.getUint16(2);
  const storage = view.getUint16(4);
  const best = new Map<number, { rank: number; text: string }>();
  for (let i = 0; i < count; i++) {
    const record = 6 + i * 12;
    const platform = view.getUint16(record);
    const language = view.getUint16(record + 4);
    const nameId = view.getUint16(record + 6);
    const rank = platform === WINDOWS ? (language === ENGLISH_US ? 3 : 2) : platform === MACINTOSH ? 1 : 0;
    if (rank === 0 || rank <= (best.get(nameId)?.rank ?? 0)) continue;
    const length = view.getUint16(record + 8);
    const offset = storage + view.getUint16(record + 10);
    if (offset + length > view.byteLength) throw new RangeError("the table “name” is cut off");
    const text = decode(new DataView(view.buffer, view.byteOffset + offset, length), platform).trim();
    if (text) best.set(nameId, { rank, text });
  }
  return new Map([...best].map(([nameId, { text }]) => [nameId, text]));
}

/** UTF-16BE on Windows; the Macintosh records of the names read here are ASCII in practice. */
function decode(bytes: DataView, platform: number): string {
  let text = "";
  if (platform === WINDOWS) {
    for (let i = 0; i + 1 < bytes.byteLength; i += 2) text += String.fromCharCode(bytes.getUint16(i));
  } else {
    for (let i = 0; i < bytes.byteLength; i++) text += String.fromCharCode(bytes.getUint8(i));
  }
  return text;
}

/** Printable ASCII without spaces or the delimiters of PostScript (OpenType, name id 6). */
function plainName(text: string | undefined): string | null {
  const plain = text?.replace(/[^!-~]|[[\](){}<>/%]/g, "") ?? "";
  return plain === "" ? null : plain;
}
