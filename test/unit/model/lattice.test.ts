import { expect, test } from "vitest";
import { type Lattice, latticeOf } from "../../../src/model/lattice.ts";
import { mosaicOf, mosaicOutline } from "../../../src/model/mosaic.ts";
import type { FillRule, Outline } from "../../../src/model/scene.ts";
import { isInside } from "../../../src/preflight/outline-hit.ts";
import fc from "../../support/property.ts";

const rules = fc.constantFrom<FillRule>("nonzero", "evenodd");

/** How often each cell is covered, row by row. */
function coverage({ columns, rows, rectangles }: Lattice): number[] {
  const times = Array.from({ length: columns * rows }, () => 0);
  for (let i = 0; i < rectangles.length; i += 4) {
    const [left, top, width, height] = rectangles.slice(i, i + 4) as [number, number, number, number];
    for (let row = top; row < top + height; row++)
      for (let column = left; column < left + width; column++) times[row * columns + column]!++;
  }
  return times;
}

/** Which cells the outline itself fills, row by row. */
const filled = ({ x, y, step, columns, rows }: Lattice, outline: Outline, rule: FillRule): number[] =>
  Array.from({ length: columns * rows }, (_, i) => {
    const middle = { x: x + ((i % columns) + 0.5) * step, y: y + (Math.floor(i / columns) + 0.5) * step };
    return isInside(outline, rule, middle) ? 1 : 0;
  });

/** Contours of upright and level sides, some left open, that cross themselves and each other. */
const contours = fc
  .array(fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { minLength: 4, maxLength: 8 }), {
    minLength: 5,
    maxLength: 8,
  })
  .map((all): Outline => {
    const coords: number[] = [];
    const verbs = all.map((turns, contour) => {
      const corners = [...turns, turns[0]!];
      // From one to the next first level, then upright.
      corners.forEach(([x, y], i) => {
        if (i > 0) coords.push(x, corners[i - 1]![1]);
        coords.push(x, y);
      });
      return `M${"LL".repeat(turns.length)}${contour % 2 ? "Z" : ""}`;
    });
    return { verbs: verbs.join(""), coords };
  });

const scaled = (outline: Outline, step: number, left: number, top: number): Outline => ({
  ...outline,
  coords: outline.coords.map((value, i) => value * step + (i % 2 ? top : left)),
});

test("what an outline fills is covered once, and nothing else", () => {
  fc.assert(
    fc.property(contours, rules, fc.constantFrom(1, 0.816555, 12.7), (turns, rule, step) => {
      const outline = scaled(turns, step, 3.2662, -7.1);
      const lattice = latticeOf(outline, rule);
      fc.pre(lattice !== null);
      expect(coverage(lattice!)).toEqual(filled(lattice!, outline, rule));
    }),
  );
});

const CELLS = ["##.#.##.#", "#.##..#.#", ".#..#.###", "###..#..#", "#.#.#.#.#"].map((row) =>
  [...row].map((cell) => cell === "#"),
);
const pattern = mosaicOutline(mosaicOf(CELLS));

test("a mosaic's cells are found again, and its empty border is no part of them", () => {
  const empty = CELLS[0]!.map(() => false);
  const bordered = [empty, ...CELLS, empty].map((row) => [false, ...row, false, false]);
  const lattice = latticeOf(mosaicOutline(mosaicOf(bordered)), "evenodd")!;
  expect(lattice).toMatchObject({ x: 1, y: 1, step: 1, columns: 9, rows: 5, off: 0 });
  expect(coverage(lattice)).toEqual(CELLS.flat().map(Number));
});

test("what is known of a mosaic is what would be found", () => {
  const grids = fc
    .tuple(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 3, max: 9 }))
    .chain(([columns, rows]) =>
      fc.array(fc.array(fc.boolean(), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
  fc.assert(
    fc.property(grids, rules, (cells, rule) => {
      const outline = mosaicOutline(mosaicOf(cells));
      expect(latticeOf(outline, rule)).toEqual(latticeOf({ ...outline }, rule));
    }),
  );
});

test("its cells are as large as they can be", () => {
  const doubled = CELLS.flatMap((row) => [0, 1].map(() => row.flatMap((cell) => [cell, cell])));
  expect(latticeOf(mosaicOutline(mosaicOf(doubled)), "evenodd")).toMatchObject({
    step: 2,
    columns: 9,
    rows: 5,
  });
});

test("roughly rounded corners stand on it, and it says how roughly", () => {
  const rough = { ...pattern, coords: pattern.coords.map((value) => Number((value * 2.7027).toFixed(2))) };
  const lattice = latticeOf(rough, "evenodd")!;
  expect(lattice).toMatchObject({ columns: 9, rows: 5 });
  expect(lattice.off).toBeGreaterThan(0.001);
  expect(lattice.off).toBeLessThan(0.01);
});

test("what is rounded, slanted or off the grid has none, nor has what is no pattern", () => {
  const moved = (by: number) => ({
    ...pattern,
    coords: pattern.coords.map((value, i) => (i === 20 ? value + by : value)),
  });
  expect(latticeOf(moved(0.3), "evenodd")).toBeNull();
  expect(latticeOf(moved(1), "evenodd")).toBeNull();
  const curved = { verbs: `${pattern.verbs}MCZ`, coords: [...pattern.coords, 0, 0, 0, 1, 1, 1, 1, 0] };
  expect(latticeOf(curved, "evenodd")).toBeNull();
  expect(latticeOf({ verbs: "MLLLZ", coords: [0, 0, 1, 0, 1, 1, 0, 1] }, "evenodd")).toBeNull();
  expect(latticeOf({ verbs: "ML".repeat(20), coords: Array(80).fill(3) }, "evenodd")).toBeNull();
});
