/**
 * Finds runs of equal pixels.
 * @param ends takes where each run ends, in order
 * @returns how many there are
 */
export function findRuns(pixels: Uint32Array, start: number, end: number, ends: Uint32Array): number {
  let count = 0;
  for (let at = start; at < end; ) {
    const pixel = pixels[at++]!;
    // Four at a time: runs are long.
    while (
      at + 3 < end &&
      ((pixels[at]! ^ pixel) |
        (pixels[at + 1]! ^ pixel) |
        (pixels[at + 2]! ^ pixel) |
        (pixels[at + 3]! ^ pixel)) ===
        0
    ) {
      at += 4;
    }
    while (at < end && pixels[at] === pixel) at++;
    ends[count++] = at;
  }
  return count;
}
