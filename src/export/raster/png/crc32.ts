/** The check that closes each chunk of a PNG file (ISO/IEC 15948 annex D). */

/** The remainder that each byte leaves, and that it leaves with one, two and three zero bytes after it. */
const TABLES = remainders();

export function crc32(bytes: Uint8Array): number {
  const [last, third, second, first] = TABLES;
  let crc = -1;
  let i = 0;
  for (; i + 3 < bytes.length; i += 4) {
    crc ^= bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24);
    crc = first[crc & 255]! ^ second[(crc >>> 8) & 255]! ^ third[(crc >>> 16) & 255]! ^ last[crc >>> 24]!;
  }
  for (; i < bytes.length; i++) crc = last[(crc ^ bytes[i]!) & 255]! ^ (crc >>> 8);
  return ~crc >>> 0;
}

function remainders(): readonly [Int32Array, Int32Array, Int32Array, Int32Array] {
  const one = Int32Array.from({ length: 256 }, (_, byte) => {
    let rest = byte;
    for (let bit = 0; bit < 8; bit++) rest = (rest & 1 ? 0xedb88320 : 0) ^ (rest >>> 1);
    return rest;
  });
  const followed = (before: Int32Array) => before.map((rest) => one[rest & 255]! ^ (rest >>> 8));
  const two = followed(one);
  const three = followed(two);
  return [one, two, three, followed(three)];
}
