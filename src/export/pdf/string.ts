/** PDF names and text strings (ISO 32000-1 §7.3.4, §7.3.5, §7.9.2). */

/** A name without its slash; what is not a regular ASCII character is written as #xx. */
export function nameOf(text: string): string {
  return Array.from(Buffer.from(text, "utf8"), (byte) =>
    byte > 0x20 && byte < 0x7f && !"()<>[]{}/%#".includes(String.fromCharCode(byte))
      ? String.fromCharCode(byte)
      : `#${byte.toString(16).padStart(2, "0")}`,
  ).join("");
}

/** A text string: plain ASCII as a literal, anything else as UTF-16BE with its byte order mark. */
export function textString(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return `(${text.replace(/[\\()]/g, "\\$&")})`;
  return `<FEFF${utf16Hex(text)}>`;
}

/** UTF-16BE code units as hex digits. */
export const utf16Hex = (text: string): string =>
  Buffer.from(text, "utf16le").swap16().toString("hex").toUpperCase();

/** Two bytes as four hex digits. */
export const hex16 = (value: number): string => value.toString(16).padStart(4, "0").toUpperCase();

/** A date string, in UTC (§7.9.4). */
export function dateString(date: Date): string {
  return `(D:${date.toISOString().slice(0, 19).replace(/[-:T]/g, "")}Z)`;
}
