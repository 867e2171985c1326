/** Gives all entries of a finished ZIP archive one date, so that the same content gives the same bytes. */

/** Signatures and places in APPNOTE 6.3.10, § 4.3.7 (local header), § 4.3.12 (directory), § 4.3.16 (end). */
const END = { signature: 0x06054b50, size: 22, entries: 10, directory: 16 } as const;
const ENTRY = {
  signature: 0x02014b50,
  size: 46,
  time: 12,
  name: 28,
  extra: 30,
  comment: 32,
  local: 42,
} as const;
const LOCAL = { signature: 0x04034b50, time: 10 } as const;
/** 1 January 1980, 0:00: the earliest there is (§ 4.4.6). Time in the low half, date in the high one. */
const EARLIEST = 0x0021_0000;

/**
 * Changes the archive in place.
 * @param zip without comment and without ZIP64
 * @throws Error when it is no such archive
 */
export function dateZipEarliest(zip: Uint8Array): void {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = zip.byteLength - END.size;
  if (end < 0 || view.getUint32(end, true) !== END.signature) throw new Error("no plain ZIP archive");
  let at = view.getUint32(end + END.directory, true);
  for (let left = view.getUint16(end + END.entries, true); left > 0; left--) {
    const local = view.getUint32(at + ENTRY.local, true);
    if (view.getUint32(at, true) !== ENTRY.signature || view.getUint32(local, true) !== LOCAL.signature) {
      throw new Error("broken ZIP directory");
    }
    view.setUint32(at + ENTRY.time, EARLIEST, true);
    view.setUint32(local + LOCAL.time, EARLIEST, true);
    const lengths = [ENTRY.name, ENTRY.extra, ENTRY.comment].map((field) => view.getUint16(at + field, true));
    at += ENTRY.size + lengths.reduce((sum, length) => sum + length, 0);
  }
}
