/**
 * Objects of a PDF before they have numbers. An object is named by a digest of what it holds, and what it refers to
 * is named inside it, so equal objects have equal names in every file, thread and run.
 */

import { hash } from "node:crypto";
import type { FontFace } from "../../base/font/face.ts";
import { foundOnce } from "../../base/found-once.ts";
import type { Stream } from "./file.ts";
import { type Resource, resourceDictionary } from "./resources.ts";

/** The name of an object. */
export type Ref = string;

/** Texts that a stream shows by glyph codes: for each font, what each code says, as {@link packTexts} puts it. */
export type GlyphTexts = ReadonlyMap<Ref, string>;

/**
 * What codes say in one string, which crosses to another thread faster than a map: of each the code and the length of
 * its text as characters, then the text.
 */
export function packTexts(texts: ReadonlyMap<number, string>): string {
  let packed = "";
  for (const [code, text] of texts) packed += String.fromCharCode(code, text.length) + text;
  return packed;
}

/** Adds what the codes say that say nothing yet. */
export function unpackTexts(packed: string, texts: Map<number, string>): void {
  for (let at = 0; at < packed.length; ) {
    const code = packed.charCodeAt(at);
    const end = at + 2 + packed.charCodeAt(at + 1);
    if (!texts.has(code)) texts.set(code, packed.slice(at + 2, end));
    at = end;
  }
}

/** A form that may stand in many streams: each either names it or has its operators in its place. */
export interface SharedForm {
  readonly form: Ref;
  /** Whether its operators may stand in another stream: patterns refer to the space of their own (§8.7.3.1). */
  readonly inlinable: boolean;
  readonly transparent: boolean;
}

/** A form XObject or the tile of a pattern. */
export interface ContentObject {
  readonly kind: "content";
  /** The dictionary's own entries, without Resources, Length and Filter. */
  readonly entries: string;
  /** Operators, in pieces between forms that may be shared. */
  readonly parts: readonly (string | SharedForm)[];
  readonly resources: readonly Resource[];
  readonly glyphs: GlyphTexts;
}

/** A font whose program, widths and texts depend on what the whole file shows with it. */
export interface FontObject {
  readonly kind: "font";
  readonly face: FontFace;
}

/** An optional content group, which the catalog must list. */
export interface LayerObject {
  readonly kind: "layer";
  readonly dictionary: string;
  /** Whether what is on it is printed. */
  readonly prints: boolean;
}

/** A string is any object that is no stream. */
export type PdfObject = string | Stream | ContentObject | FontObject | LayerObject;

/** Brackets that no PDF text here contains: what is not printable ASCII is written as digits. */
export const refTo = (ref: Ref): string => `‹${ref}›`;

/** The references in a text, each as often as it occurs. */
export function refsIn(text: string): readonly Ref[] {
  const refs: Ref[] = [];
  for (let open = text.indexOf("‹"); open >= 0; ) {
    const close = text.indexOf("›", open);
    refs.push(text.slice(open + 1, close));
    open = text.indexOf("‹", close);
  }
  return refs;
}

/** The text with numbers in place of names (§7.3.10). */
export function withNumbers(text: string, numberOf: (ref: Ref) => number): string {
  let open = text.indexOf("‹");
  if (open < 0) return text;
  let written = "";
  let end = 0;
  while (open >= 0) {
    const close = text.indexOf("›", open);
    written += `${text.slice(end, open)}${numberOf(text.slice(open + 1, close))} 0 R`;
    end = close + 1;
    open = text.indexOf("‹", end);
  }
  return written + text.slice(end);
}

/** All that a stream names. */
export function namedIn({
  parts,
  resources,
  glyphs,
}: Pick<ContentObject, "parts" | "resources" | "glyphs">): readonly Ref[] {
  const refs: Ref[] = [...glyphs.keys()];
  for (const { ref } of resources) refs.push(ref);
  refs.push(...formsIn(parts));
  return refs;
}

