/** Reads one indirect object of a file's body, streams included (ISO 32000-1 §7.3.8, §7.3.10). */

import { Lexer } from "./lexer.ts";
import { type Dict, isDict, Ref, Stream, type Value } from "./object.ts";
import type { StreamLengths } from "./stream-lengths.ts";

export interface ParsedObject {
  readonly value: Value;
  /** Offset of the first byte after it. */
  readonly end: number;
}

/**
 * The object at the beginning of `bytes`, or `null` when there is none, or only a part of it.
 * @param lengths what a Length in an object of its own may be
 */
export function parseObject(bytes: Uint8Array, lengths: StreamLengths = () => []): ParsedObject | null {
  const lexer = new Lexer(bytes, true);
  const value = lexer.object();
  if (value === undefined || lexer.cut) return null;
  if (!isDict(value) || !lexer.takeWord("stream")) return { value, end: lexer.offset };
  return parseStream(bytes, value, lexer.offset, lengths);
}

const END = "endstream";

/** @param at offset of the first byte after the word `stream` */
function parseStream(bytes: Uint8Array, dict: Dict, at: number, lengths: StreamLengths): ParsedObject | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = at + lineEnd(buffer, at);
  const given = dict.get("Length");
  for (const length of given instanceof Ref ? lengths(given.number) : [given]) {
    if (typeof length !== "number" || length < 0) continue;
    const end = start + length;
    const tail = buffer.toString("latin1", end, end + END.length + 4);
    // The length is right when the end follows it; otherwise it is only a number.
    const position = /^\s*endstream/.exec(tail)?.[0].length;
    if (position !== undefined)
      return { value: new Stream(dict, bytes.subarray(start, end)), end: end + position };
  }
  const found = buffer.indexOf(END, start);
  if (found < 0) return null;
  const end = Math.max(start, found - lineEndBefore(buffer, found));
  return { value: new Stream(dict, bytes.subarray(start, end)), end: found + END.length };
}

/** Bytes of the line end after `stream`: CR LF or LF; some writers leave a CR alone. */
function lineEnd(buffer: Buffer, at: number): number {
  if (buffer[at] === 13) return buffer[at + 1] === 10 ? 2 : 1;
  return buffer[at] === 10 ? 1 : 0;
}

function lineEndBefore(buffer: Buffer, at: number): number {
  if (buffer[at - 1] === 10) return buffer[at - 2] === 13 ? 2 : 1;
  return buffer[at - 1] === 13 ? 1 : 0;
}
