/** How much a ZIP file says it will unpack to: asked before anything is unpacked. */

const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** A size that is written in a ZIP64 field: over 4 GB. */
const BEYOND = 0xffffffff;

/** Bytes after unpacking (APPNOTE.TXT 4.3.12 and 4.3.16); `null` when the directory cannot be read. */
export function unpackedSize(zip: Buffer): number | null {
  const end = zip.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  if (end < 0 || end + 22 > zip.length || zip.readUInt32LE(end) !== END) return null;
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  let size = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== ENTRY) return null;
    const unpacked = zip.readUInt32LE(at + 24);
    size += unpacked === BEYOND ? Number.POSITIVE_INFINITY : unpacked;
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return size;
}
