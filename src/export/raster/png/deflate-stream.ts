/** Literals and matches to a raw Deflate stream (RFC 1951), for whoever knows better than zlib where matches are. */

import { type PrefixCode, prefixCode } from "./huffman.ts";

export const LONGEST_MATCH = 258;
export const FARTHEST_MATCH = 32768;

const END_OF_BLOCK = 256;
const LENGTH_SYMBOLS = 29;
const DISTANCE_SYMBOLS = 30;

/** Symbols for steps of a range that widen: `extra` bits of each, and where it begins. */
interface Steps {
  readonly extra: Uint8Array;
  readonly base: Uint16Array;
}

function stepsOf(count: number, first: number, extraBits: (step: number) => number): Steps {
  const extra = Uint8Array.from({ length: count }, (_, step) => extraBits(step));
  const base = new Uint16Array(count);
  let from = first;
  for (let step = 0; step < count; step++) {
    base[step] = from;
    from += 1 << extra[step]!;
  }
  return { extra, base };
}

const LENGTHS = stepsOf(LENGTH_SYMBOLS, 3, (step) => Math.max(0, (step >> 2) - 1));
// The longest match has a symbol without extra bits.
LENGTHS.extra[LENGTH_SYMBOLS - 1] = 0;
LENGTHS.base[LENGTH_SYMBOLS - 1] = LONGEST_MATCH;

const DISTANCES = stepsOf(DISTANCE_SYMBOLS, 1, (step) => Math.max(0, (step >> 1) - 1));

/** The step of each match length. */
const LENGTH_STEP = new Uint8Array(LONGEST_MATCH + 1);
LENGTHS.base.forEach((base, step) => {
  LENGTH_STEP.fill(step, base);
});

/** What a token's low bits put into the stream: a literal's code, or a length's with its extra bits. */
function withExtraBits({ codes, lengths }: PrefixCode): {
  readonly codes: Uint32Array;
  readonly lengths: Uint8Array;
} {
  const whole = { codes: new Uint32Array(512), lengths: new Uint8Array(512) };
  whole.codes.set(codes.subarray(0, END_OF_BLOCK));
  whole.lengths.set(lengths.subarray(0, END_OF_BLOCK));
  for (let length = 3; length <= LONGEST_MATCH; length++) {
    const step = LENGTH_STEP[length]!;
    const symbol = END_OF_BLOCK + 1 + step;
    const extra = length - LENGTHS.base[step]!;
    whole.codes[LOW_OF_LENGTH + length] = codes[symbol]! | (extra << lengths[symbol]!);
    whole.lengths[LOW_OF_LENGTH + length] = lengths[symbol]! + LENGTHS.extra[step]!;
  }
  return whole;
}

function distanceStep(distance: number): number {
  if (distance <= 2) return distance - 1;
  const bits = 31 - Math.clz32(distance - 1);
  return 2 * bits + (((distance - 1) >> (bits - 1)) & 1);
}

/** Lengths come after the literals in a token's low bits. */
const LOW_OF_LENGTH = 253;

/** A block's literals and matches. */
const MOST_TOKENS = 1 << 16;
/** Four less than Deflate allows: a length and its extra bits fit into 16. */
const SYMBOL_BITS = 11;
/** A literal and a match of two symbols with extra bits need no more. */
const TOKEN_BYTES = 6;
const BLOCK_HEAD_BYTES = 400;

/** The order in which a block's head gives the lengths of its lengths' codes (RFC 1951 §3.2.7). */
const HEAD_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15] as const;

export class DeflateStream {
  /** Nine bits of a literal's byte or a match's length, then the match's distance. */
  readonly #tokens = new Uint32Array(MOST_TOKENS);
  #count = 0;
  readonly #symbols = new Uint32Array(END_OF_BLOCK + 1 + LENGTH_SYMBOLS);
  readonly #distances = new Uint32Array(DISTANCE_SYMBOLS);
  #bytes = new Uint8Array(MOST_TOKENS);
  #at = 0;
  #held = 0;
  #bits = 0;

