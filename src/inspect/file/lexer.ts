/**
 * Cuts bytes into objects: those of a file's body (ISO 32000-1 §7.3) and the operands and operators of content
 * streams (§7.8.2, §8.9.7). One pass, never throws, always ends; pdf-lib's parser does none of these three.
 */

import { ByteString, type Dict, Name, nameText, Ref, type Value } from "./object.ts";

/** An inline picture: what stands between BI and EI. */
export interface InlineImage {
  readonly dict: Dict;
  readonly data: Uint8Array;
}

/** One operator with the operands before it. The operands are only good until the next one is read. */
export interface Operation {
  readonly operator: string;
  readonly operands: readonly Value[];
  readonly inlineImage: InlineImage | null;
}

/** §8.2 says at most 33 operands; only DeviceN colours come near. */
const MOST_OPERANDS = 512;
/** Deeper arrays and dictionaries are read as if they were not nested: a sound file has none. */
const MOST_NESTING = 64;

const WHITE = 1;
const DELIMITER = 2;
const CLASS = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) CLASS[byte] = WHITE;
for (const char of "()<>[]{}/%") CLASS[char.charCodeAt(0)] = DELIMITER;

/** A word that is no operand. */
class Keyword {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** Delimiters that close what somebody else opened. */
const CLOSE_ARRAY = new Keyword("]");
const CLOSE_DICT = new Keyword(">>");

export class Lexer {
  readonly #bytes: Uint8Array;
  /** Whether `12 0 R` is a reference, as in the body of a file. */
  readonly #references: boolean;
  #at = 0;
  #cut = false;
  readonly #keywords = new Map<string, Keyword>();

  constructor(bytes: Uint8Array, references = false) {
    this.#bytes = bytes;
    this.#references = references;
  }

  /** Offset of the next byte. */
  get offset(): number {
    return this.#at;
  }

  /** Whether an array or a dictionary was open where the bytes or the object ended. */
  get cut(): boolean {
    return this.#cut;
  }

  /** The next object of a file's body; `undefined` when something else stands there. */
  object(): Value | undefined {
    const token = this.#token(0);
    if (token === undefined || token instanceof Keyword) return undefined;
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
    if (token instanceof Keyword && token.text === word) return true;
    this.#at = start;
    return false;
  }

