/**
 * Bulk conversion that asks for a colour once while it recurs. Printed matter is mostly flat areas and
 * ramps, and a look-up in a profile's tables costs far more than remembering its answer.
 */

/** Interleaved 8-bit pixels → interleaved 8-bit pixels, in order. */
export type ConvertPixels = (pixels: Uint8Array) => Uint8Array;

/** Slots of the cache, a power of two. */
const SLOTS = 1 << 15;
/** Pixels looked at before the unknown ones among them are converted together. */
const BATCH = 1 << 13;
/** In place of an index: the answer was already known. */
const KNOWN = 0xffffffff;

/**
 * The same conversion, several times faster where colours recur.
 * @param convert must map equal pixels to equal pixels
 * @param from bytes of a pixel going in, 3 or 4
 * @param to bytes of a pixel coming out, 3 or 4
 */
export function remembering(convert: ConvertPixels, from: 3 | 4, to: 3 | 4): ConvertPixels {
  const keys = new Uint32Array(SLOTS);
  const values = new Uint32Array(SLOTS);
  /** 0: empty. 1: `values` holds the answer. Above: it holds the place among the unknown of that batch. */
  const states = new Uint32Array(SLOTS);
  const unknown = new Uint8Array(BATCH * from);
  const indices = new Uint32Array(BATCH);
  let batch = 1;

  return (pixels) => {
    const count = Math.floor(pixels.byteLength / from);
    const out = new Uint8Array(count * to);
    for (let start = 0; start < count; start += BATCH) {
      const length = Math.min(BATCH, count - start);
      batch = batch === 0xffffffff ? 2 : batch + 1;
      let unknowns = 0;
      for (let i = 0, at = start * from; i < length; i++, at += from) {
        const key = pack(pixels, at, from);
        const slot = slotOf(key);
        if (states[slot] !== 0 && keys[slot] === key) {
          if (states[slot] === batch) {
            indices[i] = values[slot]!;
          } else {
            indices[i] = KNOWN;
            unpack(values[slot]!, out, (start + i) * to, to);
          }
          continue;
        }
        keys[slot] = key;
        states[slot] = batch;
        values[slot] = unknowns;
        indices[i] = unknowns;
        unpack(key, unknown, unknowns * from, from);
        unknowns++;
      }
      if (unknowns === 0) continue;
      const found = convert(unknown.subarray(0, unknowns * from));
      for (let i = 0; i < length; i++) {
        const index = indices[i]!;
        if (index !== KNOWN) unpack(pack(found, index * to, to), out, (start + i) * to, to);
      }
      for (let index = 0; index < unknowns; index++) {
        const key = pack(unknown, index * from, from);
        const slot = slotOf(key);
        // A later colour of the batch may have taken the slot.
        if (states[slot] !== batch || keys[slot] !== key) continue;
        values[slot] = pack(found, index * to, to);
        states[slot] = 1;
      }
    }
    return out;
  };
}

function pack(bytes: Uint8Array, at: number, channels: 3 | 4): number {
  const three = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16);
  return channels === 3 ? three : (three | (bytes[at + 3]! << 24)) >>> 0;
}

function unpack(value: number, bytes: Uint8Array, at: number, channels: 3 | 4): void {
  bytes[at] = value;
  bytes[at + 1] = value >>> 8;
  bytes[at + 2] = value >>> 16;
  if (channels === 4) bytes[at + 3] = value >>> 24;
}

/** Multiplicative hashing (Knuth, vol. 3 §6.4): neighbours in a ramp fall into different slots. */
const slotOf = (key: number): number => (Math.imul(key, 0x9e3779b1) >>> 17) & (SLOTS - 1);