  literal(byte: number): void {
    if (this.#count === MOST_TOKENS) this.#block(false);
    this.#tokens[this.#count++] = byte;
    this.#symbols[byte]!++;
  }

  /**
   * Repeats bytes.
   * @param length 3–258
   * @param distance back to what is repeated, 1–32768
   */
  match(length: number, distance: number): void {
    if (this.#count === MOST_TOKENS) this.#block(false);
    this.#tokens[this.#count++] = (distance << 9) | (LOW_OF_LENGTH + length);
    this.#symbols[END_OF_BLOCK + 1 + LENGTH_STEP[length]!]!++;
    this.#distances[distanceStep(distance)]!++;
  }

  /** Ends the stream and gives it. */
  end(): Uint8Array {
    this.#block(true);
    for (; this.#bits > 0; this.#bits -= 8) {
      this.#bytes[this.#at++] = this.#held;
      this.#held >>>= 8;
    }
    return this.#bytes.subarray(0, this.#at);
  }

  #block(isLast: boolean): void {
    this.#symbols[END_OF_BLOCK] = 1;
    this.#makeRoom(this.#count * TOKEN_BYTES + BLOCK_HEAD_BYTES);
    const symbols = prefixCode(this.#symbols, SYMBOL_BITS);
    const distances = prefixCode(this.#distances, 15);
    this.#put(isLast ? 1 : 0, 1);
    this.#put(2, 2);
    this.#head(symbols, distances);
    this.#body(symbols, distances);
    this.#put(symbols.codes[END_OF_BLOCK]!, symbols.lengths[END_OF_BLOCK]!);
    this.#count = 0;
    this.#symbols.fill(0);
    this.#distances.fill(0);
  }

  #head(symbols: PrefixCode, distances: PrefixCode): void {
    const symbolCount = usedCount(symbols.lengths, END_OF_BLOCK + 1);
    const distanceCount = usedCount(distances.lengths, 1);
    const runs = lengthRuns([
      ...symbols.lengths.subarray(0, symbolCount),
      ...distances.lengths.subarray(0, distanceCount),
    ]);
    const frequencies = new Uint32Array(HEAD_ORDER.length);
    for (const { symbol } of runs) frequencies[symbol]!++;
    const code = prefixCode(frequencies, 7);
    const ordered = Uint8Array.from(HEAD_ORDER, (symbol) => code.lengths[symbol]!);
    const orderedCount = usedCount(ordered, 4);
    this.#put(symbolCount - END_OF_BLOCK - 1, 5);
    this.#put(distanceCount - 1, 5);
    this.#put(orderedCount - 4, 4);
    for (const bits of ordered.subarray(0, orderedCount)) this.#put(bits, 3);
    for (const { symbol, extra, extraBits } of runs) {
      this.#put(code.codes[symbol]!, code.lengths[symbol]!);
      this.#put(extra, extraBits);
    }
  }

  #body(symbols: PrefixCode, distances: PrefixCode): void {
    // Most of the time goes here: what a length puts is looked up whole, and nothing is read from fields.
    const { codes, lengths } = withExtraBits(symbols);
    const bytes = this.#bytes;
    let [at, held, bits] = [this.#at, this.#held, this.#bits];
    for (let i = 0; i < this.#count; i++) {
      const token = this.#tokens[i]!;
      const low = token & 511;
      held |= codes[low]! << bits;
      bits += lengths[low]!;
      if (bits >= 16) {
        bytes[at++] = held;
        bytes[at++] = held >>> 8;
        held >>>= 16;
        bits -= 16;
      }
      const distance = token >>> 9;
      if (distance === 0) continue;
      const step = distanceStep(distance);
      held |= distances.codes[step]! << bits;
      bits += distances.lengths[step]!;
      if (bits >= 16) {
        bytes[at++] = held;
        bytes[at++] = held >>> 8;
        held >>>= 16;
        bits -= 16;
      }
      held |= (distance - DISTANCES.base[step]!) << bits;
      bits += DISTANCES.extra[step]!;
      if (bits >= 16) {
        bytes[at++] = held;
        bytes[at++] = held >>> 8;
        held >>>= 16;
        bits -= 16;
      }
    }
    this.#at = at;
    this.#held = held;
    this.#bits = bits;
  }

  /** @param bits of `value`, at most 15 */
  #put(value: number, bits: number): void {
    this.#held |= value << this.#bits;
    this.#bits += bits;
    if (this.#bits < 16) return;
    this.#bytes[this.#at++] = this.#held;
    this.#bytes[this.#at++] = this.#held >>> 8;
    this.#held >>>= 16;
    this.#bits -= 16;
  }

  #makeRoom(most: number): void {
    if (this.#at + most <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#at + most, this.#bytes.length * 2));
    larger.set(this.#bytes.subarray(0, this.#at));
    this.#bytes = larger;
  }
}

/** How many lengths are left without the zeros at their end, `least` at any rate. */
function usedCount(lengths: Uint8Array, least: number): number {
  let count = lengths.length;
  while (count > least && lengths[count - 1] === 0) count--;
  return count;
}

interface LengthRun {
  readonly symbol: number;
  readonly extra: number;
  readonly extraBits: number;
}

/** Code lengths with their repeats: 16 the one before 3–6 times, 17 and 18 zeros, 3–10 and 11–138 of them. */
function lengthRuns(lengths: readonly number[]): LengthRun[] {
  const runs: LengthRun[] = [];
  for (let i = 0; i < lengths.length; ) {
    const length = lengths[i]!;
    let end = i + 1;
    while (lengths[end] === length) end++;
    if (length === 0 && end - i >= 3) {
      const count = Math.min(end - i, 138);
      const [symbol, first, extraBits] = count <= 10 ? [17, 3, 3] : [18, 11, 7];
      runs.push({ symbol, extra: count - first, extraBits });
      i += count;
      continue;
    }
    runs.push({ symbol: length, extra: 0, extraBits: 0 });
    i++;
    if (end - i >= 3 && length > 0) {
      const count = Math.min(end - i, 6);
      runs.push({ symbol: 16, extra: count - 3, extraBits: 2 });
      i += count;
    }
  }
  return runs;
}
