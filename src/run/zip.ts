/** Puts written files into one ZIP; the same files give the same bytes, on every machine. */

import { createReadStream, type ReadStream } from "node:fs";
import { join } from "node:path";
import type { PassThrough, Readable } from "node:stream";
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
export const writeZip = (
  file: string,
  folder: string,
  entries: readonly string[],
  year: number,
): Promise<void> => writeWholeFile(file, zipFolder(folder, entries, year));

/**
 * The archive of written files as it is made, for whoever takes it away: nothing of it is kept. One file at a time is
 * open, and none once the stream is destroyed.
 */
export function zipFolder(folder: string, entries: readonly string[], year: number): Readable {
  const archive = new ZipFile();
  const mtime = new Date(year, 0, 1);
  const packed = archive.outputStream as PassThrough;
  archive.once("error", (error: Error) => packed.destroy(error));
  // Whoever reads the stream hears of it too, but perhaps not yet.
  packed.on("error", () => undefined);
  let open: ReadStream | null = null;
  // Pipes tell a file's stream nothing of an archive that is no longer taken: it would stay open for good.
  packed.once("close", () => open?.destroy());
  for (const entry of entries) {
    const compress = !PACKED.test(entry);
    // The other time stamp counts from a moment, which is another one in every time zone.
    const options = { mtime, mode: MODE, compress, forceDosTimestamp: true };
    archive.addReadStreamLazy(entry, options, (take) => {
      if (packed.destroyed) return;
      open = createReadStream(join(folder, entry));
      open.once("error", (error) => packed.destroy(error));
      take(null, open);
    });
  }
  archive.end();
  return packed;
}

/** A file that is not on disk. */
export interface ZipEntry {
  /** Path with `/`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * An archive of files as they are made, for whoever takes it over the network: nothing waits for the last one.
 * A failure on the way breaks the stream off, so that half an archive is never taken for a whole one.
 * @param year as for {@link writeZip}
 */
export function zipStream(entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>, year: number): PassThrough {
  const archive = new ZipFile();
  const mtime = new Date(year, 0, 1);
  const packed = archive.outputStream as PassThrough;
  archive.once("error", (error: Error) => packed.destroy(error));
  const add = async () => {
    for await (const { name, bytes } of entries) {
      if (packed.destroyed) return;
      const compress = !PACKED.test(name);
      archive.addBuffer(Buffer.from(bytes), name, { mtime, mode: MODE, compress, forceDosTimestamp: true });
    }
    archive.end();
  };
  add().catch((thrown: unknown) =>
    packed.destroy(thrown instanceof Error ? thrown : new Error(String(thrown))),
  );
  return packed;
}
