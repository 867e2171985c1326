import { expect, it } from "vitest";
import { exportRaster } from "../../../../src/export/raster/export-raster.ts";
import { createRasterise } from "../../../../src/export/raster/rasterise.ts";
import { ANY_FACE, anyNode, far } from "../../../support/any-scene.ts";
import fc from "../../../support/property.ts";
import { resourcesOf, sheetOf } from "../../../support/scene.ts";

// Native code paints: nothing that a scene can hold, however far outside the picture, may end the process.

it("paints any scene", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyNode, { maxLength: 4 }), async (nodes) => {
      const { value } = await exportRaster(sheetOf(nodes, { width: 100, height: 70, fonts: [ANY_FACE] }), {
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
    fc.asyncProperty(fc.array(anyNode, { maxLength: 3 }), sides, async (nodes, region) => {
      const { width, height, rgba } = await rasterise({
        nodes,
        resources: resourcesOf([ANY_FACE]),
        region,
        ppi: 25.4,
      });
      expect([width, height, rgba.length]).toEqual([
        region.width,
        region.height,
        region.width * region.height * 4,
      ]);
    }),
    { numRuns: 100 },
  );
});
