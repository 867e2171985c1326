/** Puts written files into one ZIP; the same files give the same bytes, on every machine. */

import { join } from "node:path";
import type { PassThrough } from "node:stream";
import { ZipFile } from "yazl";
import { writeWholeFile } from "./write-file.ts";

/** What is packed already stays as it is: deflating PDF and PNG again saves 2 % and costs most of the time. */
const PACKED = /\.(pdf|png|jpe?g|webp|tiff?)$/i;
/** `-rw-r--r--`, whatever the mask of the writer. */
const MODE = 0o100644;

/**
 * @param folder that the entries are relative to
 * @param entries paths with `/`, in the order in which they stand in the archive
 * @param year that all entries are dated: 1 January, as the calendar of any time zone says
 * @throws AnphamError `output.cannot-write`
 */
export async function writeZip(
  file: string,
  folder: string,
  entries: readonly string[],
  year: number,
): Promise<void> {
  const archive = new ZipFile();
  const mtime = new Date(year, 0, 1);
  const packed = archive.outputStream as PassThrough;
  archive.once("error", (error: Error) => packed.destroy(error));
  // Whoever reads the stream hears of it too, but perhaps not yet.
  packed.on("error", () => undefined);
  for (const entry of entries) {
    const compress = !PACKED.test(entry);
    // The other time stamp counts from a moment, which is another one in every time zone.
    archive.addFile(join(folder, entry), entry, { mtime, mode: MODE, compress, forceDosTimestamp: true });
  }
  archive.end();
  await writeWholeFile(file, packed);
}

/** Files that are in memory, as one archive to send. */
export function zipStream(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): NodeJS.ReadableStream {
  const archive = new ZipFile();
  for (const { name, bytes } of files) {
    archive.addBuffer(Buffer.from(bytes), name, { compress: !PACKED.test(name), mode: MODE });
  }
  archive.end();
  return archive.outputStream;
}
