/** The PDF file: indirect objects, cross-reference table, trailer (ISO 32000-1 §7.3.10, §7.5). */

import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";

/** The number of an indirect object. */
export type Ref = number;

export const refTo = (ref: Ref): string => `${ref} 0 R`;

/** Under this length, compression costs more than it saves. */
const SHORT = 160;

/** Level 3 is twice as fast as 6 on content streams and 4 % larger. */
const LEVEL = 3;

/** A stream: its dictionary, its bytes as they are stored, and its operators when it is a content stream. */
export interface Stream {
  readonly dictionary: string;
  readonly data: Uint8Array;
  readonly operators: string | null;
}

export type Body = string | Stream;

/** Everything that a finished file holds, before it becomes bytes. */
export interface FinishedFile {
  /** The first line: `%PDF-1.6`. */
  readonly header: string;
  /** By number. */
  readonly objects: ReadonlyMap<Ref, Body>;
  /** The trailer dictionary. */
  readonly trailer: string;
}

/** ISO 32000-1 is PDF 1.7; nothing newer than 1.6 is used. */
const HEADER = "%PDF-1.6";

export class PdfFile {
  readonly #bodies: (Body | null)[] = [];
  readonly #known = new Map<string, Ref>();

  /** Takes an object number whose object comes later with {@link define}. */
  reserve(): Ref {
    return this.#bodies.push(null);
  }

  define(ref: Ref, body: Body): void {
    this.#bodies[ref - 1] = body;
  }

  add(body: Body): Ref {
    return this.#bodies.push(body);
  }

  /** Adds an object unless an equal one is there already. */
  intern(body: string): Ref {
    let ref = this.#known.get(body);
    if (ref === undefined) {
      ref = this.add(body);
      this.#known.set(body, ref);
    }
    return ref;
  }

  /** Adds a content stream (form, pattern tile) unless an equal one is there already. */
  internStream(entries: string, operators: string): Ref {
    const key = `${entries}\n${operators}`;
    let ref = this.#known.get(key);
    if (ref === undefined) {
      ref = this.add(streamOf(entries, operators));
      this.#known.set(key, ref);
    }
    return ref;
  }

  /** A hash of all that is defined so far, 32 hex digits: equal content has equal digests. */
  digest(): string {
    const hash = createHash("sha256");
    this.#bodies.forEach((body, i) => {
      if (body === null) return;
      hash.update(`${i + 1} `);
      hash.update(typeof body === "string" ? body : body.dictionary, "latin1");
      if (typeof body !== "string") hash.update(digestOf(body.data));
    });
    return hash.digest("hex").slice(0, 32);
  }

  /** @param id what the trailer's /ID says, 32 hex digits (§14.4) */
  finish(root: Ref, info: Ref, id: string): FinishedFile {
    const objects = new Map<Ref, Body>();
    this.#bodies.forEach((body, i) => {
      if (body === null) throw new Error(`object ${i + 1} was never defined`);
      objects.set(i + 1, body);
    });
    const trailer = `<</Size ${objects.size + 1}/Root ${refTo(root)}/Info ${refTo(info)}/ID[<${id}><${id}>]>>`;
    return { header: HEADER, objects, trailer };
  }
}

/** Hashes of large streams that recur from file to file: ICC profiles, fonts, pictures. */
const digests = new WeakMap<Uint8Array, Buffer>();

function digestOf(data: Uint8Array): Buffer {
  let digest = digests.get(data);
  if (!digest) {
    digest = createHash("sha256").update(data).digest();
    digests.set(data, digest);
  }
  return digest;
}

/** The bytes of a file (§7.5). */
export function serialise({ header, objects, trailer }: FinishedFile): Uint8Array {
  // The four bytes over 127 tell transfer programs that the file is binary (§7.5.2).
  const parts: Uint8Array[] = [Buffer.from(`${header}\n%\xe2\xe3\xcf\xd3\n`, "latin1")];
  let length = parts[0]!.byteLength;
  const push = (part: Uint8Array) => {
    parts.push(part);
    length += part.byteLength;
  };
  let entries = "";
  for (const [ref, body] of objects) {
    entries += `${String(length).padStart(10, "0")} 00000 n \n`;
    if (typeof body === "string") {
      push(Buffer.from(`${ref} 0 obj\n${body}\nendobj\n`, "latin1"));
    } else {
      push(Buffer.from(`${ref} 0 obj\n${body.dictionary}\nstream\n`, "latin1"));
      push(body.data);
      push(Buffer.from("\nendstream\nendobj\n", "latin1"));
    }
  }
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.size + 1}\n0000000000 65535 f \n${entries}trailer\n${trailer}\n` +
        `startxref\n${length}\n%%EOF\n`,
      "latin1",
    ),
  );
  return Buffer.concat(parts);
}

/** A content stream, or any other text; `entries` are the dictionary's own, without Length and Filter. */
export function streamOf(entries: string, data: Uint8Array | string): Stream {
  const operators = typeof data === "string" ? data : null;
  const bytes = typeof data === "string" ? Buffer.from(data, "latin1") : data;
  if (bytes.byteLength < SHORT) return { ...rawStream(entries, bytes), operators };
  return { ...rawStream(`${entries}/Filter/FlateDecode`, deflateSync(bytes, { level: LEVEL })), operators };
}

/** A stream whose data are as the dictionary says. */
export const rawStream = (entries: string, data: Uint8Array): Stream => ({
  dictionary: `<<${entries}/Length ${data.byteLength}>>`,
  data,
  operators: null,
});
