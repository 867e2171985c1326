import { expect, it } from "vitest";
import { findRuns } from "../../../src/base/pixel-runs.ts";
import fc from "../../support/property.ts";

function runs(pixels: readonly number[], start: number, end: number): number[] {
  const ends = new Uint32Array(pixels.length);
  const count = findRuns(Uint32Array.from(pixels), start, end, ends);
  return [...ends.subarray(0, count)];
}

it("ends each run before the first pixel that differs, and the last with the row", () => {
  expect(runs([7, 7, 7, 0xffffffff, 0xffffffff, 7], 0, 6)).toEqual([3, 5, 6]);
  expect(runs([1, 1, 1, 1, 1, 1, 1, 1, 1, 1], 2, 9)).toEqual([9]);
  expect(runs([1, 2], 1, 1)).toEqual([]);
});

it("leaves no run that could be longer", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1), { maxLength: 60 }), (pixels) => {
      const inside = runs(pixels, 0, pixels.length).slice(0, -1);
      expect(inside).toEqual(pixels.flatMap((pixel, i) => (i > 0 && pixel !== pixels[i - 1] ? [i] : [])));
    }),
  );
});
