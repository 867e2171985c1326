import { expect, test } from "vitest";
import { latticeOperators } from "../../../../src/export/pdf/lattice.ts";
import { latticeOf } from "../../../../src/model/lattice.ts";
import { mosaicOf, mosaicOutline } from "../../../../src/model/mosaic.ts";
import type { Outline } from "../../../../src/model/scene.ts";

const SIZE = 9;
/** A chequered field with a ring, as a code has. */
const isDark = (x: number, y: number): boolean =>
  (x + y) % 3 === 0 || (x > 5 && y > 5 && !(x === 7 && y === 7));
const cells = Array.from({ length: SIZE }, (_, y) => Array.from({ length: SIZE }, (_, x) => isDark(x, y)));
const field = mosaicOutline(mosaicOf(cells));
const placed = (step: number, left: number, top: number): Outline => ({
  ...field,
  coords: field.coords.map((value, i) => value * step + (i % 2 ? top : left)),
});

test("what stands on a grid becomes rectangles in its steps", () => {
  const outline = placed(0.816555, 3.2662, 7.1);
  const [matrix = "", ...rest] = latticeOperators(outline, [1, 0, 0, 1, 10, 20], "evenodd")!.split(" cm\n");
  const [a, , , d, e, f] = matrix.split(" ").map(Number);
  expect([a, d, e, f].map((value) => value!.toFixed(4))).toEqual(["0.8166", "0.8166", "13.2662", "27.1000"]);
  const { rectangles } = latticeOf(outline, "evenodd")!;
  const lines = rectangles.flatMap((_, i) =>
    i % 4 === 0 ? [`${rectangles.slice(i, i + 4).join(" ")} re`] : [],
  );
  expect(rest.join("")).toBe([...lines, "f"].join("\n"));
});

test("what would be moved so that it shows stays an outline", () => {
  const moved = (by: number): Outline => ({
    ...field,
    coords: field.coords.map((value, i) => (i === 20 ? value + by : value)),
  });
  expect(latticeOperators(moved(0.0001), [1, 0, 0, 1, 0, 0], "evenodd")).not.toBeNull();
  expect(latticeOperators(moved(0.01), [1, 0, 0, 1, 0, 0], "evenodd")).toBeNull();
});

test("cells are counted in as many digits as it takes", () => {
  const rows = Array.from({ length: 40 }, (_, y) =>
    Array.from({ length: 940 }, (_, x) => (x * 7 + y * 3) % 11 < 4 || x === 0 || x === 939),
  );
  const outline = mosaicOutline(mosaicOf(rows));
  const { rectangles } = latticeOf(outline, "nonzero")!;
  const said = latticeOperators(outline, [1, 0, 0, 1, 0, 0], "nonzero")!.matchAll(
    /(\d+) (\d+) (\d+) (\d+) re\n/g,
  );
  expect([...said].flatMap(([, ...numbers]) => numbers.map(Number))).toEqual(rectangles);
  expect(Math.max(...rectangles)).toBe(939);
});
