/** A sheet as a CMYK TIFF (TIFF 6.0 §16, §14): what large-format shops print from. */

import { fail, type Outcome } from "../../base/diagnostic.ts";
import type { Size } from "../../base/geometry.ts";
import type { Ppi } from "../../base/units.ts";
import type { Sheet } from "../../model/sheet.ts";
import type { InkConverter } from "../ink/ink-converter.ts";
import { pixelSizeOf } from "../raster/pixel-size.ts";
import { pressBands } from "../raster/press-bands.ts";
import { type Strip, tiffDirectory } from "./directory.ts";
import { compressStrip } from "./strips.ts";
import { MemoryTarget, type Target, writeThrough } from "./target.ts";

export interface TiffOptions {
  /** Of the file as it stands, and stored in it: at a scale of 1:10, ten times that of the finished piece. */
  readonly ppi: Ppi;
  readonly converter: InkConverter;
  /** Stored in the file. */
  readonly title: string;
}

/** A TIFF that was written to disk. */
export interface WrittenTiff {
  readonly bytes: number;
  readonly pixelSize: Size;
}

/**
 * The whole file in memory; its pixels never are. For more than a poster prefer {@link exportTiffToFile}.
 * @throws AnphamError `export.too-large`
 */
export async function exportTiff(sheet: Sheet, options: TiffOptions): Promise<Outcome<Uint8Array>> {
  const target = new MemoryTarget();
  await writeTiff(sheet, options, target);
  return { value: target.toBytes(), diagnostics: [] };
}

/**
 * Streams to `file`, which appears when it is complete. A backdrop of 6 × 3 m at 100 ppi takes less than 1 GB
 * of memory in all.
 * @throws AnphamError `export.too-large`, `output.cannot-write`
 */
export async function exportTiffToFile(
  sheet: Sheet,
  options: TiffOptions,
  file: string,
): Promise<Outcome<WrittenTiff>> {
  refuseTooManyPixels(pixelSizeOf(sheet.size, options.ppi));
  const value = await writeThrough(file, (target) => writeTiff(sheet, options, target));
  return { value, diagnostics: [] };
}

/** Offsets have 32 bits (TIFF 6.0 §2), and shops' programs hold a picture as one array of that size. */
const MOST_BYTES = 2 ** 32 - 1;

function refuseTooManyPixels({ width, height }: Size): void {
  if (width * height * 4 <= MOST_BYTES) return;
  const megapixels = Math.round((width * height) / 1e6);
  fail("export.too-large", {
    found: `${width} × ${height} px (${megapixels} MP)`,
    limit: `${Math.floor(MOST_BYTES / 4e6)} MP`,
  });
}

/** About this much before compression: small enough to lose little, large enough to compress. */
const STRIP_BYTES = 512 * 1024;
/** Byte order, version, and the offset of the directory, written last. */
const HEADER_BYTES = 8;

async function writeTiff(sheet: Sheet, options: TiffOptions, target: Target): Promise<WrittenTiff> {
  const { ppi, converter, title } = options;
  const pixelSize = pixelSizeOf(sheet.size, ppi);
  refuseTooManyPixels(pixelSize);
  const { width } = pixelSize;
  const rowsPerStrip = Math.max(1, Math.floor(STRIP_BYTES / (width * 4)));
  const strips: Strip[] = [];
  let end = HEADER_BYTES;
  for await (const band of pressBands(sheet, { ppi, converter, pixelSize, rowMultiple: rowsPerStrip })) {
    const stripBytes = rowsPerStrip * width * 4;
    const rows = Array.from({ length: Math.ceil(band.rows / rowsPerStrip) }, (_, i) =>
      band.cmyk.subarray(i * stripBytes, (i + 1) * stripBytes),
    );
    for (const strip of await Promise.all(rows.map((pixels) => compressStrip(pixels, width)))) {
      refuseTooManyBytes(end + strip.byteLength);
      await target.write(strip, end);
      strips.push({ offset: end, bytes: strip.byteLength });
      end += strip.byteLength;
    }
  }
  const start = end + (end % 2);
  const { icc } = converter.condition;
  const directory = tiffDirectory({ ...pixelSize, rowsPerStrip, strips, ppi, title, icc }, start);
  refuseTooManyBytes(start + directory.byteLength);
  await target.write(directory, start);
  await target.write(header(start), 0);
  return { bytes: start + directory.byteLength, pixelSize };
}

function refuseTooManyBytes(bytes: number): void {
  if (bytes <= MOST_BYTES) return;
  fail("export.too-large", {
    found: `> ${Math.floor(bytes / 1e6)} MB`,
    limit: `${Math.floor(MOST_BYTES / 1e6)} MB`,
  });
}

function header(directory: number): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0x4949, true); // II: little endian
  view.setUint16(2, 42, true);
  view.setUint32(4, directory, true);
  return bytes;
}
