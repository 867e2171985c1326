import { expect, test } from "vitest";
import { markPoints, readMark } from "../../../src/layout/marker-code.ts";
import fc from "../../support/property.ts";

/** What satori writes for a mark: scaled, slanted, moved and rounded to 0.1 px, starting at the last point. */
function written(face: number, glyph: number, x: number, y: number, scale: number, skew: number): number[] {
  const points = markPoints(face, glyph);
  const round = (value: number) => Math.round(value * 10) / 10;
  return [points.at(-1)!, ...points].flatMap(([px, py]) => [
    round(x + (px + skew * py) * scale),
    round(y - py * scale),
  ]);
}

test("a mark tells face, glyph, place, size and slant after satori's rounding", () => {
  fc.assert(
    fc.property(
      fc.nat(254),
      fc.nat(0xffff),
      fc.double({ min: -5000, max: 50000, noNaN: true }),
      fc.double({ min: -5000, max: 50000, noNaN: true }),
      fc.double({ min: 1, max: 4000, noNaN: true }),
      fc.constantFrom(0, 0.25),
      fc.constantFrom(1000, 2048),
      (face, glyph, x, y, size, skew, unitsPerEm) => {
        const mark = readMark(written(face, glyph, x, y, size / unitsPerEm, skew), 0);
        expect(mark).toMatchObject({ face, glyph, skew });
        expect(Math.abs(mark!.x - x)).toBeLessThan(0.06);
        expect(Math.abs(mark!.y - y)).toBeLessThan(0.06);
        expect(Math.abs(mark!.scale * unitsPerEm - size)).toBeLessThan(0.02);
      },
    ),
    { numRuns: 2000 },
  );
});

test.each([
  ["a heptagon", [0, 0, 30, -15, 50, -40, 30, -70, 0, -80, -20, -40, 0, 0]],
  ["an arrow", [0, 0, 40, 0, 40, -20, 80, 10, 40, 40, 40, 20, 0, 0]],
  ["a rectangle with doubled corners", [0, 0, 40, 0, 40, 0, 40, -20, 0, -20, 0, -20, 0, 0]],
  ["a dot", [5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5]],
])("%s is no mark", (_, points) => {
  expect(readMark(points, 0)).toBeNull();
});
