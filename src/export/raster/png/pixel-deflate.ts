/**
 * Rows of pixels to PNG's zlib stream, pixel by pixel: artwork is flat, so nearly every pixel repeats its neighbour,
 * and what does not occurred a moment ago. zlib looks for that byte by byte, in three times as many places.
 */

import { findRuns } from "../../../base/pixel-runs.ts";
import { wordsOf } from "../../../base/pixel-words.ts";
import { DeflateStream, FARTHEST_MATCH, LONGEST_MATCH } from "./deflate-stream.ts";
import { PixelSums } from "./pixel-sums.ts";

/** Filter types (ISO/IEC 15948 §9.2): a row as it is, or as its difference from the one above. */
const PLAIN = 0;
const UP = 2;

/** CMF and FLG (RFC 1950 §2.2): Deflate with a window of 32 KB. */
const ZLIB_HEAD = [0x78, 0x01] as const;

const HASH_BITS = 14;
const HASH_SHIFT = 32 - HASH_BITS;
/** Odd, and without a pattern (Knuth, TAOCP 3 §6.4). */
const SCATTER = 0x9e3779b1;
const SCATTER_NEXT = 0x85ebca6b;

/** Before any pixel that is at hand. */
const NOWHERE = -1;

export class PixelDeflate {
  readonly #stream = new DeflateStream();
  /** Pixels of a row. */
  readonly #width: number;
  /** Bytes of a pixel in the file: red, green, blue, and alpha where there is one. */
  readonly #channels: 3 | 4;
  /** Whole pixels in one match. */
  readonly #mostPixels: number;
  /** Of a row in the file, its filter type first. */
  readonly #rowBytes: number;
  /** Whole rows, a word a pixel; matches reach no farther than what was added with them. */
  #pixels: Uint32Array = new Uint32Array(0);
  /** Pixels that are gone. */
  #before = 0;
  /** Where such a pair of pixels, or such a pixel, was last seen, counted from the picture's first pixel. */
  readonly #pairs = new Int32Array(1 << HASH_BITS).fill(NOWHERE);
  readonly #singles = new Int32Array(1 << HASH_BITS).fill(NOWHERE);
  /** How far back, bytes, the found occurrence is. */
  #distance = 0;
  readonly #sums: PixelSums;
  /** Of the row at hand. */
  readonly #runEnds: Uint32Array;

  /** @param width pixels of a row */
  constructor(width: number, channels: 3 | 4) {
    this.#width = width;
    this.#channels = channels;
    this.#rowBytes = width * channels + 1;
    this.#mostPixels = Math.floor(LONGEST_MATCH / channels);
    this.#sums = new PixelSums(channels);
    this.#runEnds = new Uint32Array(width);
  }

  /** @param rgba whole rows, four bytes a pixel, colour not multiplied by alpha */
  add(rgba: Uint8Array): void {
    const pixels = wordsOf(rgba);
    this.#pixels = pixels;
    const bytes = Buffer.from(pixels.buffer, pixels.byteOffset, pixels.byteLength);
    const size = this.#width * 4;
    for (let row = 0; row < bytes.length; row += size) {
      const repeats = row > 0 && bytes.compare(bytes, row - size, row, row, row + size) === 0;
      if (repeats) this.#repeatedRow();
      else this.#plainRow(row / 4, row / 4 + this.#width);
    }
    this.#before += pixels.length;
    this.#pixels = new Uint32Array(0);
  }

  /** Ends the stream and gives it. */
  end(): Uint8Array {
    const deflated = this.#stream.end();
    const zlib = new Uint8Array(ZLIB_HEAD.length + deflated.length + 4);
    zlib.set(ZLIB_HEAD);
    zlib.set(deflated, ZLIB_HEAD.length);
    new DataView(zlib.buffer).setUint32(zlib.length - 4, this.#sums.value);
    return zlib;
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
    this.#sums.addByte(UP, this.#rowBytes - 1);
  }

  #plainRow(start: number, end: number): void {
    const ends = this.#runEnds;
    const runs = findRuns(this.#pixels, start, end, ends);
    this.#sums.addByte(PLAIN, 0);
    this.#sums.addRuns(this.#pixels, start, ends, runs);
    this.#stream.literal(PLAIN);
    let at = start;
    for (let run = 0; run < runs; run++) {
      const runEnd = ends[run]!;
      // Matches may have gone past the run, or into it.
      if (at >= runEnd) continue;
      const before = run === 0 ? start : ends[run - 1]!;
      if (at === before) at += this.#newPixels(at, end);
      if (at < runEnd) {
        this.#repeatPixel(runEnd - at);
        at = runEnd;
      }
    }
  }

  /** Repeats the pixel before so many times; a match as near as that takes a few bits. */
  #repeatPixel(count: number): void {
    const channels = this.#channels;
    const most = this.#mostPixels;
    let left = count;
    for (; left > most; left -= most) this.#stream.match(most * channels, channels);
    this.#stream.match(left * channels, channels);
  }

  /** One pixel or more, as they occurred before or as they are. */
  #newPixels(at: number, end: number): number {
    const channels = this.#channels;
    const count = this.#pairBefore(at, end) || this.#pixelBefore(at);
    if (count > 0) {
      this.#stream.match(count * channels, this.#distance);
      return count;
    }
    const pixel = this.#pixels[at]!;
    for (let byte = 0; byte < channels; byte++) this.#stream.literal((pixel >>> (8 * byte)) & 255);
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
    const most = Math.min(this.#mostPixels, end - at, rowEnd - before);
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
}
