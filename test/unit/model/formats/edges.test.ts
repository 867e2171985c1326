import { expect, it } from "vitest";
import { bottomStrip, frameStrips, sideStrips, topStrip } from "../../../../src/model/formats/edges.ts";

const NAME = { vi: "Nẹp", en: "Rail" };
const PIECE = { width: 100, height: 60 };

it("strips lie along the edges that they are named after", () => {
  expect(topStrip(NAME, PIECE, 8)).toEqual({ name: NAME, x: 0, y: 0, width: 100, height: 8 });
  expect(bottomStrip(NAME, PIECE, 8)).toEqual({ name: NAME, x: 0, y: 52, width: 100, height: 8 });
  expect(sideStrips(NAME, PIECE, 8, { top: 10, bottom: 20 })).toEqual([
    { name: NAME, x: 0, y: 10, width: 8, height: 30 },
    { name: NAME, x: 92, y: 10, width: 8, height: 30 },
  ]);
});

it("a frame covers the edge all round and nothing twice", () => {
  const area = frameStrips(NAME, PIECE, 5).reduce((sum, { width, height }) => sum + width * height, 0);
  expect(area).toBe(100 * 60 - 90 * 50);
});
