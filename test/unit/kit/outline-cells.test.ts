import { describe, expect, it } from "vitest";
import { outlineCells } from "../../../src/kit/outline-cells.ts";
import fc from "../../support/property.ts";

describe("outlineCells", () => {
  it("draws one loop around cells that touch, and holes in it", () => {
    const ring = ["###", "#.#", "###"].map((row) => [...row].map((cell) => cell === "#"));
    expect(outlineCells(ring).match(/M/gu)).toHaveLength(2);
    expect(outlineCells([[true, true]])).toBe("M0 0L2 0L2 1L0 1Z");
  });

  it("covers the dark cells and no others (even-odd)", () => {
    const grid = fc.array(fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(grid, (cells) => {
        const loops = outlineCells(cells)
          .split("Z")
          .filter(Boolean)
          .map((loop) =>
            loop
              .slice(1)
              .split("L")
              .map((point) => point.split(" ").map(Number) as [number, number]),
          );
        const isInside = (x: number, y: number) => {
          let crossings = 0;
          for (const points of loops) {
            points.forEach(([x1, y1], i) => {
              const [x2, y2] = points[(i + 1) % points.length]!;
              if (x1 === x2 && x1 > x && Math.min(y1, y2) < y && y < Math.max(y1, y2)) crossings++;
            });
          }
          return crossings % 2 === 1;
        };
        cells.forEach((row, y) => {
          row.forEach((dark, x) => {
            expect(isInside(x + 0.5, y + 0.5)).toBe(dark);
          });
        });
      }),
    );
  });
});
