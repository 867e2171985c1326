/**
 * Rows of pixels to PNG's zlib stream, pixel by pixel: artwork is flat, so nearly every pixel repeats its neighbour,
 * and what does not occurred a moment ago. zlib looks for that byte by byte, in three times as many places.
 */

import { DeflateStream, FARTHEST_MATCH, LONGEST_MATCH } from "./deflate-stream.ts";

/** Filter types (ISO/IEC 15948 §9.2): a row as it is, or as its difference from the one above. */
const PLAIN = 0;
const UP = 2;

/** CMF and FLG (RFC 1950 §2.2): Deflate with a window of 32 KB. */
const ZLIB_HEAD = [0x78, 0x01] as const;

const ADLER_MODULUS = 65521;

/** New pixels held at once: with what matches may reach, they fit into a processor's cache. */
const NEW_PIXELS = 1 << 16;

const HASH_BITS = 14;
const HASH_SHIFT = 32 - HASH_BITS;
/** Odd, and without a pattern (Knuth, TAOCP 3 §6.4). */
const SCATTER = 0x9e3779b1;
const SCATTER_NEXT = 0x85ebca6b;

/** As far back as a place can be that was never noted. */
const NOWHERE = -1e9;

export class PixelDeflate {
  readonly #stream = new DeflateStream();
  /** Pixels of a row. */
  readonly #width: number;
  /** Bytes of a pixel in the file: red, green, blue, and alpha where there is one. */
  readonly #channels: 3 | 4;
  /** The last rows, those that matches may reach first; a word a pixel. */
  readonly #pixels: Int32Array;
  readonly #bytes: Buffer;
  /** How many rows are held, and how many of them matches may reach. */
  #held = 0;
  readonly #reach: number;
  /** Pixels before those that are held. */
  #before = 0;
  /** Where such a pair of pixels, or such a pixel, was last seen, counted from the picture's first pixel. */
  readonly #pairs = new Int32Array(1 << HASH_BITS).fill(NOWHERE);
  readonly #singles = new Int32Array(1 << HASH_BITS).fill(NOWHERE);
  /** How far back, bytes, the found occurrence is. */
  #distance = 0;
  /** Adler-32 (RFC 1950 §9): the sum of all bytes, and the sum of all such sums. */
  #sum = 1;
  #sums = 0;

  /** @param width pixels of a row */
  constructor(width: number, channels: 3 | 4) {
    this.#width = width;
    this.#channels = channels;
    this.#reach = Math.ceil(FARTHEST_MATCH / this.#rowBytes);
    const rows = this.#reach + Math.ceil(NEW_PIXELS / width);
    this.#pixels = new Int32Array(rows * width);
    this.#bytes = Buffer.from(this.#pixels.buffer);
  }

