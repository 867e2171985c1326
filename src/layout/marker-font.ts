/** Builds marker fonts (see marker-code.ts): a face's metrics and layout tables around outlines that are marks. */

import type { FontFace } from "../base/font/face.ts";
import { readTables, tableView, writeSfnt } from "../base/font/sfnt.ts";
import { markPoints } from "./marker-code.ts";

/** What satori and HarfBuzz read beside the outlines: metrics, characters, names, substitution and positioning. */
const KEPT = ["head", "hhea", "hmtx", "cmap", "name", "OS/2", "GDEF", "GSUB", "GPOS", "kern", "morx", "kerx"];

export interface MarkerFontOptions {
  /** Position of the face in the list given to satori, 0–255. */
  readonly index: number;
  /** Keeps the real contours after each mark, for what satori measures on them (underlines that skip ink). TrueType only. */
  readonly withOutlines: boolean;
}

export function buildMarkerFont(face: FontFace, { index, withOutlines }: MarkerFontOptions): Uint8Array {
  const source = readTables(face.data);
  const glyphCount = tableView(face.data, source, "maxp")!.getUint16(4);
  const keep = withOutlines && source.has("glyf") && glyphCount * 3 < 0xffff;

  const tables = new Map<string, Uint8Array>();
  for (const tag of KEPT) {
    const record = source.get(tag);
    if (record) tables.set(tag, face.data.subarray(record.offset, record.offset + record.length));
  }
  const marks = markGlyphs(index, glyphCount);
  const { glyf, loca } = keep
    ? writeGlyphs([
        ...marks.map((_, glyph) => compositeGlyph([glyphCount + glyph, glyphCount * 2 + glyph])),
        ...marks,
        ...realGlyphs(face.data, glyphCount).map((glyph) => shiftComponents(glyph, glyphCount * 2)),
      ])
    : writeGlyphs(marks);
  const written = loca.byteLength / 4 - 1;
  tables.set("glyf", glyf);
  tables.set("loca", loca);
  tables.set("maxp", maximumProfile(written));
  tables.set("post", namelessPost());
  if (keep) tables.set("hmtx", longMetrics(face.data, source, written));
  const head = tables.get("head")!.slice();
  new DataView(head.buffer).setInt16(50, 1); // indexToLocFormat: long
  tables.set("head", head);
  return writeSfnt(tables);
}

/** Points of a mark, and the bytes of a simple glyph (OpenType `glyf`) with that many uncompressed points. */
const POINTS = 6;
const MARK_BYTES = 14 + POINTS + POINTS * 4;

/** One simple glyph of one contour for each glyph of the face, all views of one buffer. */
function markGlyphs(face: number, count: number): Uint8Array[] {
  const all = new Uint8Array(count * MARK_BYTES);
  const view = new DataView(all.buffer);
  return Array.from({ length: count }, (_, glyph) => {
    const at = glyph * MARK_BYTES;
    view.setInt16(at, 1); // numberOfContours
    view.setInt16(at + 6, 30000);
    view.setInt16(at + 8, 30000);
    view.setUint16(at + 10, POINTS - 1);
    const flags = at + 14;
    const xs = flags + POINTS;
    const ys = xs + POINTS * 2;
    let x = 0;
    let y = 0;
    markPoints(face, glyph).forEach(([px, py], i) => {
      all[flags + i] = 1; // ON_CURVE_POINT, both deltas as int16
      view.setInt16(xs + i * 2, px - x);
      view.setInt16(ys + i * 2, py - y);
      x = px;
      y = py;
    });
    return all.subarray(at, at + MARK_BYTES);
  });
}

/** A `post` table without glyph names, which would only take time to read. */
function namelessPost(): Uint8Array {
  const out = new Uint8Array(32);
  new DataView(out.buffer).setUint32(0, 0x00030000);
  return out;
}

/** A composite glyph whose components all sit at the origin. */
function compositeGlyph(components: readonly number[]): Uint8Array {
  const out = new Uint8Array(10 + components.length * 6);
  const view = new DataView(out.buffer);
  view.setInt16(0, -1);
  components.forEach((component, i) => {
    const at = 10 + i * 6;
    const more = i < components.length - 1 ? 0x20 : 0;
    view.setUint16(at, 0x02 | more); // ARGS_ARE_XY_VALUES, arguments as bytes
    view.setUint16(at + 2, component);
  });
  return out;
}

/** The face's own glyph records. */
function realGlyphs(data: Uint8Array, count: number): Uint8Array[] {
  const tables = readTables(data);
  const loca = tableView(data, tables, "loca")!;
  const long = tableView(data, tables, "head")!.getInt16(50) === 1;
  const { offset } = tables.get("glyf")!;
  const at = (i: number) => (long ? loca.getUint32(i * 4) : loca.getUint16(i * 2) * 2);
  return Array.from({ length: count }, (_, i) => data.slice(offset + at(i), offset + at(i + 1)));
}

/** Renumbers the components of a composite glyph; leaves others as they are. */
function shiftComponents(glyph: Uint8Array, by: number): Uint8Array {
  if (glyph.byteLength < 10) return glyph;
  const view = new DataView(glyph.buffer, glyph.byteOffset, glyph.byteLength);
  if (view.getInt16(0) >= 0) return glyph;
  let at = 10;
  for (;;) {
    const flags = view.getUint16(at);
    view.setUint16(at + 2, view.getUint16(at + 2) + by);
    const scale = flags & 0x08 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0;
    at += 4 + (flags & 0x01 ? 4 : 2) + scale;
    if (!(flags & 0x20)) return glyph;
  }
}

function writeGlyphs(glyphs: readonly Uint8Array[]): { glyf: Uint8Array; loca: Uint8Array } {
  const padded = (length: number) => (length + 3) & ~3;
  const glyf = new Uint8Array(glyphs.reduce((sum, glyph) => sum + padded(glyph.byteLength), 0));
  const loca = new Uint8Array((glyphs.length + 1) * 4);
  const offsets = new DataView(loca.buffer);
  let at = 0;
  glyphs.forEach((glyph, i) => {
    offsets.setUint32(i * 4, at);
    glyf.set(glyph, at);
    at += padded(glyph.byteLength);
  });
  offsets.setUint32(glyphs.length * 4, at);
  return { glyf, loca };
}

/** A version 1.0 `maxp` table, which TrueType outlines need even where the real font has PostScript ones. */
function maximumProfile(glyphCount: number): Uint8Array {
  const out = new Uint8Array(32);
  const view = new DataView(out.buffer);
  view.setUint32(0, 0x00010000);
  view.setUint16(4, glyphCount);
  view.setUint16(6, 0xffff); // maxPoints
  view.setUint16(8, 0xffff); // maxContours
  view.setUint16(10, 0xffff);
  view.setUint16(12, 0xffff);
  view.setUint16(14, 2); // maxZones
  view.setUint16(28, 2); // maxComponentElements
  view.setUint16(30, 4); // maxComponentDepth
  return out;
}

/** `hmtx` for the added glyphs: they repeat the last advance, as the format does for glyphs past the long metrics. */
function longMetrics(
  data: Uint8Array,
  tables: ReturnType<typeof readTables>,
  glyphCount: number,
): Uint8Array {
  const record = tables.get("hmtx")!;
  const long = tableView(data, tables, "hhea")!.getUint16(34);
  const out = new Uint8Array(long * 4 + (glyphCount - long) * 2);
  out.set(data.subarray(record.offset, record.offset + Math.min(record.length, out.byteLength)));
  return out;
}
