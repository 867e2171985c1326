/** Tells what a file is by its first bytes; its name is never asked. */

export type PictureType = "png" | "jpeg" | "webp" | "gif" | "svg";

const startsWith = (data: Uint8Array, bytes: readonly number[], at = 0): boolean =>
  bytes.every((byte, i) => data[at + i] === byte);

const ascii = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));

const PNG = [0x89, ...ascii("PNG\r\n"), 0x1a, 0x0a];

/** The picture type, or `null` for anything that is not one of them. */
export function sniffPicture(data: Uint8Array): PictureType | null {
  if (startsWith(data, PNG)) return "png";
  if (startsWith(data, [0xff, 0xd8, 0xff])) return "jpeg";
  if (startsWith(data, ascii("RIFF")) && startsWith(data, ascii("WEBP"), 8)) return "webp";
  if (startsWith(data, ascii("GIF87a")) || startsWith(data, ascii("GIF89a"))) return "gif";
  return looksLikeSvg(data) ? "svg" : null;
}

/** XML whose first element is `svg`, whatever stands before it. */
function looksLikeSvg(data: Uint8Array): boolean {
  const start = new TextDecoder("utf-8").decode(data.subarray(0, 64 * 1024));
  const first = start
    .replace(/^\uFEFF?\s*/, "")
    .replace(/<!--[\s\S]*?(?:-->|$)|<\?[\s\S]*?(?:\?>|$)|<!DOCTYPE[^[>]*(?:\[[^\]]*\]\s*)?>?/gi, "")
    .trimStart();
  return /^<(?:[\w.-]+:)?svg[\s/>]/.test(first);
}

/** A name for what is not a picture, in both languages. */
export function describeData(data: Uint8Array): readonly [vi: string, en: string] {
  if (data.length === 0) return ["tệp trống", "an empty file"];
  for (const [type, signature, at] of OTHERS) {
    if (startsWith(data, signature, at)) return [`tệp ${type}`, `a ${type} file`];
  }
  const start = data.subarray(0, 4096);
  const isText = !start.includes(0) && start.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d));
  return isText ? ["tệp văn bản", "a text file"] : ["dữ liệu không rõ loại", "data of an unknown type"];
}

const OTHERS: readonly (readonly [type: string, signature: readonly number[], at: number])[] = [
  ["PDF", ascii("%PDF"), 0],
  ["TIFF", [0x49, 0x49, 0x2a, 0x00], 0],
  ["TIFF", [0x4d, 0x4d, 0x00, 0x2a], 0],
  ["HEIC", ascii("ftyphei"), 4],
  ["HEIC", ascii("ftypmif1"), 4],
  ["AVIF", ascii("ftypavif"), 4],
  ["BMP", ascii("BM"), 0],
  ["Photoshop", ascii("8BPS"), 0],
  ["ZIP", [0x50, 0x4b, 0x03, 0x04], 0],
  ["GZIP", [0x1f, 0x8b], 0],
];
