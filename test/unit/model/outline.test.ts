import { expect, test } from "vitest";
import { contains, rect, translation } from "../../../src/base/geometry.ts";
import { clipRects } from "../../../src/model/clip.ts";
import { rectClip } from "../../../src/model/group.ts";
import { rectangleOf, rectangleOutline } from "../../../src/model/outline.ts";

const AREA = rect(2, 3, 10, 4);
const { coords } = rectangleOutline(AREA);

test("a rectangle is known in every way that it is drawn", () => {
  const turned = [...coords.slice(0, 2), ...coords.slice(6, 8), ...coords.slice(4, 6), ...coords.slice(2, 4)];
  for (const points of [coords, turned]) {
    for (const verbs of ["MLLL", "MLLLZ"]) expect(rectangleOf({ verbs, coords: points })).toEqual(AREA);
    for (const verbs of ["MLLLL", "MLLLLZ"]) {
      expect(rectangleOf({ verbs, coords: [...points, ...points.slice(0, 2)] })).toEqual(AREA);
    }
  }
});

test("anything else is none", () => {
  const moved = coords.map((value, i) => (i === 2 ? value + 1e-6 : value));
  expect(rectangleOf({ verbs: "MLLLZ", coords: moved })).toBeNull();
  expect(rectangleOf({ verbs: "MLLZ", coords: coords.slice(0, 6) })).toBeNull();
  expect(rectangleOf({ verbs: "MLLLLZ", coords: [...coords, 5, 5] })).toBeNull();
  expect(rectangleOf({ verbs: "MCLZ", coords })).toBeNull();
});

test("a matrix moves it, turned by a quarter at most", () => {
  const outline = rectangleOutline(AREA);
  expect(rectangleOf(outline, translation(1, 1))).toEqual(rect(3, 4, 10, 4));
  expect(rectangleOf(outline, [0, 1, -1, 0, 0, 0])).toEqual(rect(-7, 2, 4, 10));
  expect(rectangleOf(outline, [1, 0.1, 0, 1, 0, 0])).toBeNull();
});

test("a clip of rectangles is all of them, one of another shape is none", () => {
  const inner = rectClip(AREA);
  const outer = rectClip(rect(0, 0, 5, 5));
  expect(clipRects({ ...inner, parent: outer })).toEqual([AREA, rect(0, 0, 5, 5)]);
  expect(clipRects(null)).toEqual([]);
  const [shape] = inner.shapes;
  const round = { ...shape!, outline: { verbs: "MCLZ", coords } };
  expect(clipRects({ shapes: [round], parent: outer })).toBeNull();
  expect(clipRects({ ...inner, parent: { shapes: [shape!, shape!], parent: null } })).toBeNull();
});

test("what stands out by more than the slack is not contained", () => {
  const inner = rect(2, 3, 10.001, 4);
  expect(contains(AREA, inner, 0.001001)).toBe(true);
  expect(contains(AREA, inner, 0.0005)).toBe(false);
  expect(contains(inner, AREA, 0)).toBe(true);
  expect(contains(AREA, rect(1.999, 3, 5, 4), 0)).toBe(false);
});
