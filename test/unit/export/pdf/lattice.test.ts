import { expect, test } from "vitest";
import { latticeOperators } from "../../../../src/export/pdf/lattice.ts";
import { outlineCells } from "../../../../src/kit/outline-cells.ts";
import type { Outline } from "../../../../src/model/scene.ts";

const SIZE = 9;
/** A chequered field with a ring, as a code has. */
const isDark = (x: number, y: number): boolean =>
  x >= 0 &&
  y >= 0 &&
  x < SIZE &&
  y < SIZE &&
  ((x + y) % 3 === 0 || (x > 5 && y > 5 && !(x === 7 && y === 7)));
const cells = Array.from({ length: SIZE }, (_, y) => Array.from({ length: SIZE }, (_, x) => isDark(x, y)));

function outlineOf(path: string, step: number, left: number, top: number): Outline {
  const numbers = [...path.matchAll(/-?\d+/g)].map(
    ([digits], i) => Number(digits) * step + (i % 2 ? top : left),
  );
  return { verbs: path.replace(/[^MLZ]/g, ""), coords: numbers };
}

/** The cells that the rectangles cover, each as often as it is covered. */
function covered(operators: string): string[] {
  return [...operators.matchAll(/(\d+) (\d+) (\d+) (\d+) re/g)].flatMap(([, ...sides]) => {
    const [x = 0, y = 0, width = 0, height = 0] = sides.map(Number);
    return Array.from(
      { length: width * height },
      (_, i) => `${x + (i % width)} ${y + Math.floor(i / width)}`,
    );
  });
}

const path = outlineCells(cells);
const dark = cells.flatMap((row, y) => row.flatMap((on, x) => (on ? [`${x} ${y}`] : [])));

test("a code becomes rectangles that cover its dark cells, each once", () => {
  const operators = latticeOperators(outlineOf(path, 0.816555, 3.2662, 7.1), [1, 0, 0, 1, 10, 20], "evenodd");
  expect(covered(operators!).length).toBe(dark.length);
  expect(new Set(covered(operators!))).toEqual(new Set(dark));
  const [a, , , d, e, f] = operators!.split(" cm")[0]!.split(" ").map(Number);
  expect([a, d, e, f].map((value) => value!.toFixed(4))).toEqual(["0.8166", "0.8166", "13.2662", "27.1000"]);
});

test("where the rule fills what lies inside twice, so do the rectangles", () => {
  const square = (from: number, to: number) => `M${from} ${from}L${to} ${from}L${to} ${to}L${from} ${to}Z`;
  const many = Array.from({ length: 6 }, (_, i) => square(i, 20 - i)).join("");
  const count = (rule: "nonzero" | "evenodd") =>
    new Set(covered(latticeOperators(outlineOf(many, 1, 0, 0), [1, 0, 0, 1, 0, 0], rule)!)).size;
  expect(count("nonzero")).toBe(400);
  expect(count("evenodd")).toBe(400 - 324 + 256 - 196 + 144 - 100);
});

test("what is rounded, slanted or off the grid stays an outline", () => {
  const identity = [1, 0, 0, 1, 0, 0] as const;
  const outline = outlineOf(path, 1, 0, 0);
  const moved = outline.coords.map((value, i) => (i === 20 ? value + 0.01 : value));
  expect(latticeOperators({ ...outline, coords: moved }, identity, "evenodd")).toBeNull();
  const slanted = outline.coords.map((value, i) => (i === 20 ? value + 1 : value));
  expect(latticeOperators({ ...outline, coords: slanted }, identity, "evenodd")).toBeNull();
  const curve: Outline = {
    verbs: `${outline.verbs}MCZ`,
    coords: [...outline.coords, 0, 0, 0, 1, 1, 1, 1, 0],
  };
  expect(latticeOperators(curve, identity, "evenodd")).toBeNull();
});
