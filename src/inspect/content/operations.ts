/** Cuts a content stream into operators with their operands (ISO 32000-1 §7.8.2), inline pictures included (§8.9.7). */

import { BYTE_CLASS, WHITE } from "../file/bytes.ts";
import { Lexer, Word } from "../file/lexer.ts";
import { type Dict, Name, type Value } from "../file/object.ts";

/** An inline picture: what stands between BI and EI. */
export interface InlineImage {
  readonly dict: Dict;
  readonly data: Uint8Array;
}

/** One operator with the operands before it. */
export interface Operation {
  readonly operator: string;
  readonly operands: readonly Value[];
  readonly inlineImage: InlineImage | null;
}

/** §8.2 says at most 33; only DeviceN colours come near. */
const MOST_OPERANDS = 512;

export class Operations {
  readonly #bytes: Uint8Array;
  readonly #lexer: Lexer;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#lexer = new Lexer(bytes);
  }

  /** `null` at the end. */
  next(): Operation | null {
    const operands: Value[] = [];
    for (;;) {
      const token = this.#lexer.token();
      if (token === undefined) return null;
      if (!(token instanceof Word)) {
        if (operands.length < MOST_OPERANDS) operands.push(token);
        continue;
      }
      if (token.text === "BI") return { operator: "BI", operands: [], inlineImage: this.#inlineImage() };
      return { operator: token.text, operands, inlineImage: null };
    }
  }

  /** The dictionary up to ID, then data up to an EI that stands free. */
  #inlineImage(): InlineImage {
    const dict = new Map<string, Value>();
    let key: Name | null = null;
    for (;;) {
      const token = this.#lexer.token();
      if (token === undefined) return { dict, data: new Uint8Array(0) };
      if (token instanceof Word) {
        if (token.text === "ID") break;
      } else if (key) {
        dict.set(key.text, token);
        key = null;
      } else if (token instanceof Name) key = token;
    }
    const bytes = this.#bytes;
    const start = Math.min(this.#lexer.offset + 1, bytes.length);
    for (let i = start; i + 1 < bytes.length; i++) {
      const isEnd = bytes[i] === 0x45 && bytes[i + 1] === 0x49;
      if (!isEnd || BYTE_CLASS[bytes[i - 1]!] !== WHITE || !this.#looksLikeContent(i + 2)) continue;
      this.#lexer.seek(i + 2);
      return { dict, data: bytes.subarray(start, i) };
    }
    this.#lexer.seek(bytes.length);
    return { dict, data: bytes.subarray(start) };
  }

  /** Picture data hold “EI” by chance, but seldom with plain text behind it. */
  #looksLikeContent(from: number): boolean {
    const bytes = this.#bytes;
    if (from < bytes.length && BYTE_CLASS[bytes[from]!] !== WHITE) return false;
    for (let i = from; i < Math.min(from + 12, bytes.length); i++) {
      const byte = bytes[i]!;
      if (byte > 126 || (byte < 32 && BYTE_CLASS[byte] !== WHITE)) return false;
    }
    return true;
  }
}
