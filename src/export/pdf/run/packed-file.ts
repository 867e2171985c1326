/** A file written as its objects come: object streams and a cross-reference stream (ISO 32000-1 §7.5.7, §7.5.8). */

import { deflateSync } from "node:zlib";
import { type Body, HEADER } from "../file.ts";

/** Objects in one object stream: a reader unpacks all of them for one. */
const IN_ONE_STREAM = 200;
/** Deflate level of what is written once a file or once in many pages. */
const SMALLEST = 9;

/** Kinds of cross-reference entries (table 18). */
const [FREE, PLAIN, PACKED] = [0, 1, 2];
/** Bytes of the three fields: kind, offset or stream, index. Offsets reach 1 TB. */
const WIDTHS = [1, 5, 1] as const;
const ENTRY = WIDTHS[0] + WIDTHS[1] + WIDTHS[2];

export class PackedFile {
  readonly #reserve: () => number;
  #chunks: Uint8Array[] = [];
  #length = 0;
  #waiting: { readonly number: number; readonly body: string }[] = [];
  /** {@link ENTRY} bytes for each object number. */
  #entries = Buffer.alloc(ENTRY * 1024);

  /** @param reserve gives numbers for the file's own streams */
  constructor(reserve: () => number) {
    this.#reserve = reserve;
    // The four bytes over 127 tell transfer programs that the file is binary (§7.5.2).
    this.#push(Buffer.from(`${HEADER}\n%\xe2\xe3\xcf\xd3\n`, "latin1"));
    this.#note(0, FREE, 0, 0);
  }

  /** Bytes so far. */
  get length(): number {
    return this.#length;
  }

  write(number: number, body: Body): void {
    if (typeof body === "string") {
      this.#waiting.push({ number, body });
      if (this.#waiting.length === IN_ONE_STREAM) this.#pack();
      return;
    }
    this.#note(number, PLAIN, this.#length, 0);
    this.#push(Buffer.from(`${number} 0 obj\n${body.dictionary}stream\n`, "latin1"));
    this.#push(body.data);
    this.#push(Buffer.from("\nendstream\nendobj\n", "latin1"));
  }

  /** The bytes since the last time, in order. */
  take(): readonly Uint8Array[] {
    const chunks = this.#chunks;
    this.#chunks = [];
    return chunks;
  }

  /** @param id what the trailer's /ID says, 32 hex digits (§14.4) */
  finish(root: number, info: number, id: string): void {
    this.#pack();
    const number = this.#reserve();
    const start = this.#length;
    this.#note(number, PLAIN, start, 0);
    const size = number + 1;
    // The difference to the entry above: most of them repeat it (§7.4.4.4).
    const rows = Buffer.alloc(size * (ENTRY + 1));
    for (let i = 0; i < size; i++) {
      rows[i * (ENTRY + 1)] = 2;
      for (let j = 0; j < ENTRY; j++) {
        const above = i === 0 ? 0 : this.#entries[(i - 1) * ENTRY + j]!;
        rows[i * (ENTRY + 1) + 1 + j] = this.#entries[i * ENTRY + j]! - above;
      }
    }
    const data = deflateSync(rows, { level: SMALLEST });
    const entries =
      `/Type/XRef/Size ${size}/W[${WIDTHS.join(" ")}]/Root ${root} 0 R/Info ${info} 0 R/ID[<${id}><${id}>]` +
      `/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns ${ENTRY}>>`;
    this.write(number, { dictionary: `<<${entries}/Length ${data.byteLength}>>`, data, plain: null });
    this.#push(Buffer.from(`startxref\n${start}\n%%EOF\n`, "latin1"));
  }

  #pack(): void {
    if (this.#waiting.length === 0) return;
    const number = this.#reserve();
    let heads = "";
    let bodies = "";
    this.#waiting.forEach((each, index) => {
      heads += `${each.number} ${bodies.length} `;
      bodies += `${each.body}\n`;
      this.#note(each.number, PACKED, number, index);
    });
    const data = deflateSync(Buffer.from(heads + bodies, "latin1"), { level: SMALLEST });
    const entries = `/Type/ObjStm/N ${this.#waiting.length}/First ${heads.length}/Filter/FlateDecode`;
    this.#waiting = [];
    this.write(number, { dictionary: `<<${entries}/Length ${data.byteLength}>>`, data, plain: null });
  }

  #push(bytes: Uint8Array): void {
    this.#chunks.push(bytes);
    this.#length += bytes.byteLength;
  }

  #note(number: number, kind: number, at: number, index: number): void {
    if ((number + 1) * ENTRY > this.#entries.byteLength) {
      this.#entries = Buffer.concat([
        this.#entries,
        Buffer.alloc(Math.max(this.#entries.byteLength, (number + 1) * ENTRY)),
      ]);
    }
    const start = number * ENTRY;
    this.#entries.writeUInt8(kind, start);
    this.#entries.writeUIntBE(at, start + 1, WIDTHS[1]);
    this.#entries.writeUInt8(index, start + 1 + WIDTHS[1]);
  }
}