  /** @param rgba whole rows, four bytes a pixel, colour not multiplied by alpha */
  add(rgba: Uint8Array): void {
    const size = this.#width * 4;
    for (let from = 0; from < rgba.length; ) {
      if (this.#held * size === this.#bytes.length) this.#forget();
      const some = rgba.subarray(from, from + this.#bytes.length - this.#held * size);
      this.#bytes.set(some, this.#held * size);
      from += some.length;
      for (const end = this.#held + some.length / size; this.#held < end; this.#held++) this.#row();
    }
  }

  /** Ends the stream and gives it. */
  end(): Uint8Array {
    const deflated = this.#stream.end();
    const zlib = new Uint8Array(ZLIB_HEAD.length + deflated.length + 4);
    zlib.set(ZLIB_HEAD);
    zlib.set(deflated, ZLIB_HEAD.length);
    new DataView(zlib.buffer).setUint32(zlib.length - 4, this.#sums * 65536 + this.#sum);
    return zlib;
  }

  get #rowBytes(): number {
    return this.#width * this.#channels + 1;
  }

  /** Keeps only rows that matches may reach. */
  #forget(): void {
    const gone = (this.#held - this.#reach) * this.#width;
    this.#pixels.copyWithin(0, gone);
    this.#before += gone;
    this.#held = this.#reach;
  }

  #row(): void {
    const start = this.#held * this.#width;
    if (this.#held > 0 && this.#repeatsRowBefore(start)) this.#repeatedRow();
    else this.#plainRow(start, start + this.#width);
  }

  #repeatsRowBefore(start: number): boolean {
    const [above, from, end] = [start - this.#width, start, start + this.#width];
    return this.#bytes.compare(this.#bytes, above * 4, from * 4, from * 4, end * 4) === 0;
  }

  /** Zeros, each the one before again: a match as near as that takes a few bits. */
  #repeatedRow(): void {
    const stream = this.#stream;
    stream.literal(UP);
    stream.literal(0);
    let zeros = this.#rowBytes - 2;
    for (; zeros >= LONGEST_MATCH; zeros -= LONGEST_MATCH) stream.match(LONGEST_MATCH, 1);
    if (zeros >= 3) stream.match(zeros, 1);
    else for (; zeros > 0; zeros--) stream.literal(0);
    this.#sum += UP;
    this.#sums += this.#rowBytes * this.#sum;
    this.#reduceSums();
  }

  #plainRow(start: number, end: number): void {
    const bytes = this.#bytes;
    const pixels = this.#pixels;
    const channels = this.#channels;
    this.#stream.literal(PLAIN);
    let sum = this.#sum + PLAIN;
    let sums = this.#sums + sum;
    for (let at = start; at < end; ) {
      if (at > start && pixels[at] === pixels[at - 1]) {
        const count = this.#repeatPixel(at, end);
        const [red, green, blue] = [bytes[at * 4]!, bytes[at * 4 + 1]!, bytes[at * 4 + 2]!];
        const alpha = channels === 4 ? bytes[at * 4 + 3]! : 0;
        const total = red + green + blue + alpha;
        const rising = 3 * red + 2 * green + blue + (channels === 4 ? total : 0);
        sums += count * (channels * (sum + (total * (count - 1)) / 2) + rising);
        sum += count * total;
        at += count;
      } else {
        const next = at + this.#newPixels(at, end);
        let part = sum | 0, parts = 0;
        for (; at < next; at++) {
          const pixel = pixels[at]!;
          const total = (pixel & 255) + ((pixel >>> 8) & 255) + ((pixel >>> 16) & 255);
          parts = (parts + 3 * part + 2 * total + (pixel & 255) - ((pixel >>> 16) & 255)) | 0;
          part = (part + total) | 0;
        }
        sum = part; sums += parts;
      }
    }
    this.#sum = sum;
    this.#sums = sums;
    this.#reduceSums();
  }

  /** Repeats the pixel before for as long as it recurs; a match as near as that takes a few bits. */
  #repeatPixel(at: number, end: number): number {
    const channels = this.#channels;
    const most = Math.floor(LONGEST_MATCH / channels);
    const count = runEnd(this.#pixels, at, end) - at;
    let left = count;
    for (; left > most; left -= most) this.#stream.match(most * channels, channels);
    this.#stream.match(left * channels, channels);
    return count;
  }

  /** One pixel or more, as they occurred before or as they are. */
  #newPixels(at: number, end: number): number {
    const channels = this.#channels;
    const count = this.#pairBefore(at, end) || this.#pixelBefore(at);
    if (count > 0) {
      this.#stream.match(count * channels, this.#distance);
      return count;
    }
    for (let i = at * 4; i < at * 4 + channels; i++) this.#stream.literal(this.#bytes[i]!);
    return 1;
  }

  /** How many pixels, two at least, stood where this one and its neighbour were seen last; 0 for none. */
  #pairBefore(at: number, end: number): number {
    if (at + 1 === end) return 0;
    const pixels = this.#pixels;
    const [first, second] = [pixels[at]!, pixels[at + 1]!];
    const hash = Math.imul(first ^ Math.imul(second, SCATTER_NEXT), SCATTER) >>> HASH_SHIFT;
    const before = this.#pairs[hash]! - this.#before;
    this.#pairs[hash] = at + this.#before;
    if (before < 0 || pixels[before] !== first || pixels[before + 1] !== second) return 0;
    if (!this.#reaches(before, at)) return 0;
    const rowEnd = before - (before % this.#width) + this.#width;
    // Not farther than one match: what repeats its neighbour for long takes fewer bits as such.
    const most = Math.min(Math.floor(LONGEST_MATCH / this.#channels), end - at, rowEnd - before);
    let count = 2;
    while (count < most && pixels[before + count] === pixels[at + count]) count++;
    return count;
  }

  /** 1 when this pixel was seen lately, else 0. */
  #pixelBefore(at: number): number {
    const pixel = this.#pixels[at]!;
    const hash = Math.imul(pixel, SCATTER) >>> HASH_SHIFT;
    const before = this.#singles[hash]! - this.#before;
    this.#singles[hash] = at + this.#before;
    return before >= 0 && this.#pixels[before] === pixel && this.#reaches(before, at) ? 1 : 0;
  }

  /** Whether a match may reach so far back; notes how far it is. */
  #reaches(before: number, at: number): boolean {
    const rows = Math.floor(at / this.#width) - Math.floor(before / this.#width);
    this.#distance = (at - before) * this.#channels + rows;
    return this.#distance <= FARTHEST_MATCH;
  }

  /** Sums of one row stay exact in a double. */
  #reduceSums(): void {
    this.#sum %= ADLER_MODULUS;
    this.#sums %= ADLER_MODULUS;
  }
}

/** Where the run of equal pixels ends that begins with the one before `at`. */
function runEnd(pixels: Int32Array, at: number, end: number): number {
  const pixel = pixels[at - 1]!;
  let next = at + 1;
  // Four at a time: most runs are long.
  while (
    next + 3 < end &&
    ((pixels[next]! ^ pixel) |
      (pixels[next + 1]! ^ pixel) |
      (pixels[next + 2]! ^ pixel) |
      (pixels[next + 3]! ^ pixel)) ===
      0
  ) {
    next += 4;
  }
  while (next < end && pixels[next] === pixel) next++;
  return next;
}
