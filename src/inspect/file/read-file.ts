/**
 * Takes a PDF file apart into its objects (ISO 32000-1 §7.5): a walk from the first byte to the last. Later
 * definitions of an object replace earlier ones, as incremental updates mean them, so cross-reference tables
 * are not needed; whether they are there is only noted. Every byte is looked at a bounded number of times.
 */

import { Budget, LIMITS } from "../limits.ts";
import { filterSteps, unpack } from "./decode.ts";
import { type Dict, isDict, Name, Stream, type Value } from "./object.ts";
import { parseObject } from "./parse-object.ts";
import { streamLengths } from "./stream-lengths.ts";

/** A file's objects, not yet interpreted. */
export interface PdfFile {
  /** `1.6`; `null` when the file does not begin as a PDF does. */
  readonly headerVersion: string | null;
  /** Whether a comment of bytes over 127 follows the header (§7.5.2). */
  readonly binaryComment: boolean;
  readonly objects: ReadonlyMap<number, Value>;
  /** Root, Info, ID and Encrypt, from the last trailer that has each. */
  readonly trailer: Dict;
  /** Objects that cannot be read. */
  readonly broken: number;
  /** Whether the file ends as §7.5.5 says: startxref, offset, %%EOF. */
  readonly endsWell: boolean;
  readonly budget: Budget;
}

const TRAILER_KEYS = ["Root", "Info", "ID", "Encrypt"] as const;

export function readFile(bytes: Uint8Array): PdfFile {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const budget = new Budget();
  const lengths = streamLengths(buffer);
  const objects = new Map<number, Value>();
  const trailer = new Map<string, Value>();
  // A failed object may have been searched to the end of the file; that must not happen for each of many.
  let patience = Math.max(64 * 1024 * 1024, 8 * bytes.byteLength);
  let broken = 0;
  let position = 0;
  while (position < buffer.length) {
    const header = nextHeader(buffer, position);
    keepTrailers(buffer.subarray(position, header?.start ?? buffer.length), trailer);
    if (!header) break;
    const object = parseObject(buffer.subarray(header.end), lengths);
    if (object === null) {
      broken++;
      position = header.end;
      patience -= buffer.length - header.end;
      if (patience > 0) continue;
      budget.reach("số đối tượng hỏng", "the number of broken objects");
      break;
    }
    position = header.end + Math.max(1, object.end);
    if (!takeStream(object.value, objects, trailer, budget)) objects.set(header.number, object.value);
    if (objects.size >= LIMITS.objects) {
      budget.reach(`${LIMITS.objects} đối tượng`, `${LIMITS.objects} objects`);
      break;
    }
  }
  const tail = buffer.subarray(-2048).toString("latin1");
  return {
    ...readHeader(buffer),
    objects,
    trailer,
    broken,
    endsWell: /startxref\s+\d+\s+%%EOF\s*$/.test(tail),
    budget,
  };
}

/** Viewers look for the header in the first kilobyte (ISO 32000-1 annex H.3 note 13). */
function readHeader(buffer: Buffer): Pick<PdfFile, "headerVersion" | "binaryComment"> {
  const start = buffer.subarray(0, 1100).toString("latin1");
  const match = /%PDF-(\d\.\d)[^\r\n]*[\r\n]+(%[\x80-\xff]{4})?/.exec(start);
  return { headerVersion: match?.[1] ?? null, binaryComment: match?.[2] !== undefined };
}

interface ObjectHeader {
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

const isSpace = (byte: number | undefined): boolean =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09 || byte === 0x0c || byte === 0;
const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;

/** The next `12 0 obj` at or after an offset. */
function nextHeader(buffer: Buffer, from: number): ObjectHeader | null {
  for (let at = buffer.indexOf("obj", from); at >= 0; at = buffer.indexOf("obj", at + 3)) {
    let i = at;
    // Digits, at most as many as a number of this kind has, behind white space.
    const digitsBefore = (most: number): boolean => {
      const spaceEnd = i;
      while (i > from && isSpace(buffer[i - 1]) && spaceEnd - i < 64) i--;
      const end = i;
      while (i > from && isDigit(buffer[i - 1]) && end - i < most) i--;
      return i < end;
    };
    if (!digitsBefore(5) || !isSpace(buffer[i - 1]) || !digitsBefore(10)) continue;
    return { number: Number.parseInt(buffer.toString("latin1", i, i + 10), 10), start: i, end: at + 3 };
  }
  return null;
}

/** Remembers what trailer dictionaries between objects say. */
function keepTrailers(gap: Buffer, trailer: Map<string, Value>): void {
  for (let at = gap.indexOf("trailer"), count = 0; at >= 0 && count < 16; count++) {
    const dict = parseObject(gap.subarray(at + 7))?.value ?? null;
    if (isDict(dict)) keepKeys(dict, trailer);
    at = gap.indexOf("trailer", at + 7);
  }
}

function keepKeys(dict: Dict, trailer: Map<string, Value>): void {
  for (const key of TRAILER_KEYS) {
    const value = dict.get(key);
    if (value !== undefined) trailer.set(key, value);
  }
}

/** Object streams (§7.5.7) give their objects, cross-reference streams (§7.5.8) their trailer. */
function takeStream(
  value: Value,
  objects: Map<number, Value>,
  trailer: Map<string, Value>,
  budget: Budget,
): boolean {
  if (!(value instanceof Stream)) return false;
  const type = value.dict.get("Type");
  if (!(type instanceof Name)) return false;
  if (type.text === "XRef") {
    keepKeys(value.dict, trailer);
    return true;
  }
  if (type.text !== "ObjStm") return false;
  const read = (each: Value) => each;
  const steps = filterSteps(value.dict.get("Filter") ?? null, value.dict.get("DecodeParms") ?? null, read);
  const { data } = unpack(value.data, steps, budget);
  const first = value.dict.get("First");
  if (typeof first !== "number") return true;
  const index = Buffer.from(data.subarray(0, Math.min(first, data.length))).toString("latin1");
  const numbers = index.trim().split(/\s+/).map(Number);
  for (let i = 0; i + 1 < numbers.length && objects.size < LIMITS.objects; i += 2) {
    const start = first + numbers[i + 1]!;
    // Each object ends before the next begins; without this, one broken object could cost the whole stream.
    const next = first + (numbers[i + 3] ?? data.length);
    const object = parseObject(data.subarray(start, next > start ? next : data.length));
    objects.set(numbers[i]!, object?.value ?? null);
  }
  return true;
}
