import { deflateSync } from "node:zlib";
import { expect, it } from "vitest";
import { findRuns } from "../../../../../src/base/pixel-runs.ts";
import { PixelSums } from "../../../../../src/export/raster/png/pixel-sums.ts";

/** zlib's own, which closes its streams. */
const adlerOf = (bytes: Uint8Array): number => deflateSync(bytes).readUInt32BE(deflateSync(bytes).length - 4);

it.each([3, 4] as const)("sums pixels of %d bytes as zlib sums bytes", (channels) => {
  const rgba = Buffer.alloc(40_000, Buffer.from([255, 254, 253, 255, 255, 254, 253, 255, 1, 2, 3, 4]));
  rgba.fill(255, 8000, 24_000);
  const pixels = new Uint32Array(rgba.buffer, rgba.byteOffset, rgba.length / 4);
  const ends = new Uint32Array(pixels.length);
  const sums = new PixelSums(channels);
  sums.addByte(2, 5000);
  sums.addRuns(pixels, 3, ends, findRuns(pixels, 3, pixels.length, ends));
  const kept = rgba.subarray(12).filter((_, i) => i % 4 < channels);
  expect(sums.value).toBe(adlerOf(Buffer.concat([Uint8Array.of(2), new Uint8Array(5000), kept])));
});
