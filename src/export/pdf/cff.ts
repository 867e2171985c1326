/** The little that must be read from a Compact Font Format program (Adobe Technical Note 5176). */

const ROS = 1230;
const CHARSET = 15;
const CHAR_STRINGS = 17;

/**
 * The CID of every glyph, by glyph id, or `null` when the program is not CID-keyed, for then CIDs are glyph ids
 * (ISO 32000-1 §9.7.4.2).
 */
export function cidsOf(cff: Uint8Array): readonly number[] | null {
  const view = new DataView(cff.buffer, cff.byteOffset, cff.byteLength);
  const names = readIndex(view, view.getUint8(2));
  const dictionaries = readIndex(view, names.end);
  const top = readDictionary(view, dictionaries.offsets[0]!, dictionaries.offsets[1]!);
  if (!top.has(ROS)) return null;
  const count = readIndex(view, top.get(CHAR_STRINGS) ?? 0).offsets.length - 1;
  return readCharset(view, top.get(CHARSET) ?? 0, count);
}

/** Where the objects of an INDEX begin, with one entry more for the end of the last (§5). */
function readIndex(view: DataView, at: number): { offsets: number[]; end: number } {
  const count = view.getUint16(at);
  if (count === 0) return { offsets: [at + 2], end: at + 2 };
  const width = view.getUint8(at + 2);
  const base = at + 2 + (count + 1) * width;
  const offsets = Array.from({ length: count + 1 }, (_, i) => {
    let offset = 0;
    for (let b = 0; b < width; b++) offset = offset * 256 + view.getUint8(at + 3 + i * width + b);
    return base + offset;
  });
  return { offsets, end: offsets.at(-1)! };
}

/** The last operand of each operator; two-byte operators are 1200 + their second byte (§4). */
function readDictionary(view: DataView, start: number, end: number): Map<number, number> {
  const entries = new Map<number, number>();
  let operand = 0;
  let at = start;
  while (at < end) {
    const first = view.getUint8(at++);
    if (first <= 21) {
      entries.set(first === 12 ? 1200 + view.getUint8(at++) : first, operand);
    } else if (first === 28) {
      operand = view.getInt16(at);
      at += 2;
    } else if (first === 29) {
      operand = view.getInt32(at);
      at += 4;
    } else if (first === 30) {
      // A real number ends with the nibble 15; none of the wanted operators takes one.
      while ((view.getUint8(at) & 15) !== 15 && view.getUint8(at) >> 4 !== 15) at++;
      at++;
    } else if (first <= 246) {
      operand = first - 139;
    } else if (first <= 250) {
      operand = (first - 247) * 256 + view.getUint8(at++) + 108;
    } else {
      operand = -(first - 251) * 256 - view.getUint8(at++) - 108;
    }
  }
  return entries;
}

/** Formats 0, 1 and 2 (§13); an offset under 3 names a predefined charset, which CID-keyed programs never use. */
function readCharset(view: DataView, offset: number, count: number): readonly number[] | null {
  if (offset < 3) return null;
  const format = view.getUint8(offset);
  const cids = [0];
  let at = offset + 1;
  while (cids.length < count) {
    const first = view.getUint16(at);
    at += 2;
    let left = 0;
    if (format > 0) {
      left = format === 1 ? view.getUint8(at) : view.getUint16(at);
      at += format;
    }
    for (let i = 0; i <= left && cids.length < count; i++) cids.push(first + i);
  }
  return cids;
}
