/** Lengths of streams that stand in objects of their own (ISO 32000-1 §7.3.8.2), usually behind the stream. */

/** What an object may say; several definitions of it may be in a file, or in files attached to it. */
export type StreamLengths = (object: number) => readonly number[];

/** Definitions of one object that are looked at. */
const MOST_DEFINITIONS = 8;
/** Longer is no object that holds one number: `1234567890 65535 obj 1234567890 endobj` with line ends. */
const LONGEST = 64;

/** Looks through the file once, when first asked. */
export function streamLengths(buffer: Buffer): StreamLengths {
  let known: ReadonlyMap<number, readonly number[]> | null = null;
  return (object) => {
    known ??= numbersIn(buffer);
    return known.get(object) ?? [];
  };
}

/** All objects that are one whole number, the largest first. */
function numbersIn(buffer: Buffer): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  for (let at = buffer.indexOf("endobj"); at >= 0; at = buffer.indexOf("endobj", at + 6)) {
    const text = buffer.toString("latin1", Math.max(0, at - LONGEST), at);
    const match = /(?:^|\D)(\d{1,10})\s+\d{1,5}\s+obj\s+(\d{1,10})\s*$/.exec(text);
    if (!match) continue;
    const [object, value] = [Number(match[1]), Number(match[2])];
    const values = found.get(object) ?? [];
    if (values.length < MOST_DEFINITIONS)
      found.set(
        object,
        [...values, value].sort((a, b) => b - a),
      );
  }
  return found;
}
