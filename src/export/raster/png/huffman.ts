/** Prefix codes as Deflate has them (RFC 1951 §3.2.2). */

export interface PrefixCode {
  /** Bits of each symbol's code; 0 for a symbol that has none. */
  readonly lengths: Uint8Array;
  /** The codes, first bit lowest, as a stream takes them. */
  readonly codes: Uint16Array;
}

/** The code that needs the fewest bits for symbols that occur so often, none longer than `limit` bits. */
export function prefixCode(frequencies: Uint32Array, limit: number): PrefixCode {
  const lengths = codeLengths(frequencies, limit);
  return { lengths, codes: codesOf(lengths) };
}

/** A symbol, or two packages of the level before. */
interface Package {
  readonly weight: number;
  readonly symbol: number;
  readonly parts: readonly [Package, Package] | null;
}

/** Package-merge (Larmore and Hirschberg 1990). */
function codeLengths(frequencies: Uint32Array, limit: number): Uint8Array {
  const lengths = new Uint8Array(frequencies.length);
  const leaves: Package[] = [];
  frequencies.forEach((weight, symbol) => {
    if (weight > 0) leaves.push({ weight, symbol, parts: null });
  });
  leaves.sort((one, other) => one.weight - other.weight);
  if (leaves.length === 1) lengths[leaves[0]!.symbol] = 1;
  if (leaves.length < 2) return lengths;
  let level = leaves;
  for (let bits = 1; bits < limit; bits++) level = merged(leaves, paired(level));
  const count = (one: Package): void => {
    if (one.parts) one.parts.forEach(count);
    else lengths[one.symbol]!++;
  };
  level.slice(0, 2 * (leaves.length - 1)).forEach(count);
  return lengths;
}

function paired(level: readonly Package[]): Package[] {
  const pairs: Package[] = [];
  for (let i = 0; i + 1 < level.length; i += 2) {
    const parts = [level[i]!, level[i + 1]!] as const;
    pairs.push({ weight: parts[0].weight + parts[1].weight, symbol: -1, parts });
  }
  return pairs;
}

/** Both in one, lightest first. */
function merged(one: readonly Package[], other: readonly Package[]): Package[] {
  const all: Package[] = [];
  let [i, j] = [0, 0];
  while (i < one.length || j < other.length) {
    const isFirst = j >= other.length || (i < one.length && one[i]!.weight <= other[j]!.weight);
    all.push(isFirst ? one[i++]! : other[j++]!);
  }
  return all;
}

const MOST_BITS = 15;

function codesOf(lengths: Uint8Array): Uint16Array {
  const next = new Uint16Array(MOST_BITS + 2);
  for (const bits of lengths) if (bits > 0) next[bits + 1]!++;
  for (let bits = 2; bits <= MOST_BITS; bits++) next[bits] = (next[bits - 1]! + next[bits]!) << 1;
  const codes = new Uint16Array(lengths.length);
  lengths.forEach((bits, symbol) => {
    if (bits > 0) codes[symbol] = reversed(next[bits]!++, bits);
  });
  return codes;
}

function reversed(code: number, bits: number): number {
  let turned = 0;
  for (let i = 0; i < bits; i++) turned |= ((code >> i) & 1) << (bits - 1 - i);
  return turned;
}
