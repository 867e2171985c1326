import { expect, test } from "vitest";
import { openFont } from "../../../src/base/font/open-font.ts";
import { runInk } from "../../../src/model/run-ink.ts";
import { glyphRun, testFace } from "../../support/scene.ts";

const face = testFace();

test("the ink of a run is as high and wide as its letters, wherever it stands", () => {
  const { metrics } = openFont(face);
  const ink = runInk(glyphRun("H", face, 10, 20, 30), face)!;
  expect(ink.y + ink.height).toBeCloseTo(30, 1);
  expect(ink.height).toBeCloseTo((metrics.capHeight / metrics.unitsPerEm) * 10, 1);
  const two = runInk(glyphRun("HH", face, 10, 20, 30), face)!;
  expect(two.x).toBe(ink.x);
  expect(two.width).toBeGreaterThan(1.5 * ink.width);
});

test("slanted letters reach to where their heads lean", () => {
  const upright = glyphRun("H", face, 10, 20, 30);
  const [straight, slanted] = [upright, { ...upright, skew: 0.2 }].map((run) => runInk(run, face)!);
  expect(slanted!.x).toBeCloseTo(straight!.x, 1);
  expect(slanted!.width).toBeCloseTo(straight!.width + 0.2 * straight!.height, 1);
});

test("blanks leave none", () => {
  expect(runInk(glyphRun(" ", face, 10, 0, 0), face)).toBeNull();
});