/** All that an object refers to. */
export function refsOf(object: PdfObject): readonly Ref[] {
  if (typeof object === "string") return refsIn(object);
  if (!("kind" in object)) return refsIn(object.dictionary);
  switch (object.kind) {
    case "content":
      return [...refsIn(object.entries), ...namedIn(object)];
    case "font":
      return [];
    case "layer":
      return refsIn(object.dictionary);
  }
}

/** The shared forms of a stream, each as often as it occurs. */
export function formsIn(parts: readonly (string | SharedForm)[]): readonly Ref[] {
  const forms: Ref[] = [];
  for (const part of parts) if (typeof part !== "string") forms.push(part.form);
  return forms;
}

/** About as many bytes as an object keeps in memory. */
export function sizeOf(object: PdfObject): number {
  if (typeof object === "string") return object.length + 100;
  if (!("kind" in object)) return object.data.byteLength + (object.plain?.length ?? 0) + 200;
  if (object.kind === "content") {
    const length = object.parts.reduce((sum, part) => sum + (typeof part === "string" ? part.length : 0), 0);
    return length + object.entries.length + 500;
  }
  return 200;
}

const LENGTH = 20;

const digestOf = (text: string): Ref => hash("sha256", text, "base64url").slice(0, LENGTH);

/** Digests of large streams that recur from file to file: ICC profiles, fonts, pictures. */
export const dataDigest = foundOnce((data: Uint8Array) => hash("sha256", data, "base64"));

/** Names of the short texts that recur from stream to stream. */
const known = new Map<string, Ref>();
const [LONGEST_KNOWN, MOST_KNOWN] = [200, 4096];

function nameOfText(text: string): Ref {
  if (text.length > LONGEST_KNOWN) return digestOf(text);
  let ref = known.get(text);
  if (ref === undefined) {
    ref = digestOf(text);
    if (known.size < MOST_KNOWN) known.set(text, ref);
  }
  return ref;
}

const fontOf = foundOnce((face: FontFace) => {
  const object: FontObject = { kind: "font", face };
  return { ref: nameOfText(`font ${face.id}`), object };
});

/** Objects that belong together, each once. */
export type Objects = ReadonlyMap<Ref, PdfObject>;

/** What several have, each once. */
export function allOf(pieces: readonly Objects[]): Objects {
  const [first] = pieces;
  if (first && pieces.length === 1) return first;
  const all = new Map<Ref, PdfObject>();
  for (const piece of pieces) for (const [ref, object] of piece) all.set(ref, object);
  return all;
}

/** The objects of one piece of content. */
export class ObjectStore {
  readonly #objects = new Map<Ref, PdfObject>();

  get objects(): Objects {
    return this.#objects;
  }

  get(ref: Ref): PdfObject | undefined {
    return this.#objects.get(ref);
  }

  /** Adds an object that is no stream, unless an equal one is there already. */
  intern(body: string): Ref {
    return this.#keep(nameOfText(body), body);
  }

  internContent(content: ContentObject): Ref {
    const { entries, parts, resources } = content;
    const written = parts.map((part) => (typeof part === "string" ? part : refTo(part.form))).join("\n");
    const ref = digestOf(`${entries}\n${resourceDictionary(resources)}\n${written}`);
    return this.#keep(ref, content);
  }

  internStream(stream: Stream): Ref {
    return this.#keep(digestOf(`${stream.dictionary}\n${dataDigest(stream.data)}`), stream);
  }

  internFont(face: FontFace): Ref {
    const { ref, object } = fontOf(face);
    return this.#keep(ref, object);
  }

  internLayer(layer: Omit<LayerObject, "kind">): Ref {
    return this.#keep(nameOfText(layer.dictionary), { kind: "layer", ...layer });
  }

  #keep(ref: Ref, object: PdfObject): Ref {
    if (!this.#objects.has(ref)) this.#objects.set(ref, object);
    return ref;
  }
}
