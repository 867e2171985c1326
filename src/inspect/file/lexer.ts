/**
 * Cuts bytes into objects: those of a file's body (ISO 32000-1 §7.3) and the operands and operators of content
 * streams (§7.8.2, §8.9.7). One pass, never throws, always ends; pdf-lib's parser does none of these three.
 */

import { LIMITS } from "../limits.ts";
import { BYTE_CLASS, hexPair, WHITE } from "./bytes.ts";
import { ByteString, type Dict, Name, nameText, Ref, type Value } from "./object.ts";
import { hexBytes, hexEnd, literalBytes, literalEnd } from "./string-bytes.ts";

/** Deeper arrays and dictionaries are read as if they were not nested: a sound file has none. */
const MOST_NESTING = 64;

/** What is no object: an operator, or a word of the file's structure. */
export class Word {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Token = Value | Word;

const EMPTY_STRING = new ByteString(new Uint8Array(0));

/** Delimiters that close what somebody else opened. */
const CLOSE_ARRAY = new Word("]");
const CLOSE_DICT = new Word(">>");

export class Lexer {
  readonly #bytes: Uint8Array;
  /** Whether `12 0 R` is a reference, as in the body of a file. */
  readonly #references: boolean;
  #at = 0;
  #cut = false;
  /** Members of arrays and dictionaries since the last object or operator. */
  #members = 0;
  readonly #words = new Map<string, Word>();

  constructor(bytes: Uint8Array, references = false) {
    this.#bytes = bytes;
    this.#references = references;
  }

  /** Offset of the next byte. */
  get offset(): number {
    return this.#at;
  }

  seek(offset: number): void {
    this.#at = offset;
  }

  /** Whether an array or a dictionary was open where the bytes or the object ended, or held too much. */
  get cut(): boolean {
    return this.#cut;
  }

