/** The little that must be read from a JPEG file to embed it as it is (ITU-T T.81; ISO 32000-1 §7.4.8). */

export interface JpegHeader {
  readonly width: number;
  readonly height: number;
  readonly components: number;
}

/** @throws RangeError when the data holds no frame */
export function readJpegHeader(data: Uint8Array): JpegHeader {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  let at = 2;
  while (at + 9 < data.byteLength) {
    if (view.getUint8(at) !== 0xff) {
      at++;
      continue;
    }
    const marker = view.getUint8(at + 1);
    // Fill bytes and markers without a length.
    if (marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) {
      return {
        height: view.getUint16(at + 5),
        width: view.getUint16(at + 7),
        components: view.getUint8(at + 9),
      };
    }
    at += 2 + view.getUint16(at + 2);
  }
  throw new RangeError("a JPEG without a frame header");
}
