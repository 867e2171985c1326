import { describe, expect, it } from "vitest";
import { rect } from "../../../../../src/base/geometry.ts";
import { createRasterise } from "../../../../../src/export/raster/rasterise.ts";
import type { SceneNode } from "../../../../../src/model/scene.ts";
import {
  circleOutline,
  clipOf,
  fillOf,
  group,
  path,
  radial,
  rectOutline,
  resourcesOf,
  solid,
  solidRect,
  stopsOf,
  strokeOf,
} from "../../../../support/scene.ts";

/** Paints 40 × 30 mm with four pixels to the millimetre. */
async function paint(nodes: readonly SceneNode[]) {
  const rasterise = createRasterise();
  const { width, rgba } = await rasterise({
    nodes,
    resources: resourcesOf(),
    region: rect(0, 0, 40, 30),
    ppi: 4 * 25.4,
  });
  return {
    rgba,
    /** The pixel at a place in mm. */
    at: (x: number, y: number) => {
      const start = (Math.floor(y * 4) * width + Math.floor(x * 4)) * 4;
      return [...rgba.subarray(start, start + 4)];
    },
  };
}

const alphas = (rgba: Uint8Array) => new Set(rgba.filter((_, i) => i % 4 === 3));

describe("a page", () => {
  it("keeps nothing of the page that was painted before it", async () => {
    await paint([solidRect(0, 0, 40, 30, "#ff0000")]);
    const { rgba } = await paint([]);
    expect(alphas(rgba)).toEqual(new Set([0]));
  });

  it("is the same after a scene that clips, fades and strokes", async () => {
    const nodes = [path(circleOutline(20, 15, 9), solid("#0044cc", 0.6))];
    const { rgba: before } = await paint(nodes);
    const clip = clipOf([rectOutline(rect(0, 0, 9, 9))]);
    await paint([
      group([solidRect(0, 0, 40, 30, "#ff0000")], { clip, opacity: 0.3, blend: "multiply" }),
      path(rectOutline(rect(2, 2, 9, 9)), null, { stroke: strokeOf("#00ff00", 2, { dash: [1, 1] }) }),
    ]);
    expect(Buffer.compare(before, (await paint(nodes)).rgba)).toBe(0);
  });
});

describe("shapes that must not blur", () => {
  it("have whole pixels only, those whose centres they hold", async () => {
    const { rgba, at } = await paint([path(circleOutline(20, 15, 9.3), "#000000", { antialias: false })]);
    expect(alphas(rgba)).toEqual(new Set([0, 255]));
    expect(at(20, 15)[3]).toBe(255);
    const area = rgba.filter((value, i) => i % 4 === 3 && value === 255).length / 16;
    expect(Math.abs(area - Math.PI * 9.3 ** 2)).toBeLessThan(1);
  });

  it("leave no gap to their neighbours, and keep holes", async () => {
    const left = path({ verbs: "MLLZ", coords: [0, 0, 40, 0, 0, 30] }, "#ff0000", { antialias: false });
    const right = path({ verbs: "MLLZ", coords: [40, 0, 40, 30, 0, 30] }, "#0000ff", { antialias: false });
    expect(alphas((await paint([left, right])).rgba)).toEqual(new Set([255]));
    const ring = path(
      { verbs: "MLLLZMLLLZ", coords: [5, 5, 35, 5, 35, 25, 5, 25, 15, 10, 25, 10, 25, 20, 15, 20] },
      null,
      { antialias: false, fill: fillOf("#000000", "evenodd") },
    );
    const { at } = await paint([ring]);
    expect([at(10, 15)[3], at(20, 15)[3]]).toEqual([255, 0]);
  });
});

describe("an elliptic gradient", () => {
  const ellipse = radial([0, 0, 1], stopsOf("#ff0000", "#0000ff"), { transform: [16, 0, 0, 8, 20, 15] });

  it("fills a shape from its middle outwards, each way by its own measure", async () => {
    const { at } = await paint([solidRect(0, 0, 40, 30, ellipse)]);
    expect(at(20, 15)[0]).toBeGreaterThan(240);
    expect(Math.abs(at(28, 15)[0]! - at(20, 19)[0]!)).toBeLessThan(12);
    expect(at(37, 15)[2]).toBeGreaterThan(240);
  });

  it("colours a line that keeps its width", async () => {
    const frame = path(rectOutline(rect(8, 11, 24, 8)), null, { stroke: strokeOf(ellipse, 2) });
    const { at } = await paint([frame]);
    expect(at(20, 11)[3]).toBe(255);
    expect([at(20, 9.5)[3], at(20, 12.5)[3], at(6.5, 15)[3], at(9.5, 15)[3]]).toEqual([0, 0, 0, 0]);
    expect(at(20, 11)[0]).toBeGreaterThan(at(9, 11)[0]!);
  });
});

describe("patterns", () => {
  const tile = (size: number) => ({
    kind: "pattern" as const,
    tile: rect(0, 0, size, size),
    transform: [1, 0, 0, 1, 0, 0] as const,
    nodes: [solidRect(0, 0, size / 2, size, "#008800")],
    alpha: 1,
  });

  it("repeat along a line", async () => {
    const { at } = await paint([
      path({ verbs: "ML", coords: [0, 15, 40, 15] }, null, { stroke: strokeOf(tile(8), 4) }),
    ]);
    expect([at(2, 15)[3], at(6, 15)[3], at(10, 15)[3]]).toEqual([255, 0, 255]);
  });

  it("stay sharp where one tile is larger than the picture", async () => {
    const { rgba, at } = await paint([path(rectOutline(rect(0, 0, 40, 30)), tile(60))]);
    expect([at(29, 15)[3], at(31, 15)[3]]).toEqual([255, 0]);
    expect(alphas(rgba).size).toBeLessThanOrEqual(3);
  });
});
