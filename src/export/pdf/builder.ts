/** Gives objects their numbers and hands them on as soon as they are complete (ISO 32000-1 §7.3.10). */

import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { FontFace } from "../../base/font/face.ts";
import { type Body, streamOf } from "./file.ts";
import { type EmbeddedFont, embeddedFont } from "./font.ts";
import type { PlacedLayer } from "./layers.ts";
import {
  type ContentObject,
  dataDigest,
  type GlyphTexts,
  type PdfObject,
  type Ref,
  unpackTexts,
  withNumbers,
} from "./object.ts";
import { ResourceNames, resourceDictionary } from "./resources.ts";
import type { Subset } from "./subset.ts";

/** Where objects are found by their names. */
export type ObjectSource = (ref: Ref) => PdfObject | undefined;

/**
 * Objects whose numbers are remembered, the last used. One that comes again later is written again: a file of any
 * length needs the same memory.
 */
const MOST_REMEMBERED = 20_000;

/** Characters that wait to be hashed together. */
const MOST_UNHASHED = 64 * 1024;

type Streamed = Pick<ContentObject, "parts" | "resources" | "glyphs">;

interface FontInFile {
  readonly number: number;
  readonly face: FontFace;
  /** What each code says, the first that asked. */
  readonly texts: Map<number, string>;
}

export class FileBuilder {
  readonly #emit: (number: number, body: Body) => void;
  readonly #numbers = new LRUCache<Ref, number>({ maxSize: MOST_REMEMBERED, sizeCalculation: () => 1 });
  readonly #fonts = new Map<Ref, FontInFile>();
  readonly #layers = new Map<Ref, PlacedLayer>();
  readonly #hash = createHash("sha256");
  #unhashed = "";
  #last = 0;

  readonly #isNamed: (form: Ref) => boolean;

  /**
   * @param emit takes each object once, in any order of numbers
   * @param isNamed whether a shared form is written once and named; if not, streams have its operators
   */
  constructor(emit: (number: number, body: Body) => void, isNamed: (form: Ref) => boolean) {
    this.#emit = emit;
    this.#isNamed = isNamed;
  }

  /** Object numbers so far. */
  get count(): number {
    return this.#last;
  }

  /** All optional content groups. */
  get layers(): readonly PlacedLayer[] {
    return [...this.#layers.values()];
  }

  /** Takes a number whose object comes later with {@link define}. */
  reserve(): number {
    return ++this.#last;
  }

  define(number: number, body: Body): void {
    const said = typeof body === "string" ? body : `${body.dictionary}\n${dataDigest(body.data)}`;
    this.#unhashed += `${number} ${said}\n`;
    if (this.#unhashed.length > MOST_UNHASHED) this.#takeIn();
    this.#emit(number, body);
  }

  add(body: Body): number {
    const number = this.reserve();
    this.define(number, body);
    return number;
  }

  /** Adds an object that is no stream, unless an equal one is there already. */
  intern(body: string): number {
    let number = this.#numbers.get(body);
    if (number === undefined) {
      number = this.add(body);
      this.#numbers.set(body, number);
    }
    return number;
  }

  /** Whether {@link place} needs no source for an object. */
  has(ref: Ref): boolean {
    return this.#numbers.has(ref) || this.#fonts.has(ref) || this.#layers.has(ref);
  }

  /** The number of an object, which is written with all that it refers to unless it is in the file already. */
  place(ref: Ref, source: ObjectSource): number {
    const known = this.#numbers.get(ref) ?? this.#fonts.get(ref)?.number ?? this.#layers.get(ref)?.number;
    if (known !== undefined) return known;
    const object = source(ref);
    if (object === undefined) throw new Error(`nobody knows the object ${ref}`);
    const number = this.reserve();
    if (typeof object === "string" || !("kind" in object)) {
      this.#numbers.set(ref, number);
      this.define(number, this.#plain(object, source));
    } else if (object.kind === "content") {
      this.#numbers.set(ref, number);
      const { operators, resources } = this.stream(object, source);
      const entries = this.numbered(object.entries, source);
      this.define(number, streamOf(`${entries}/Resources${resources}`, operators));
    } else if (object.kind === "font") {
      this.#fonts.set(ref, { number, face: object.face, texts: new Map() });
    } else {
      this.#layers.set(ref, { number, prints: object.prints });
      this.define(number, object.dictionary);
    }
    return number;
  }

  /** A text with all that it refers to placed. */
  numbered(text: string, source: ObjectSource): string {
    return withNumbers(text, (ref) => this.place(ref, source));
  }

  /** A stream's operators and its resource dictionary, with all that it names placed. */
  stream(
    content: Streamed,
    source: ObjectSource,
  ): { readonly operators: string; readonly resources: string } {
    const names = new ResourceNames();
    const operators = this.#operators(content, names, source)!;
    const placed = (ref: Ref) => `${this.place(ref, source)} 0 R`;
    return { operators, resources: resourceDictionary(names.all, placed) };
  }

  /** `null`, and nothing is taken, when names mean two things. */
  #operators(
    { parts, resources, glyphs }: Streamed,
    names: ResourceNames,
    source: ObjectSource,
  ): string | null {
    if (!names.join(resources)) return null;
    this.#showGlyphs(glyphs, source);
    return parts
      .map((part) => {
        if (typeof part === "string") return part;
        const object = part.inlinable && !this.#isNamed(part.form) ? source(part.form) : undefined;
        const isContent = typeof object === "object" && "kind" in object && object.kind === "content";
        const inline = isContent ? this.#operators(object, names, source) : null;
        return inline ?? `${names.use("X", part.form)} Do`;
      })
      .join("\n");
  }

  #showGlyphs(glyphs: GlyphTexts, source: ObjectSource): void {
    for (const [ref, packed] of glyphs) {
      this.place(ref, source);
      unpackTexts(packed, this.#fonts.get(ref)!.texts);
    }
  }

  /** Writes every font; no glyph may be shown after it. */
  finishFonts(subset: Subset): readonly EmbeddedFont[] {
    return Array.from(this.#fonts.values(), ({ number, face, texts }) => {
      const font = embeddedFont(face, texts, subset);
      this.define(
        number,
        this.numbered(font.dictionary, (ref) => font.objects.get(ref)),
      );
      return font;
    });
  }

  /** A hash of all that is defined so far, 32 hex digits: equal content has equal digests. */
  digest(): string {
    this.#takeIn();
    return this.#hash.copy().digest("hex").slice(0, 32);
  }

  #takeIn(): void {
    this.#hash.update(this.#unhashed, "latin1");
    this.#unhashed = "";
  }

  #plain(object: Exclude<PdfObject, { kind: string }>, source: ObjectSource): Body {
    if (typeof object === "string") return this.numbered(object, source);
    return { ...object, dictionary: this.numbered(object.dictionary, source) };
  }
}
