/** PNG files (ISO/IEC 15948) whose compressed rows PDF can take as they are (ISO 32000-1 §7.4.4.4, predictor 15). */

import { type ImageStream, imageEntries } from "./image.ts";

export interface PngRows {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly channels: 1 | 3;
  /** Entries of an indexed picture, three bytes each, or `null`. */
  readonly palette: Uint8Array | null;
  /** The zlib stream of filtered rows. */
  readonly data: Uint8Array;
}

const INTERLACED_AT = 28;

/** `null` when the rows cannot be used as they are: alpha, transparency, interlacing, 16 bits. */
export function readPngRows(file: Uint8Array): PngRows | null {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const bits = view.getUint8(24);
  const colorType = view.getUint8(25);
  if (bits > 8 || (colorType !== 0 && colorType !== 2 && colorType !== 3)) return null;
  if (view.getUint8(INTERLACED_AT) !== 0) return null;
  const parts: Uint8Array[] = [];
  let palette: Uint8Array | null = null;
  for (let at = 8; at + 8 <= file.byteLength; ) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...file.subarray(at + 4, at + 8));
    const body = file.subarray(at + 8, at + 8 + length);
    if (type === "tRNS") return null;
    if (type === "PLTE" && colorType === 3) palette = body;
    if (type === "IDAT") parts.push(body);
    at += length + 12;
  }
  if (colorType === 3 && !palette) return null;
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  return { width, height, bits, channels: colorType === 2 ? 3 : 1, palette, data: Buffer.concat(parts) };
}

/** An image with these rows (tables 89 and 8), its palette in the given space when it has one. */
export function pngStream(rows: PngRows, palette = rows.palette && rgbPalette(rows.palette)): ImageStream {
  const { width, height, bits, channels, data } = rows;
  const space = palette ?? (channels === 3 ? "/DeviceRGB" : "/DeviceGray");
  const predicted = `/DecodeParms<</Predictor 15/Colors ${channels}/BitsPerComponent ${bits}/Columns ${width}>>`;
  return { entries: `${imageEntries(width, height, space, bits)}/Filter/FlateDecode${predicted}`, data };
}

const rgbPalette = (palette: Uint8Array): string => indexedSpace("/DeviceRGB", 3, palette);

/** An Indexed space (§8.6.6.3) over entries of so many bytes. */
export const indexedSpace = (base: string, components: number, entries: Uint8Array): string =>
  `[/Indexed${base} ${entries.byteLength / components - 1}<${Buffer.from(entries).toString("hex")}>]`;
