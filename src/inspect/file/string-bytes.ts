/**
 * Strings (ISO 32000-1 §7.3.4): first where one ends, then its bytes, in one piece of memory however long it is.
 * What is not closed ends with the bytes.
 */

import { hexDigit } from "./bytes.ts";

const BACKSLASH = 0x5c;
const OPEN = 0x28;
const CLOSE = 0x29;

/** @returns offset of the parenthesis that closes the one at `start` (§7.3.4.2) */
export function literalEnd(bytes: Uint8Array, start: number): number {
  let depth = 0;
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte === BACKSLASH) at++;
    else if (byte === OPEN) depth++;
    else if (byte === CLOSE && --depth === 0) return at;
  }
  return bytes.length;
}

/** What the bytes between the parentheses stand for, escapes undone. */
export function literalBytes(inside: Uint8Array): Uint8Array {
  if (!inside.includes(BACKSLASH)) return inside;
  const out = new Uint8Array(inside.length);
  let length = 0;
  for (let at = 0; at < inside.length; ) {
    const byte = inside[at++]!;
    if (byte !== BACKSLASH) {
      out[length++] = byte;
      continue;
    }
    const escaped = inside[at++];
    if (escaped === undefined) break;
    const control = CONTROLS.get(escaped);
    if (control !== undefined) out[length++] = control;
    else if (isOctal(escaped)) {
      let code = escaped - ZERO;
      for (let i = 0; i < 2 && isOctal(inside[at]); i++) code = code * 8 + inside[at++]! - ZERO;
      out[length++] = code & 255;
    } else if (escaped === CR) {
      if (inside[at] === LF) at++;
    } else if (escaped !== LF) out[length++] = escaped;
  }
  return out.subarray(0, length);
}

const CR = 13;
const LF = 10;
const ZERO = 0x30;
const isOctal = (byte: number | undefined): boolean => byte !== undefined && byte >= ZERO && byte <= 0x37;

/** Bytes after a backslash, and what they mean (table 3). */
const CONTROLS: ReadonlyMap<number, number> = new Map(
  [..."nrtbf"].map((letter, i) => [letter.charCodeAt(0), [LF, CR, 9, 8, 12][i]!]),
);

/** @returns offset of the `>` that closes the string at `start` (§7.3.4.3) */
export function hexEnd(bytes: Uint8Array, start: number): number {
  const end = bytes.indexOf(0x3e, start);
  return end < 0 ? bytes.length : end;
}

/** Pairs of digits as bytes; what is no digit is passed over, and a last digit alone has a 0 behind it. */
export function hexBytes(inside: Uint8Array): Uint8Array {
  const out = new Uint8Array(Math.ceil(inside.length / 2));
  let digits = 0;
  for (const byte of inside) {
    const digit = hexDigit(byte);
    if (digit < 0) continue;
    out[digits >> 1]! |= digits % 2 === 0 ? digit << 4 : digit;
    digits++;
  }
  return out.subarray(0, (digits + 1) >> 1);
}
