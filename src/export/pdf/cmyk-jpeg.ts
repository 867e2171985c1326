/** CMYK pixels as a JPEG file. sharp takes raw pixels for RGB, so they are handed to it as a TIFF that says otherwise. */

import sharp from "sharp";

/**
 * With an Adobe marker, which means that the inks are stored inverted (255 = none), and no chroma subsampling.
 * @param cmyk four bytes a pixel, 255 = full ink
 * @param quality 1–100
 */
export const cmykJpeg = (
  width: number,
  height: number,
  cmyk: Uint8Array,
  quality: number,
): Promise<Uint8Array> =>
  sharp(tiffOf(width, height, cmyk))
    .pipelineColourspace("cmyk")
    .toColourspace("cmyk")
    .jpeg({ quality, chromaSubsampling: "4:4:4" })
    .toBuffer();

/** Field types of TIFF 6.0 §2. */
const SHORT = 3;
const LONG = 4;
/** PhotometricInterpretation: separated, usually CMYK (§16). */
const SEPARATED = 5;

/** An uncompressed TIFF 6.0 file of one strip. */
function tiffOf(width: number, height: number, cmyk: Uint8Array): Buffer {
  const count = 9;
  const directory = 8;
  const bits = directory + 2 + count * 12 + 4;
  const pixels = bits + 8;
  const fields: readonly (readonly [tag: number, type: number, count: number, value: number])[] = [
    [256, LONG, 1, width],
    [257, LONG, 1, height],
    [258, SHORT, 4, bits],
    [259, SHORT, 1, 1],
    [262, SHORT, 1, SEPARATED],
    [273, LONG, 1, pixels],
    [277, SHORT, 1, 4],
    [278, LONG, 1, height],
    [279, LONG, 1, cmyk.byteLength],
  ];
  const head = Buffer.alloc(pixels);
  head.write("II", 0, "latin1");
  head.writeUInt16LE(42, 2);
  head.writeUInt32LE(directory, 4);
  head.writeUInt16LE(count, directory);
  fields.forEach(([tag, type, length, value], i) => {
    const at = directory + 2 + i * 12;
    head.writeUInt16LE(tag, at);
    head.writeUInt16LE(type, at + 2);
    head.writeUInt32LE(length, at + 4);
    // A single short stands in the first two of the four bytes, which is the same in little-endian order.
    head.writeUInt32LE(value, at + 8);
  });
  for (let i = 0; i < 4; i++) head.writeUInt16LE(8, bits + i * 2);
  return Buffer.concat([head, cmyk]);
}
