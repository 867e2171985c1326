/** The SFNT container (OpenType 1.9.1, "Organization of an OpenType Font"): reading its tables and writing new ones. */

export interface TableRecord {
  readonly offset: number;
  readonly length: number;
}

const TRUETYPE = 0x00010000;
const CFF = 0x4f54544f; // OTTO
const APPLE_TRUETYPE = 0x74727565; // true

/**
 * The tables of a single font.
 * @throws RangeError when the data is not a sound SFNT file
 */
export function readTables(data: Uint8Array): ReadonlyMap<string, TableRecord> {
  if (data.byteLength < 12) throw new RangeError("too short for a font");
  const view = viewOf(data);
  const version = view.getUint32(0);
  if (version !== TRUETYPE && version !== CFF && version !== APPLE_TRUETYPE) {
    throw new RangeError("not a TrueType or OpenType font");
  }
  const count = view.getUint16(4);
  const tables = new Map<string, TableRecord>();
  for (let i = 0; i < count; i++) {
    const record = 12 + i * 16;
    if (record + 16 > data.byteLength) throw new RangeError("the table directory is cut off");
    const tag = String.fromCharCode(...data.subarray(record, record + 4));
    const offset = view.getUint32(record + 8);
    const length = view.getUint32(record + 12);
    if (offset + length > data.byteLength) throw new RangeError(`the table “${tag}” is cut off`);
    tables.set(tag, { offset, length });
  }
  for (const needed of ["head", "hhea", "maxp", "hmtx", "cmap"]) {
    if (!tables.has(needed)) throw new RangeError(`the table “${needed}” is missing`);
  }
  return tables;
}

/** A view on one table, or `null` when the font has none. */
export function tableView(
  data: Uint8Array,
  tables: ReadonlyMap<string, TableRecord>,
  tag: string,
): DataView | null {
  const record = tables.get(tag);
  return record ? new DataView(data.buffer, data.byteOffset + record.offset, record.length) : null;
}

/** Writes an SFNT file from its tables, directory sorted, checksums set. */
export function writeSfnt(
  tables: ReadonlyMap<string, Uint8Array>,
  outlines: "truetype" | "cff" = "truetype",
): Uint8Array {
  const tags = [...tables.keys()].sort((a, b) => (a < b ? -1 : 1));
  const padded = (length: number) => (length + 3) & ~3;
  const size = tags.reduce((sum, tag) => sum + padded(tables.get(tag)!.byteLength), 12 + tags.length * 16);
  const out = new Uint8Array(size);
  const view = viewOf(out);
  const selector = Math.floor(Math.log2(tags.length));
  view.setUint32(0, outlines === "cff" ? CFF : TRUETYPE);
  view.setUint16(4, tags.length);
  view.setUint16(6, 16 << selector);
  view.setUint16(8, selector);
  view.setUint16(10, tags.length * 16 - (16 << selector));
  let offset = 12 + tags.length * 16;
  tags.forEach((tag, i) => {
    const table = tables.get(tag)!;
    out.set(table, offset);
    const record = 12 + i * 16;
    for (let c = 0; c < 4; c++) out[record + c] = tag.charCodeAt(c);
    view.setUint32(record + 4, checksum(view, offset, padded(table.byteLength)));
    view.setUint32(record + 8, offset);
    view.setUint32(record + 12, table.byteLength);
    offset += padded(table.byteLength);
  });
  return out;
}

function checksum(view: DataView, offset: number, length: number): number {
  let sum = 0;
  for (let i = 0; i < length; i += 4) sum = (sum + view.getUint32(offset + i)) >>> 0;
  return sum;
}

const viewOf = (data: Uint8Array) => new DataView(data.buffer, data.byteOffset, data.byteLength);
