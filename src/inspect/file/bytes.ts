/** What single bytes mean in PDF syntax (ISO 32000-1 §7.2.2, §7.3.4.3). */

/** Classes of bytes (§7.2.2): 0 for regular characters. */
export const WHITE = 1;
const DELIMITER = 2;
export const BYTE_CLASS = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) BYTE_CLASS[byte] = WHITE;
for (const char of "()<>[]{}/%") BYTE_CLASS[char.charCodeAt(0)] = DELIMITER;

/** 0–15, or −1 for what is no hexadecimal digit. */
export function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

/** 0–255, or −1. */
export function hexPair(high: number | undefined, low: number | undefined): number {
  const [a, b] = [hexDigit(high), hexDigit(low)];
  return a < 0 || b < 0 ? -1 : a * 16 + b;
}
