import { expect, it } from "vitest";
import { straighten } from "../../../../src/export/raster/straighten.ts";

it("divides colour by alpha, and says whether all is opaque", () => {
  const pixels = Uint8Array.of(9, 8, 7, 255, 1, 2, 3, 255, 64, 32, 0, 128, 10, 20, 30, 0);
  expect(straighten(pixels.subarray(0, 8), 2)).toBe(true);
  expect(straighten(pixels, 2)).toBe(false);
  expect([...pixels]).toEqual([9, 8, 7, 255, 1, 2, 3, 255, 128, 64, 0, 128, 10, 20, 30, 0]);
});

it("reads pixels that start anywhere in memory", () => {
  const pixels = Uint8Array.of(0, 0, 64, 0, 0, 128).subarray(2);
  expect(straighten(pixels, 1)).toBe(false);
  expect([...pixels]).toEqual([128, 0, 0, 128]);
});
