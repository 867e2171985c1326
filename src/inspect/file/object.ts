/** PDF objects as plain data (ISO 32000-1 §7.3), immutable, without the parser that read them. */

/** A name, without its solidus and with its `#xx` escapes undone. Equal names are one object. */
export class Name {
  static readonly #known = new Map<string, Name>();
  readonly text: string;

  private constructor(text: string) {
    this.text = text;
  }

  /** @param text bytes as latin-1 or already decoded UTF-8; both spellings of a name must use the same */
  static of(text: string): Name {
    let name = Name.#known.get(text);
    if (!name) {
      name = new Name(text);
      // Hostile files may hold millions of names; only so many are worth sharing.
      if (Name.#known.size < 20_000) Name.#known.set(text, name);
    }
    return name;
  }
}

/** A string's bytes; what they mean depends on where it stands. */
export class ByteString {
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
}

/** An indirect reference. */
export class Ref {
  readonly number: number;

  constructor(number: number) {
    this.number = number;
  }
}

/** Keys are names without solidus. */
export type Dict = ReadonlyMap<string, Value>;

/** A stream with its data as they stand in the file, still encoded. */
export class Stream {
  readonly dict: Dict;
  readonly data: Uint8Array;

  constructor(dict: Dict, data: Uint8Array) {
    this.dict = dict;
    this.data = data;
  }
}

export type Value = null | boolean | number | Name | ByteString | Ref | readonly Value[] | Dict | Stream;

export const EMPTY_DICT: Dict = new Map();

export const isArray = (value: Value): value is readonly Value[] => Array.isArray(value);
export const isDict = (value: Value): value is Dict => value instanceof Map;

/** A name's bytes as text: UTF-8 where they are (§7.3.5), else latin-1. */
export function nameText(latin1: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is the fast way out
  if (/^[\x00-\x7f]*$/.test(latin1)) return latin1;
  const text = Buffer.from(latin1, "latin1").toString("utf8");
  return text.includes("\ufffd") ? latin1 : text;
}
