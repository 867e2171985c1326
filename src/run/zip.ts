/** Puts written files into one ZIP; the same files give the same bytes, on every machine. */

import { join } from "node:path";
import type { Readable } from "node:stream";
import { ZipFile } from "yazl";
import { reasonOf } from "../base/diagnostic.ts";
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
  const failed = new Promise<never>((_, reject) => {
    archive.once("error", (error: unknown) => reject(new Error(reasonOf(error), { cause: error })));
  });
  for (const entry of entries) {
    const compress = !PACKED.test(entry);
    // The other time stamp counts from a moment, which is another one in every time zone.
    archive.addFile(join(folder, entry), entry, { mtime, mode: MODE, compress, forceDosTimestamp: true });
  }
  archive.end();
  await Promise.race([writeWholeFile(file, archive.outputStream as Readable), failed]);
}
