import { expect, it } from "vitest";
import { IDENTITY, type Matrix, rect } from "../../../../src/base/geometry.ts";
import { exportRaster } from "../../../../src/export/raster/export-raster.ts";
import { createRasterise } from "../../../../src/export/raster/rasterise.ts";
import type { BlendMode, Filter, SceneNode } from "../../../../src/model/scene.ts";
import fc from "../../../support/property.ts";
import {
  clipOf,
  group,
  path,
  rectOutline,
  resourcesOf,
  sheetOf,
  solid,
  solidRect,
} from "../../../support/scene.ts";

// Native code paints: nothing that a scene can hold, however far outside the picture, may end the process.

const far = fc.oneof(fc.integer({ min: -20, max: 120 }), fc.integer({ min: -3000, max: 3000 }));
const length = fc.oneof(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 0, max: 4000 }));
const box = fc.record({ x: far, y: far, width: length, height: length });
const leaf = box.map(({ x, y, width, height }) => solidRect(x, y, width, height, solid("#ff0000", 0.7)));
const transform: fc.Arbitrary<Matrix> = fc.oneof(
  fc.constant(IDENTITY),
  fc.tuple(far, far).map(([x, y]): Matrix => [1, 0, 0, 1, x, y]),
  fc.constantFrom<Matrix[]>(
    [0.7, 0.7, -0.7, 0.7, 10, -90],
    [0, 0, 0, 0, 5, 5],
    [30, 0, 0, 30, 0, 0],
    [1e-7, 0, 0, 1, 0, 0],
  ),
);
const filter: fc.Arbitrary<Filter> = fc.record({
  region: box,
  primitives: fc.constantFrom(
    [{ name: "feGaussianBlur", attributes: { stdDeviation: "3" }, children: [] }],
    [{ name: "feOffset", attributes: { dx: "500", dy: "-90" }, children: [] }],
    [{ name: "feFlood", attributes: { "flood-color": "#00ff00" }, children: [] }],
  ),
});
const blend = fc.constantFrom<BlendMode[]>("normal", "multiply", "screen");

const { node } = fc.letrec<{ node: SceneNode }>((tie) => {
  const nodes = fc.array(tie("node"), { maxLength: 3 });
  const pattern = fc
    .record({ tile: box, transform, nodes })
    .map((more) => path(rectOutline(rect(0, 0, 50, 50)), { kind: "pattern", alpha: 1, ...more }));
  const mask = fc.record({
    kind: fc.constantFrom("luminance" as const, "alpha" as const),
    region: box,
    nodes,
    mask: fc.constant(null),
  });
  const effects = fc
    .record({
      transform,
      blend,
      opacity: fc.constantFrom(1, 0.5),
      isolated: fc.boolean(),
      clip: fc.option(fc.array(box, { maxLength: 2 }).map((boxes) => clipOf(boxes.map(rectOutline)))),
      mask: fc.option(mask, { freq: 3 }),
      filters: fc.array(filter, { maxLength: 2 }),
      children: nodes,
    })
    .map(({ children, ...more }) => group(children, more));
  return { node: fc.oneof({ depthSize: "small", withCrossShrink: true }, leaf, effects, pattern) };
});

it("paints any scene", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(node, { maxLength: 4 }), async (nodes) => {
      const { value } = await exportRaster(sheetOf(nodes, { width: 100, height: 70 }), {
        as: "png",
        ppi: 30,
        title: "",
      });
      expect(value.length).toBeGreaterThan(0);
    }),
    { numRuns: 100 },
  );
});

it("paints any region of it, however small", async () => {
  const rasterise = createRasterise();
  const sides = fc.record({
    x: far,
    y: far,
    width: fc.integer({ min: 1, max: 40 }),
    height: fc.integer({ min: 1, max: 40 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(node, { maxLength: 3 }), sides, async (nodes, region) => {
      const { width, height, rgba } = await rasterise({ nodes, resources: resourcesOf(), region, ppi: 25.4 });
      expect([width, height, rgba.length]).toEqual([
        region.width,
        region.height,
        region.width * region.height * 4,
      ]);
    }),
    { numRuns: 100 },
  );
});
