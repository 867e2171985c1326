/** Adler-32 (RFC 1950 §9) of pixels: whole runs of equal ones at once. */

const MODULUS = 65521;

export class PixelSums {
  readonly #channels: 3 | 4;
  /** The bits of a pixel that count. */
  readonly #used: number;
  /** The sum of all bytes, and the sum of all such sums. */
  #sum = 1;
  #sums = 0;

  /** @param channels bytes of a pixel */
  constructor(channels: 3 | 4) {
    this.#channels = channels;
    this.#used = channels === 4 ? 0xffffffff : 0x00ffffff;
  }

  get value(): number {
    return this.#sums * 65536 + this.#sum;
  }

  /** A byte, and zeros after it. */
  addByte(byte: number, zeros: number): void {
    this.#sum = (this.#sum + byte) % MODULUS;
    this.#sums = (this.#sums + (1 + zeros) * this.#sum) % MODULUS;
  }

  /**
   * A row, few enough pixels for sums to stay exact in a double.
   * @param pixels first byte lowest
   * @param ends where each run of equal pixels ends, the first of which begins at `start`
   */
  addRuns(pixels: Uint32Array, start: number, ends: Uint32Array, count: number): void {
    const channels = this.#channels;
    const used = this.#used;
    let [sum, sums, at] = [this.#sum, this.#sums, start];
    for (let run = 0; run < count; run++) {
      const pixel = pixels[at]! & used;
      const equal = ends[run]! - at;
      const [one, two, three, four] = [pixel & 255, (pixel >>> 8) & 255, (pixel >>> 16) & 255, pixel >>> 24];
      const total = one + two + three + four;
      // What a pixel adds to the sums besides the sum before it: each byte counts until the pixel ends.
      const within = channels === 3 ? 3 * one + 2 * two + three : 4 * one + 3 * two + 2 * three + four;
      sums += equal * (channels * (sum + (total * (equal - 1)) / 2) + within);
      sum += equal * total;
      at += equal;
    }
    this.#sum = sum % MODULUS;
    this.#sums = sums % MODULUS;
  }
}
