/** A finished file as the clauses look at it. */

import { constants, inflateSync } from "node:zlib";
import { keptWith } from "../../../base/kept-with.ts";
import type { FinishedFile, Stream } from "../file.ts";
import { type PdfDictionary, PdfName, PdfRef, PdfString, type PdfValue, parseObject } from "./syntax.ts";

export interface X4Object {
  readonly number: number;
  readonly value: PdfValue;
  readonly stream: Stream | null;
}

/** Every lookup answers with something empty where the file says nothing: a clause then finds what is missing. */
export class X4File {
  readonly header: string;
  readonly trailer: PdfDictionary;
  readonly objects: ReadonlyMap<number, X4Object>;
  readonly catalog: PdfDictionary;
  readonly info: PdfDictionary;
  readonly pages: readonly PdfDictionary[];
  /** The XMP packet. */
  readonly xmp: string;
  /** Every dictionary in the file, however deep, stream dictionaries too. */
  readonly dictionaries: readonly PdfDictionary[];
  /** Every array in the file, however deep. */
  readonly arrays: readonly (readonly PdfValue[])[];
  /** Every name in the file that is a value, and the number of the object that it is in. */
  readonly names: readonly (readonly [name: string, number: number])[];
  /** Operators of pages, forms and tiles. */
  readonly contents: readonly string[];

  constructor({ header, objects, trailer }: FinishedFile) {
    this.header = header;
    this.trailer = asDictionary(parseObject(trailer));
    const opened = new Map<number, X4Object>();
    for (const [number, body] of objects) {
      const stream = typeof body === "string" ? null : body;
      opened.set(number, { number, value: parseObject(stream?.dictionary ?? (body as string)), stream });
    }
    this.objects = opened;
    const parts: Parts = { dictionaries: [], arrays: [], names: [] };
    for (const { value, number } of opened.values()) collect(value, number, parts);
    this.dictionaries = parts.dictionaries;
    this.arrays = parts.arrays;
    this.names = parts.names;
    this.catalog = this.dictionary(this.trailer.get("Root"));
    this.info = this.dictionary(this.trailer.get("Info"));
    this.pages = this.#pagesUnder(this.dictionary(this.catalog.get("Pages")));
    const metadata = this.stream(this.catalog.get("Metadata"));
    this.xmp = metadata ? Buffer.from(metadata.data).toString("utf8") : "";
    this.contents = this.#contents();
  }

  resolve(value: PdfValue | undefined): PdfValue {
    if (value instanceof PdfRef) return this.objects.get(value.number)?.value ?? null;
    return value ?? null;
  }

  dictionary(value: PdfValue | undefined): PdfDictionary {
    return asDictionary(this.resolve(value));
  }

  array(value: PdfValue | undefined): readonly PdfValue[] {
    const resolved = this.resolve(value);
    return isArray(resolved) ? resolved : [];
  }

  stream(value: PdfValue | undefined): Stream | null {
    return value instanceof PdfRef ? (this.objects.get(value.number)?.stream ?? null) : null;
  }

  #pagesUnder(node: PdfDictionary): PdfDictionary[] {
    return this.array(node.get("Kids"))
      .map((kid) => this.dictionary(kid))
      .flatMap((kid) => (nameIn(kid, "Type") === "Pages" ? this.#pagesUnder(kid) : [kid]));
  }

  #contents(): string[] {
    const streams = this.pages.map((page) => this.stream(page.get("Contents")));
    for (const { value, stream } of this.objects.values()) {
      const entries = asDictionary(value);
      if (nameIn(entries, "Subtype") === "Form" || entries.get("PatternType") === 1) streams.push(stream);
    }
    return streams.map((stream) => (stream ? operatorsOf(stream) : ""));
  }
}

/** The first bytes of what a Flate stream holds. */
export function inflatedStart({ dictionary, data }: Omit<Stream, "plain">, stored: number): Uint8Array {
  if (!dictionary.includes("/FlateDecode")) return data.subarray(0, stored);
  const known = starts.get(data);
  if (known?.stored === stored) return known.bytes;
  const bytes = inflateSync(data.subarray(0, stored), { finishFlush: constants.Z_SYNC_FLUSH });
  starts.set(data, { stored, bytes });
  return bytes;
}

/** Of streams that recur from file to file: profiles, fonts, pictures. */
const starts = keptWith<Uint8Array, { readonly stored: number; readonly bytes: Uint8Array }>();

const operatorsOf = (stream: Stream): string =>
  typeof stream.plain === "string" ? stream.plain : plainBytes(stream).toString("latin1");

/** What a stream says once its filters are undone. */
export const plainBytes = ({ plain, ...stored }: Stream): Buffer =>
  Buffer.from(plain ?? inflatedStart(stored, stored.data.byteLength));

/** The text of a name entry, or an empty string. */
export function nameIn(entries: PdfDictionary, key: string): string {
  const value = entries.get(key);
  return value instanceof PdfName ? value.text : "";
}

/** The text of a string entry, or an empty string. */
export function textIn(entries: PdfDictionary, key: string): string {
  const value = entries.get(key);
  return value instanceof PdfString ? value.text : "";
}

export const isArray = (value: PdfValue): value is readonly PdfValue[] => Array.isArray(value);

export const isDictionary = (value: PdfValue): value is PdfDictionary => value instanceof Map;

const asDictionary = (value: PdfValue): PdfDictionary => (isDictionary(value) ? value : new Map());

interface Parts {
  readonly dictionaries: PdfDictionary[];
  readonly arrays: (readonly PdfValue[])[];
  readonly names: (readonly [name: string, number: number])[];
}

function collect(value: PdfValue, number: number, parts: Parts): void {
  if (value instanceof PdfName) parts.names.push([value.text, number]);
  else if (isArray(value)) {
    parts.arrays.push(value);
    for (const member of value) if (typeof member === "object") collect(member, number, parts);
  } else if (isDictionary(value)) {
    parts.dictionaries.push(value);
    for (const member of value.values()) if (typeof member === "object") collect(member, number, parts);
  }
}
