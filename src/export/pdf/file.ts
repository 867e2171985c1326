/** The PDF file: indirect objects, cross-reference table, trailer (ISO 32000-1 §7.3.10, §7.5). */

import { createHash, type Hash, hash } from "node:crypto";
import type { ByteParts } from "../../base/byte-parts.ts";
import { deflated } from "../../base/deflated.ts";
import { foundOnce } from "../../base/found-once.ts";
import { RecurrenceCache } from "../../base/recurrence-cache.ts";

/** Under this length, compression costs more than it saves. */
const SHORT = 160;

/** Level 3 is twice as fast as 6 on content streams and 4 % larger. */
const LEVEL = 3;

export interface Stream {
  readonly dictionary: string;
  /** As they are stored. */
  readonly data: Uint8Array;
  /** The text that it says once its filters are undone, where that is at hand. */
  readonly plain: string | null;
}

export type Body = string | Stream;

/** Everything that a finished file holds, before it becomes bytes. */
export interface FinishedFile {
  /** The first line: `%PDF-1.6`. */
  readonly header: string;
  /** By number. */
  readonly objects: ReadonlyMap<number, Body>;
  /** The stream that is written first because other files have it too; `null` for none. */
  readonly first: number | null;
  /** The trailer dictionary. */
  readonly trailer: string;
}

/** ISO 32000-1 is PDF 1.7; nothing newer than 1.6 is used. */
export const HEADER = "%PDF-1.6";

/** @param id what the trailer's /ID says, 32 hex digits (§14.4) */
export function finishedFile(
  objects: ReadonlyMap<number, Body>,
  root: number,
  info: number,
  id: string,
  first: number | null,
): FinishedFile {
  const inOrder = new Map([...objects].sort(([a], [b]) => a - b));
  const trailer = `<</Size ${objects.size + 1}/Root ${root} 0 R/Info ${info} 0 R/ID[<${id}><${id}>]>>`;
  return { header: HEADER, objects: inOrder, first, trailer };
}

/** A file as it is written. */
export interface WrittenFile {
  readonly parts: ByteParts;
  /** Lower-case hex. */
  readonly sha256: string;
}

/** The bytes of a file (§7.5). The stream that is written first is a part of its own, and not copied. */
export function serialise({ header, objects, first, trailer }: FinishedFile): WrittenFile {
  const pieces: Uint8Array[] = [];
  let length = 0;
  // The four bytes over 127 tell transfer programs that the file is binary (§7.5.2).
  let text = `${header}\n%\xe2\xe3\xcf\xd3\n`;
  const push = (bytes: Uint8Array) => {
    pieces.push(bytes);
    length += bytes.byteLength;
  };
  const flush = () => {
    push(Buffer.from(text, "latin1"));
    text = "";
  };
  const offsets = new Map<number, number>();
  const write = (ref: number, body: Body) => {
    offsets.set(ref, length + text.length);
    if (typeof body === "string") {
      text += `${ref} 0 obj\n${body}\nendobj\n`;
      return;
    }
    text += `${ref} 0 obj\n${body.dictionary}\nstream\n`;
    flush();
    push(body.data);
    text = "\nendstream\nendobj\n";
  };
  if (first !== null) write(first, objects.get(first)!);
  for (const [ref, body] of objects) if (ref !== first) write(ref, body);
  const place = length + text.length;
  let entries = "";
  for (const ref of objects.keys()) entries += `${String(offsets.get(ref)).padStart(10, "0")} 00000 n \n`;
  text +=
    `xref\n0 ${objects.size + 1}\n0000000000 65535 f \n${entries}trailer\n${trailer}\n` +
    `startxref\n${place}\n%%EOF\n`;
  flush();
  if (first === null) {
    const bytes = Buffer.concat(pieces, length);
    return { parts: [bytes], sha256: hash("sha256", bytes) };
  }
  const [head, data, ...others] = pieces as [Uint8Array, Uint8Array, ...Uint8Array[]];
  const rest = Buffer.concat(others);
  return { parts: [head, data, rest], sha256: hashed(head, data).update(rest).digest("hex") };
}

/** Hashes of the beginnings of files by the stream in them, which is most of such a file. */
const beginningsOf = foundOnce<Uint8Array, Map<string, Hash>>(() => new Map());

/** The state of a hash after a beginning. */
function hashed(head: Uint8Array, data: Uint8Array): Hash {
  const known = beginningsOf(data);
  const key = Buffer.from(head).toString("latin1");
  let state = known.get(key);
  if (!state) {
    state = createHash("sha256").update(head).update(data);
    known.set(key, state);
  }
  return state.copy();
}

/** A content stream, or any other text; `entries` are the dictionary's own, without Length and Filter. */
export function streamOf(entries: string, plain: Uint8Array | string): Stream {
  const bytes = typeof plain === "string" ? Buffer.from(plain, "latin1") : plain;
  const text = typeof plain === "string" ? plain : null;
  if (bytes.byteLength < SHORT) return { ...rawStream(entries, bytes), plain: text };
  return { ...rawStream(`${entries}/Filter/FlateDecode`, deflatedOnce(bytes)), plain: text };
}

/** Streams that came again keep as many bytes, those that came once of late as many. */
const [MOST_BYTES, MOST_WAITING] = [4 * 1024 * 1024, 1024 * 1024];
/** Shorter ones are compressed as fast as they are found. */
const RECOGNISED = 2048;

const compressed = new RecurrenceCache<Uint8Array>({
  kept: MOST_BYTES,
  waiting: MOST_WAITING,
  sizeOf: ({ byteLength }) => byteLength + 200,
});

function deflatedOnce(bytes: Uint8Array): Uint8Array {
  if (bytes.byteLength < RECOGNISED) return deflated(bytes, LEVEL);
  const key = hash("sha256", bytes, "base64");
  let data = compressed.get(key);
  if (!data) {
    data = deflated(bytes, LEVEL);
    compressed.set(key, data);
  }
  return data;
}

/** A stream whose data are as the dictionary says. */
export const rawStream = (entries: string, data: Uint8Array): Stream => ({
  dictionary: `<<${entries}/Length ${data.byteLength}>>`,
  data,
  plain: null,
});
