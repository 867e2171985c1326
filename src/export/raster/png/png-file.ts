/** Pixels to a PNG file (ISO/IEC 15948), row by row, so that the whole picture is never held. */

import { crc32 } from "node:zlib";
import type { Size } from "../../../base/geometry.ts";
import type { Ppi } from "../../../base/units.ts";
import { xmpPacket } from "../xmp-packet.ts";
import { PixelDeflate } from "./pixel-deflate.ts";

export interface PngOptions {
  /** Of the whole picture. */
  readonly pixelSize: Size;
  /** Whether every alpha is 255; then the file gets no alpha channel. */
  readonly opaque: boolean;
  readonly ppi: Ppi;
  readonly title: string;
}

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** Colour types of 8-bit red, green and blue, without and with alpha (§11.2.1). */
const TRUECOLOUR = 2;
const TRUECOLOUR_ALPHA = 6;

/** Equal pixels and options give equal bytes. */
export class PngFile {
  readonly #options: PngOptions;
  readonly #rows: PixelDeflate;

  constructor(options: PngOptions) {
    this.#options = options;
    this.#rows = new PixelDeflate(options.pixelSize.width, options.opaque ? 3 : 4);
  }

  /** @param rgba the next whole rows, four bytes a pixel, colour not multiplied by alpha */
  add(rgba: Uint8Array): void {
    this.#rows.add(rgba);
  }

  /** The file, once all rows are added. */
  end(): Uint8Array {
    const { pixelSize, opaque, ppi, title } = this.#options;
    const head = new DataView(new ArrayBuffer(13));
    head.setUint32(0, pixelSize.width);
    head.setUint32(4, pixelSize.height);
    head.setUint8(8, 8);
    head.setUint8(9, opaque ? TRUECOLOUR : TRUECOLOUR_ALPHA);
    // Pixels a metre (§11.3.5.3).
    const density = new DataView(new ArrayBuffer(9));
    const perMetre = Math.round(ppi / 0.0254);
    density.setUint32(0, perMetre);
    density.setUint32(4, perMetre);
    density.setUint8(8, 1);
    return Buffer.concat([
      SIGNATURE,
      chunk("IHDR", bytesOf(head)),
      chunk("pHYs", bytesOf(density)),
      // Keyword; not compressed; no language, no translated keyword (§11.3.4.5).
      chunk("iTXt", Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${xmpPacket(title)}`)),
      chunk("IDAT", this.#rows.end()),
      chunk("IEND", new Uint8Array(0)),
    ]);
  }
}

const bytesOf = ({ buffer }: DataView): Uint8Array => new Uint8Array(buffer as ArrayBuffer);

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(data.length + 12);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(type, 4, "latin1");
  bytes.set(data, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, -4)), data.length + 8);
  return bytes;
}
