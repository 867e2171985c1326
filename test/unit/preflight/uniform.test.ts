import { expect, test } from "vitest";
import { type Rect, rect } from "../../../src/base/geometry.ts";
import type { Outline, SceneNode } from "../../../src/model/scene.ts";
import { colorAt } from "../../../src/preflight/color-at.ts";
import { isUniform } from "../../../src/preflight/uniform.ts";
import { walkAlone } from "../../../src/preflight/walk.ts";
import fc from "../../support/property.ts";
import {
  circleOutline,
  clipOf,
  group,
  linear,
  path,
  rectOutline,
  resourcesOf,
  solid,
  solidRect,
  stopsOf,
  strokeOf,
} from "../../support/scene.ts";

const mm = fc.integer({ min: -10, max: 30 });
const size = fc.integer({ min: 1, max: 40 });
const rects = fc.tuple(mm, mm, size, size).map(([x, y, width, height]) => rect(x, y, width, height));
const outlines: fc.Arbitrary<Outline> = fc.oneof(
  rects.map(rectOutline),
  fc.tuple(mm, mm, size).map(([x, y, r]) => circleOutline(x, y, r)),
);
const paints = fc.oneof(
  fc
    .tuple(fc.constantFrom("#ffcc00", "#0b2a6b", "#ffffff"), fc.constantFrom(1, 0.5))
    .map(([hex, a]) => solid(hex, a)),
  fc.constant(linear([0, 0, 20, 0], stopsOf("#ffffff", "#000000"))),
);
const paths = fc
  .tuple(outlines, fc.option(paints), fc.option(fc.tuple(paints, size)))
  .map(([outline, fill, stroke]) =>
    path(outline, fill, { stroke: stroke && strokeOf(stroke[0], stroke[1] / 4) }),
  );
const nodes: fc.Arbitrary<SceneNode> = fc
  .tuple(
    paths,
    fc.option(outlines),
    fc.constantFrom(1, 0.6),
    fc.constantFrom<"normal" | "multiply">("normal", "multiply"),
    fc.constantFrom(0, 0.4),
  )
  .map(([child, clip, opacity, blend, turn]) =>
    group([child], {
      opacity,
      blend,
      clip: clip && clipOf([clip]),
      transform: [Math.cos(turn), Math.sin(turn), -Math.sin(turn), Math.cos(turn), 1, 2],
    }),
  );

const leaves = (...all: readonly SceneNode[]) => walkAlone(all, resourcesOf([], []));
const PAPER = { r: 255, g: 255, b: 255, a: 1 };

/** What shows at points all over an area, its corners included. */
function colorsIn(stack: ReturnType<typeof leaves>, { x, y, width, height }: Rect) {
  const parts = [0, 0.23, 0.5, 0.81, 1];
  const points = parts.flatMap((u) => parts.map((v) => ({ x: x + u * width, y: y + v * height })));
  return new Set(points.map((point) => JSON.stringify(colorAt(stack, point, PAPER, () => null))));
}

test("whatever is called uniform shows one colour at every point", () => {
  fc.assert(
    fc.property(fc.array(nodes, { maxLength: 4 }), rects, (all, area) => {
      const stack = leaves(...all);
      fc.pre(isUniform(stack, area));
      expect(colorsIn(stack, area).size).toBe(1);
    }),
    {
      numRuns: 300,
      examples: [
        // A stroke that ends where the area does shows at the area's edge.
        [
          [path(rectOutline(rect(3, 2, 1, 1)), null, { stroke: strokeOf("#ffcc00", 2) })],
          rect(-10, 0, 12, 2),
        ],
      ],
    },
  );
});

const AREA = rect(10, 10, 6, 4);

test.each([
  ["nothing", group([])],
  ["a rectangle under it all", solidRect(0, 0, 40, 40, "#ffcc00")],
  ["a veil", group([solidRect(0, 0, 40, 40, "#000000")], { opacity: 0.4 })],
  ["a disc that holds it", path(circleOutline(13, 12, 8), "#0b2a6b")],
  ["a ring around it", path(circleOutline(13, 12, 8), null, { stroke: strokeOf("#0b2a6b", 2) })],
  ["a shape beside it", path(circleOutline(30, 30, 8), "#0b2a6b")],
  [
    "what a clip keeps away",
    group([solidRect(0, 0, 40, 40, "#ff0000")], { clip: clipOf([circleOutline(30, 30, 8)]) }),
  ],
])("%s is uniform", (_, node) => {
  expect(isUniform(leaves(node), AREA)).toBe(true);
});

test.each([
  ["a rectangle that ends within", solidRect(0, 0, 13, 40, "#ffcc00")],
  ["a gradient", solidRect(0, 0, 40, 40, linear([0, 0, 20, 0], stopsOf("#ffffff", "#000000")))],
  ["a ring whose line is wide", path(circleOutline(13, 12, 8), null, { stroke: strokeOf("#0b2a6b", 10) })],
  [
    "a clip's edge",
    group([solidRect(0, 0, 40, 40, "#ff0000")], { clip: clipOf([circleOutline(10, 10, 3)]) }),
  ],
])("%s is not uniform", (_, node) => {
  expect(isUniform(leaves(node), AREA)).toBe(false);
});
