/** A sheet as a CMYK JPEG with its ICC profile, for shops whose machines take no TIFF. */

import sharp from "sharp";
import { fail, type Outcome } from "../../base/diagnostic.ts";
import type { Sheet } from "../../model/sheet.ts";
import { pixelSizeOf } from "../raster/pixel-size.ts";
import { exportTiff, type TiffOptions } from "./export-tiff.ts";

/** Sides have 16 bits (ITU-T T.81 §B.2.2). */
const LONGEST_SIDE = 65_535;
const QUALITY = 92;

/**
 * No chroma subsampling: thin coloured text would smear.
 * @throws AnphamError `export.too-large`
 */
export async function exportPressJpeg(sheet: Sheet, options: TiffOptions): Promise<Outcome<Uint8Array>> {
  const { width, height } = pixelSizeOf(sheet.size, options.ppi);
  if (Math.max(width, height) > LONGEST_SIDE) {
    fail("export.too-large", { found: `${width} × ${height} px`, limit: `${LONGEST_SIDE} px` });
  }
  const { value, diagnostics } = await exportTiff(sheet, options);
  const jpeg = await sharp(value, { limitInputPixels: false, sequentialRead: true })
    .pipelineColourspace("cmyk")
    .toColourspace("cmyk")
    .keepIccProfile()
    .jpeg({ quality: QUALITY, chromaSubsampling: "4:4:4" })
    .toBuffer();
  return { value: withDensity(jpeg, options.ppi), diagnostics };
}

/** Start of image, application segment 0, start of frame markers (T.81 §B.1.1.3). */
const APP0 = 0xe0;
const JFIF_BYTES = 18;

/** The same picture with its resolution in a JFIF segment (ITU-T T.871 §10.1), which must come first. */
function withDensity(jpeg: Buffer, ppi: number): Uint8Array {
  const known = jpeg[3] === APP0 && jpeg.toString("latin1", 6, 10) === "JFIF";
  const body = jpeg.subarray(known ? 4 + jpeg.readUInt16BE(4) : 2);
  const head = Buffer.alloc(2 + JFIF_BYTES);
  head.set([0xff, 0xd8, 0xff, APP0]);
  head.writeUInt16BE(JFIF_BYTES - 2, 4);
  head.write("JFIF\0", 6, "latin1");
  head.writeUInt16BE(0x0102, 11);
  head.writeUInt8(1, 13); // dots per inch
  head.writeUInt16BE(Math.round(ppi), 14);
  head.writeUInt16BE(Math.round(ppi), 16);
  return new Uint8Array(Buffer.concat([head, body]));
}
