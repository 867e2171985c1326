/**
 * Addresses that stand for pictures while satori and usvg work: the header of a PNG with the picture's true
 * size and its number, 37 bytes (its checksum is left out: nobody decodes it), so that no pixel travels as base64.
 */

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** @param number below 2³², unique within one layout */
export function standIn(pixelWidth: number, pixelHeight: number, number: number): string {
  const bytes = Buffer.alloc(37);
  bytes.set(SIGNATURE);
  bytes.writeUInt32BE(13, 8);
  bytes.write("IHDR", 12, "latin1");
  bytes.writeUInt32BE(Math.max(1, Math.round(pixelWidth)), 16);
  bytes.writeUInt32BE(Math.max(1, Math.round(pixelHeight)), 20);
  bytes.set([8, 6, 0, 0, 0], 24);
  bytes.writeUInt32BE(number, 33);
  return `data:image/png;base64,${bytes.toString("base64")}`;
}

/**
 * Stands for a picture that cannot be shown: a drawing of nothing, so that the element keeps its place; pixels would be
 * judged for being too few.
 */
export const BLANK =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='1' height='1' viewBox='0 0 1 1'/%3E";