  /** The next operation of a content stream; `null` at the end. */
  next(): Operation | null {
    const operands: Value[] = [];
    for (;;) {
      const token = this.#token(0);
      if (token === undefined) return null;
      if (!(token instanceof Keyword)) {
        if (operands.length < MOST_OPERANDS) operands.push(token);
        continue;
      }
      if (token === CLOSE_ARRAY || token === CLOSE_DICT) continue;
      if (token.text === "BI") return { operator: "BI", operands: [], inlineImage: this.#inlineImage() };
      return { operator: token.text, operands, inlineImage: null };
    }
  }

  #skipWhite(): void {
    const bytes = this.#bytes;
    for (;;) {
      while (CLASS[bytes[this.#at]!] === WHITE) this.#at++;
      if (bytes[this.#at] !== 0x25) return;
      while (this.#at < bytes.length && bytes[this.#at] !== 10 && bytes[this.#at] !== 13) this.#at++;
    }
  }

  /** `undefined` at the end. */
  #token(nesting: number): Value | Keyword | undefined {
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
        return this.#literal();
      case 0x3c:
        if (bytes[this.#at + 1] !== 0x3c) return this.#hex();
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
    while (end < bytes.length && CLASS[bytes[end]!] === 0) end++;
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

  #word(): Value | Keyword {
    const end = Math.max(this.#regularEnd(), this.#at + 1);
    // No operator is longer than three letters; only the beginning of junk is kept.
    let text = "";
    for (let i = this.#at; i < Math.min(end, this.#at + 32); i++)
      text += String.fromCharCode(this.#bytes[i]!);
    this.#at = end;
    if (text === "true") return true;
    if (text === "false") return false;
    if (text === "null") return null;
    let keyword = this.#keywords.get(text);
    if (!keyword) {
      keyword = new Keyword(text);
      if (this.#keywords.size < 1000) this.#keywords.set(text, keyword);
    }
    return keyword;
  }

  #array(nesting: number): readonly Value[] {
    const items: Value[] = [];
    for (;;) {
      const token = this.#token(nesting);
      if (token === CLOSE_ARRAY) return items;
      if (token === undefined) return this.#stop(items);
      if (!(token instanceof Keyword)) items.push(token);
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
      if (token instanceof Keyword) {
        if (this.#references && !takeReference(token, values)) return this.#stop(dict);
      } else if (token instanceof Name && (!key || values.length > 0)) {
        keep();
        key = token;
      } else values.push(token);
    }
  }

  #stop<T>(unfinished: T): T {
    this.#cut = true;
    return unfinished;
  }

  /** §7.3.4.2 */
  #literal(): ByteString {
    const bytes = this.#bytes;
    const out: number[] = [];
    let depth = 1;
    this.#at++;
    while (this.#at < bytes.length) {
      const byte = bytes[this.#at++]!;
      if (byte === 0x5c) this.#escape(out);
      else if (byte === 0x29 && --depth === 0) break;
      else {
        if (byte === 0x28) depth++;
        out.push(byte);
      }
    }
    return new ByteString(Uint8Array.from(out));
  }

  #escape(out: number[]): void {
    const bytes = this.#bytes;
    const byte = bytes[this.#at++];
    if (byte === undefined) return;
    const simple = "nrtbf".indexOf(String.fromCharCode(byte));
    if (simple >= 0) out.push([10, 13, 9, 8, 12][simple]!);
    else if (byte >= 0x30 && byte <= 0x37) {
      let code = byte - 0x30;
      for (let i = 0; i < 2 && bytes[this.#at]! >= 0x30 && bytes[this.#at]! <= 0x37; i++) {
        code = code * 8 + bytes[this.#at++]! - 0x30;
      }
      out.push(code & 255);
    } else if (byte === 13) {
      if (bytes[this.#at] === 10) this.#at++;
    } else if (byte !== 10) out.push(byte);
  }

  /** §7.3.4.3 */
  #hex(): ByteString {
    const bytes = this.#bytes;
    const digits: number[] = [];
    this.#at++;
    while (this.#at < bytes.length) {
      const byte = bytes[this.#at++]!;
      if (byte === 0x3e) break;
      const digit = hexDigit(byte);
      if (digit >= 0) digits.push(digit);
    }
    if (digits.length % 2) digits.push(0);
    const out = new Uint8Array(digits.length / 2);
    for (let i = 0; i < out.length; i++) out[i] = digits[2 * i]! * 16 + digits[2 * i + 1]!;
    return new ByteString(out);
  }

  /** §8.9.7: the dictionary up to ID, then data up to an EI that stands free. */
  #inlineImage(): InlineImage {
    const dict = new Map<string, Value>();
    let key: Name | null = null;
    for (;;) {
      const token = this.#token(0);
      if (token === undefined) return { dict, data: new Uint8Array(0) };
      if (token instanceof Keyword) {
        if (token.text === "ID") break;
        continue;
      }
      if (key) {
        dict.set(key.text, token);
        key = null;
      } else if (token instanceof Name) key = token;
    }
    const bytes = this.#bytes;
    const start = Math.min(this.#at + 1, bytes.length);
    for (let i = start; i + 1 < bytes.length; i++) {
      const isEnd = bytes[i] === 0x45 && bytes[i + 1] === 0x49;
      if (!isEnd || CLASS[bytes[i - 1]!] !== WHITE || !this.#looksLikeContent(i + 2)) continue;
      this.#at = i + 2;
      return { dict, data: bytes.subarray(start, i) };
    }
    this.#at = bytes.length;
    return { dict, data: bytes.subarray(start) };
  }

  /** Picture data hold “EI” by chance, but seldom with plain text behind it. */
  #looksLikeContent(from: number): boolean {
    const bytes = this.#bytes;
    if (from < bytes.length && CLASS[bytes[from]!] !== WHITE) return false;
    for (let i = from; i < Math.min(from + 12, bytes.length); i++) {
      const byte = bytes[i]!;
      if (byte > 126 || (byte < 32 && CLASS[byte] !== WHITE)) return false;
    }
    return true;
  }
}

const isIndex = (token: Value | Keyword | undefined): token is number =>
  typeof token === "number" && Number.isInteger(token) && token >= 0;

/** Makes a reference of the two numbers before an `R`; false for any other word. */
function takeReference(word: Keyword, items: Value[]): boolean {
  const number = items.at(-2) ?? null;
  if (word.text !== "R" || !isIndex(number) || !isIndex(items.at(-1))) return false;
  items.splice(-2, 2, new Ref(number));
  return true;
}

function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

function hexPair(high: number | undefined, low: number | undefined): number {
  const [a, b] = [hexDigit(high), hexDigit(low)];
  return a < 0 || b < 0 ? -1 : a * 16 + b;
}
