/** Colours freed from alpha: painters multiply them by it, files do not. */

/**
 * Divides colours by alpha, in place. Most rows of most pictures are opaque and are only looked at.
 * @param rgba whole rows of `width` pixels, four bytes each
 * @returns whether every pixel is opaque
 */
export function straighten(rgba: Uint8Array, width: number): boolean {
  const words = rgba.byteOffset % 4 === 0 ? wordsIn(rgba) : wordsIn(rgba.slice());
  let opaque = true;
  for (let from = 0; from < words.length; from += width) {
    let common = 0xffffffff;
    // No branch: a quarter of the time of testing bytes.
    for (let i = from; i < from + width; i++) common &= words[i]!;
    if (alphaOf(common) === 255) continue;
    opaque = false;
    divide(rgba, from * 4, (from + width) * 4);
  }
  return opaque;
}

const wordsIn = ({ buffer, byteOffset, byteLength }: Uint8Array): Uint32Array =>
  new Uint32Array(buffer, byteOffset, byteLength / 4);

/** Of a pixel read as a word, whatever order the machine reads bytes in. */
const alphaOf = (word: number): number => new Uint8Array(new Uint32Array([word]).buffer)[3]!;

function divide(rgba: Uint8Array, from: number, to: number): void {
  for (let i = from + 3; i < to; i += 4) {
    const alpha = rgba[i]!;
    if (alpha === 255 || alpha === 0) continue;
    const factor = 255 / alpha;
    rgba[i - 3] = Math.min(255, Math.round(rgba[i - 3]! * factor));
    rgba[i - 2] = Math.min(255, Math.round(rgba[i - 2]! * factor));
    rgba[i - 1] = Math.min(255, Math.round(rgba[i - 1]! * factor));
  }
}
