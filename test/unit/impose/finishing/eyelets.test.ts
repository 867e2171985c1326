import { expect, it } from "vitest";
import { rect } from "../../../../src/base/geometry.ts";
import { eyeletCentres } from "../../../../src/impose/finishing/eyelets.ts";
import fc from "../../../support/property.ts";

it("a banner of 6 × 1.5 m has 30 eyelets at 50 cm", () => {
  const centres = eyeletCentres(rect(0, 0, 6000, 1500), 500);
  expect(centres).toHaveLength(2 * 12 + 2 * 3);
  expect(centres.filter(({ x, y }) => (x === 0 || x === 6000) && (y === 0 || y === 1500))).toHaveLength(4);
});

it("every corner has one, neighbours are at most the spacing apart, and never closer than half of it", () => {
  const side = fc.double({ min: 100, max: 10_000, noNaN: true });
  fc.assert(
    fc.property(side, side, fc.double({ min: 50, max: 1000, noNaN: true }), (width, height, spacing) => {
      fc.pre((2 * (width + height)) / spacing < 2000);
      const centres = eyeletCentres(rect(3, 4, width, height), spacing);
      for (const x of [3, 3 + width]) {
        for (const y of [4, 4 + height]) {
          expect(centres.some((centre) => Math.hypot(centre.x - x, centre.y - y) < 1e-6)).toBe(true);
        }
      }
      const gaps = centres.map((centre, i) => {
        const next = centres[(i + 1) % centres.length]!;
        return Math.hypot(next.x - centre.x, next.y - centre.y);
      });
      expect(Math.max(...gaps)).toBeLessThanOrEqual(spacing + 1e-5);
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(Math.min(spacing / 2, width, height) - 1e-5);
    }),
  );
});
