/** Pixels of three or four bytes as words of four bytes in memory order, and back. */

/** Three bytes a pixel → words whose last byte is 0. */
export function wordsOfThree(pixels: Uint8Array): Uint32Array {
  const words = new Uint32Array(Math.floor(pixels.length / 3));
  const bytes = bytesOf(words);
  for (let from = 0, to = 0; to < bytes.length; from += 3, to += 4) {
    bytes[to] = pixels[from]!;
    bytes[to + 1] = pixels[from + 1]!;
    bytes[to + 2] = pixels[from + 2]!;
  }
  return words;
}

/** Words → three bytes a pixel; the last of the four is dropped. */
export function threeOfWords(words: Uint32Array): Uint8Array {
  const bytes = bytesOf(words);
  const pixels = new Uint8Array(words.length * 3);
  for (let from = 0, to = 0; from < bytes.length; from += 4, to += 3) {
    pixels[to] = bytes[from]!;
    pixels[to + 1] = bytes[from + 1]!;
    pixels[to + 2] = bytes[from + 2]!;
  }
  return pixels;
}

/** Four bytes a pixel as words: the same memory where it is aligned. */
export function wordsOf(pixels: Uint8Array): Uint32Array {
  const aligned = pixels.byteOffset % 4 === 0 ? pixels : new Uint8Array(pixels);
  return new Uint32Array(aligned.buffer, aligned.byteOffset, Math.floor(aligned.byteLength / 4));
}

/** The same memory, as bytes. */
export const bytesOf = (words: Uint32Array): Uint8Array =>
  new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
