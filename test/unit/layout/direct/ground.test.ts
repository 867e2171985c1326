import { expect, test } from "vitest";
import { rect } from "../../../../src/base/geometry.ts";
import { paintGround, roundedOutline } from "../../../../src/layout/direct/ground.ts";
import { outlineBounds } from "../../../../src/model/outline.ts";
import type { Fill } from "../../../../src/model/scene.ts";
import { flatten } from "../../../../src/preflight/flat-outline.ts";

const fill = (value: number): Fill => ({
  paint: { kind: "solid", color: { rgb: { r: value, g: value, b: value }, token: null }, alpha: 1 },
  rule: "nonzero",
});

test("too large a radius makes a circle", () => {
  const { points, polygons } = flatten(roundedOutline(rect(10, 20, 8, 8), 30));
  const [{ start, end } = { start: 0, end: 0 }, ...others] = polygons;
  expect(others).toEqual([]);
  for (let i = start; i < end; i += 2) {
    const distance = Math.hypot(points[i]! - 14, points[i + 1]! - 24);
    expect(Math.abs(distance - 4)).toBeLessThan(4 * 0.0003);
  }
});

test("round corners stay inside of the box and touch its four sides", () => {
  const box = rect(1, 2, 30, 12);
  expect(outlineBounds(roundedOutline(box, 3))).toEqual(box);
  expect(roundedOutline(box, 3).verbs).toBe("MLCLCLCLCZ");
  expect(roundedOutline(box, 0)).toEqual({ verbs: "MLLLZ", coords: [1, 2, 31, 2, 31, 14, 1, 14] });
});

test("a border is its full width inside of the edge, over the colour", () => {
  const drawn = {
    area: rect(0, 0, 20, 10),
    radius: 2,
    fill: fill(255),
    border: { width: 0.5, fill: fill(0) },
  };
  const [ground, ring, ...others] = paintGround(drawn);
  expect(others).toEqual([]);
  const outline = roundedOutline(drawn.area, 2);
  expect(ground).toMatchObject({ kind: "path", outline, fill: fill(255), stroke: null });
  expect(ring).toMatchObject({ kind: "group", clip: { shapes: [{ outline }], parent: null } });
  expect(ring).toHaveProperty("children.0.stroke.width", 1);
  expect(paintGround({ ...drawn, fill: null })).toEqual([ring]);
  expect(paintGround({ ...drawn, border: null })).toEqual([ground]);
});