  /** The next object of a file's body; `undefined` when something else stands there. */
  object(): Value | undefined {
    this.#members = 0;
    const token = this.#token(0);
    if (token === undefined || token instanceof Word) return undefined;
    if (!isIndex(token)) return token;
    const end = this.#at;
    if (isIndex(this.#token(0)) && this.takeWord("R")) return new Ref(token);
    this.#at = end;
    return token;
  }

  /** Passes a word if it comes next. */
  takeWord(word: string): boolean {
    const start = this.#at;
    const token = this.#token(0);
    if (token instanceof Word && token.text === word) return true;
    this.#at = start;
    return false;
  }

  /** The next operand or operator; `undefined` at the end. Stray closing brackets are passed over. */
  token(): Token | undefined {
    for (;;) {
      const token = this.#token(0);
      if (token === CLOSE_ARRAY || token === CLOSE_DICT) continue;
      if (token instanceof Word) this.#members = 0;
      return token;
    }
  }

  #skipWhite(): void {
    const bytes = this.#bytes;
    for (;;) {
      while (BYTE_CLASS[bytes[this.#at]!] === WHITE) this.#at++;
      if (bytes[this.#at] !== 0x25) return;
      while (this.#at < bytes.length && bytes[this.#at] !== 10 && bytes[this.#at] !== 13) this.#at++;
    }
  }

  /** `undefined` at the end. */
  #token(nesting: number): Value | Word | undefined {
    this.#skipWhite();
    const bytes = this.#bytes;
    const byte = bytes[this.#at];
    if (byte === undefined) return undefined;
    if ((byte >= 0x30 && byte <= 0x39) || byte === 0x2d || byte === 0x2e || byte === 0x2b) {
      return this.#number();
    }
    switch (byte) {
      case 0x2f:
        this.#at++;
        return this.#name();
      case 0x28:
        return this.#string(literalEnd(bytes, this.#at), literalBytes);
      case 0x3c:
        if (bytes[this.#at + 1] !== 0x3c) return this.#string(hexEnd(bytes, this.#at), hexBytes);
        this.#at += 2;
        return nesting > MOST_NESTING ? null : this.#dict(nesting + 1);
      case 0x3e:
        this.#at += bytes[this.#at + 1] === 0x3e ? 2 : 1;
        return CLOSE_DICT;
      case 0x5b:
        this.#at++;
        return nesting > MOST_NESTING ? null : this.#array(nesting + 1);
      case 0x5d:
        this.#at++;
        return CLOSE_ARRAY;
      case 0x29:
      case 0x7b:
      case 0x7d:
        this.#at++;
        return null;
      default:
        return this.#word();
    }
  }

  #number(): number {
    const bytes = this.#bytes;
    let sign = 1;
    let byte = bytes[this.#at]!;
    while (byte === 0x2d || byte === 0x2b) {
      if (byte === 0x2d) sign = -1;
      byte = bytes[++this.#at]!;
    }
    let value = 0;
    let scale = 0;
    for (; ; byte = bytes[++this.#at]!) {
      if (byte >= 0x30 && byte <= 0x39) {
        value = value * 10 + (byte - 0x30);
        scale *= 10;
      } else if (byte === 0x2e && scale === 0) scale = 1;
      // Some writers put a minus inside a number; viewers ignore what follows.
      else if (byte !== 0x2d) break;
    }
    const number = (sign * value) / (scale || 1);
    return Number.isFinite(number) ? number : 0;
  }

  #regularEnd(): number {
    const bytes = this.#bytes;
    let end = this.#at;
    while (end < bytes.length && BYTE_CLASS[bytes[end]!] === 0) end++;
    return end;
  }

  #name(): Name {
    const end = this.#regularEnd();
    let text = "";
    for (let i = this.#at; i < end; i++) {
      const hex = this.#bytes[i] === 0x23 ? hexPair(this.#bytes[i + 1], this.#bytes[i + 2]) : -1;
      text += String.fromCharCode(hex < 0 ? this.#bytes[i]! : hex);
      if (hex >= 0) i += 2;
    }
    this.#at = end;
    return Name.of(nameText(text));
  }

  #word(): Value | Word {
    const end = Math.max(this.#regularEnd(), this.#at + 1);
    // No operator is longer than three letters; only the beginning of junk is kept.
    let text = "";
    for (let i = this.#at; i < Math.min(end, this.#at + 32); i++)
      text += String.fromCharCode(this.#bytes[i]!);
    this.#at = end;
    if (text === "true") return true;
    if (text === "false") return false;
    if (text === "null") return null;
    let word = this.#words.get(text);
    if (!word) {
      word = new Word(text);
      if (this.#words.size < 1000) this.#words.set(text, word);
    }
    return word;
  }

  #array(nesting: number): readonly Value[] {
    const items: Value[] = [];
    for (;;) {
      const token = this.#token(nesting);
      if (token === CLOSE_ARRAY) return items;
      if (token === undefined) return this.#stop(items);
      if (this.#isFull()) continue;
      if (!(token instanceof Word)) items.push(token);
      else if (this.#references && !takeReference(token, items)) return this.#stop(items);
    }
  }

  #dict(nesting: number): Dict {
    const dict = new Map<string, Value>();
    let key: Name | null = null;
    // What stands between two keys: one value, or the three words of a reference.
    let values: Value[] = [];
    const keep = () => {
      if (key && values.length > 0) dict.set(key.text, values[0]!);
      values = [];
    };
    for (;;) {
      const token = this.#token(nesting);
      if (token === CLOSE_DICT || token === undefined) {
        keep();
        return token === undefined ? this.#stop(dict) : dict;
      }
      if (this.#isFull()) continue;
      if (token instanceof Word) {
        if (this.#references && !takeReference(token, values)) return this.#stop(dict);
      } else if (token instanceof Name && (!key || values.length > 0)) {
        keep();
        key = token;
      } else values.push(token);
    }
  }

  /** What is too much to hold is read and dropped; an object of a file counts as broken then. */
  #isFull(): boolean {
    if (++this.#members <= LIMITS.objectMembers) return false;
    this.#cut = true;
    return true;
  }

  #stop<T>(unfinished: T): T {
    this.#cut = true;
    return unfinished;
  }

  /** A string between the bytes that delimit it. */
  #string(end: number, read: (bytes: Uint8Array) => Uint8Array): ByteString {
    const start = this.#at + 1;
    this.#at = Math.min(end + 1, this.#bytes.length);
    if (end <= start || this.#members > LIMITS.objectMembers) return EMPTY_STRING;
    const inside = this.#bytes.subarray(start, end);
    return new ByteString(read(inside));
  }
}

const isIndex = (token: Value | Word | undefined): token is number =>
  typeof token === "number" && Number.isInteger(token) && token >= 0;

/** Makes a reference of the two numbers before an `R`; false for any other word. */
function takeReference(word: Word, items: Value[]): boolean {
  const number = items.at(-2) ?? null;
  if (word.text !== "R" || !isIndex(number) || !isIndex(items.at(-1))) return false;
  items.splice(-2, 2, new Ref(number));
  return true;
}
