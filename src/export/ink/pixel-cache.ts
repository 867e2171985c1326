/**
 * Bulk conversion that asks for a colour once while it recurs. Printed matter is mostly flat areas and
 * ramps, and a look-up in a profile's tables costs far more than remembering its answer.
 *
 * Pixels travel as words of four bytes in memory order, so that one comparison compares a pixel.
 */

/** Pixel words → pixel words, in order; equal pixels give equal pixels. */
export type ConvertWords = (words: Uint32Array) => Uint32Array;

/** Slots of the cache, a power of two. */
const SLOTS = 1 << 15;
/** Pixels looked at before the unknown ones among them are converted together. */
const BATCH = 1 << 13;
/** In place of an index: the answer was already known. */
const KNOWN = 0xffffffff;

/** The same conversion, many times faster where colours recur. */
export function remembering(convert: ConvertWords): ConvertWords {
  const keys = new Uint32Array(SLOTS);
  const values = new Uint32Array(SLOTS);
  /** 0: empty. 1: `values` holds the answer. Above: it holds the place among the unknown of that batch. */
  const states = new Uint32Array(SLOTS);
  const unknown = new Uint32Array(BATCH);
  const indices = new Uint32Array(BATCH);
  let batch = 1;

  return (words) => {
    const out = new Uint32Array(words.length);
    for (let start = 0; start < words.length; start += BATCH) {
      const length = Math.min(BATCH, words.length - start);
      batch = batch === 0xffffffff ? 2 : batch + 1;
      let unknowns = 0;
      for (let i = 0; i < length; i++) {
        const key = words[start + i]!;
        if (i > 0 && key === words[start + i - 1]) {
          indices[i] = indices[i - 1]!;
          out[start + i] = out[start + i - 1]!;
          continue;
        }
        const slot = slotOf(key);
        const state = states[slot]!;
        if (state !== 0 && keys[slot] === key) {
          indices[i] = state === batch ? values[slot]! : KNOWN;
          out[start + i] = values[slot]!;
          continue;
        }
        keys[slot] = key;
        states[slot] = batch;
        values[slot] = unknowns;
        indices[i] = unknowns;
        unknown[unknowns++] = key;
      }
      if (unknowns === 0) continue;
      const found = convert(unknown.subarray(0, unknowns));
      for (let i = 0; i < length; i++) {
        if (indices[i] !== KNOWN) out[start + i] = found[indices[i]!]!;
      }
      for (let index = 0; index < unknowns; index++) {
        const slot = slotOf(unknown[index]!);
        // A later colour of the batch may have taken the slot.
        if (states[slot] !== batch || keys[slot] !== unknown[index]) continue;
        values[slot] = found[index]!;
        states[slot] = 1;
      }
    }
    return out;
  };
}

/** Multiplicative hashing (Knuth, vol. 3 §6.4): neighbours in a ramp fall into different slots. */
const slotOf = (key: number): number => Math.imul(key, 0x9e3779b1) >>> 17;
