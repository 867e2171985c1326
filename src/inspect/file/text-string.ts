/** Strings that people read (ISO 32000-1 §7.9.2.2) and dates (§7.9.4). */

/** PDFDocEncoding where it differs from latin-1 (annex D.3). */
const PDF_DOC: Readonly<Record<number, string>> = {
  24: "˘",
  25: "ˇ",
  26: "ˆ",
  27: "˙",
  28: "˝",
  29: "˛",
  30: "˚",
  31: "˜",
  128: "•",
  129: "†",
  130: "‡",
  131: "…",
  132: "—",
  133: "–",
  134: "ƒ",
  135: "⁄",
  136: "‹",
  137: "›",
  138: "−",
  139: "‰",
  140: "„",
  141: "“",
  142: "”",
  143: "‘",
  144: "’",
  145: "‚",
  146: "™",
  147: "ﬁ",
  148: "ﬂ",
  149: "Ł",
  150: "Œ",
  151: "Š",
  152: "Ÿ",
  153: "Ž",
  154: "ı",
  155: "ł",
  156: "œ",
  157: "š",
  158: "ž",
  160: "€",
};

export function textOf(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    const even = buffer.subarray(2, 2 + ((buffer.length - 2) & ~1));
    return Buffer.from(even).swap16().toString("utf16le");
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return buffer.subarray(2).toString("utf16le");
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return buffer.subarray(3).toString("utf8");
  return Array.from(bytes, (byte) => PDF_DOC[byte] ?? String.fromCharCode(byte)).join("");
}

/** `D:20260102030405+07'00'` as milliseconds since 1970; `null` when it is no date. */
export function pdfDate(text: string): number | null {
  const match = /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:Z|([+-])(\d\d)'?(\d\d)?'?)?/.exec(text);
  if (!match) return null;
  const part = (i: number, otherwise: number) => (match[i] === undefined ? otherwise : Number(match[i]));
  const local = Date.UTC(part(1, 0), part(2, 1) - 1, part(3, 1), part(4, 0), part(5, 0), part(6, 0));
  const offset = (part(8, 0) * 60 + part(9, 0)) * 60_000;
  return match[7] === "-" ? local + offset : local - offset;
}
