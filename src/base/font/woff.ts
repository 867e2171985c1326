/** Unpacks web fonts (W3C WOFF 1.0 and WOFF 2.0) into the SFNT files that they carry. */

import { inflateSync } from "node:zlib";
import { readTables, writeSfnt } from "./sfnt.ts";

const WOFF = 0x774f4646;
const WOFF2 = 0x774f4632;
const CFF = 0x4f54544f;

/** Tables of variable fonts: a face is always used at its default instance, as satori lays it out. */
const VARIATIONS = new Set(["fvar", "gvar", "avar", "cvar", "HVAR", "VVAR", "MVAR", "STAT"]);

/**
 * The SFNT bytes of a TTF, OTF, WOFF or WOFF2 file, variations left out.
 * @throws Error when the data is none of them or broken
 */
export async function toSfnt(data: Uint8Array): Promise<Uint8Array> {
  if (data.byteLength < 44) throw new RangeError("too short for a font");
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const signature = view.getUint32(0);
  if (signature === WOFF2) {
    const { default: decompress } = await import("woff2-encoder/decompress");
    return defaultInstance(await decompress(data));
  }
  return defaultInstance(signature === WOFF ? unpackWoff(data, view) : data);
}

function unpackWoff(data: Uint8Array, view: DataView): Uint8Array {
  const tables = new Map<string, Uint8Array>();
  const count = view.getUint16(12);
  for (let i = 0; i < count; i++) {
    const entry = 44 + i * 20;
    const tag = String.fromCharCode(...data.subarray(entry, entry + 4));
    const offset = view.getUint32(entry + 4);
    const packed = view.getUint32(entry + 8);
    const length = view.getUint32(entry + 12);
    const bytes = data.subarray(offset, offset + packed);
    // A lying length must not make us unpack without end.
    tables.set(tag, packed < length ? inflateSync(bytes, { maxOutputLength: length }) : bytes);
  }
  return writeSfnt(tables, view.getUint32(4) === CFF ? "cff" : "truetype");
}

function defaultInstance(data: Uint8Array): Uint8Array {
  const records = readTables(data);
  if (![...VARIATIONS].some((tag) => records.has(tag))) return data;
  const kept = [...records].filter(([tag]) => !VARIATIONS.has(tag));
  return writeSfnt(
    new Map(kept.map(([tag, { offset, length }]) => [tag, data.subarray(offset, offset + length)])),
    records.has("CFF ") ? "cff" : "truetype",
  );
}
