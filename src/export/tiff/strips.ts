/** Pixels to compressed strips. */

import { promisify } from "node:util";
import { deflate } from "node:zlib";

const compress = promisify(deflate);

/** Artwork is flat or ramps: higher levels take several times as long and save a few percent. */
const LEVEL = 4;

/** 8-bit CMYK rows as one strip: Deflate over horizontal differences. Runs outside the JavaScript thread. */
export async function compressStrip(cmyk: Uint8Array, width: number): Promise<Uint8Array> {
  return await compress(differenced(cmyk, width), { level: LEVEL });
}

/** Each byte less the one of the same ink to its left, modulo 256 (TIFF 6.0 §14); rows begin anew. */
function differenced(cmyk: Uint8Array, width: number): Uint8Array {
  // Four subtractions in one: the top bit of each byte is kept from borrowing from its neighbour.
  const aligned = cmyk.byteOffset % 4 === 0 ? cmyk : cmyk.slice();
  const pixels = new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength / 4);
  const out = new Uint32Array(pixels.length);
  for (let start = 0; start < pixels.length; start += width) {
    let left = 0;
    for (let i = start; i < start + width; i++) {
      const pixel = pixels[i]!;
      out[i] = ((pixel | 0x80808080) - (left & 0x7f7f7f7f)) ^ ((pixel ^ ~left) & 0x80808080);
      left = pixel;
    }
  }
  return new Uint8Array(out.buffer);
}
