import sharp from "sharp";
import { expect, test } from "vitest";
import { exportPressJpeg } from "../../../../src/export/tiff/press-jpeg.ts";
import type { Paint } from "../../../../src/model/scene.ts";
import { fogra39, fogra39Converter } from "../../../support/fogra39.ts";
import { sceneOf, solidRect, trimSheet } from "../../../support/scene.ts";

test("a CMYK JPEG has the kit's own inks, its resolution and its profile", async () => {
  const ink = { kind: "process", cmyk: { c: 0, m: 60, y: 100, k: 0 } } as const;
  const converter = await fogra39Converter(new Map([["accent", ink]]));
  const color = { rgb: { r: 255, g: 138, b: 31 }, token: "accent" };
  const accent: Paint = { kind: "solid", color, alpha: 1 };
  const page = sceneOf([solidRect(0, 0, 50, 30, accent)], { width: 50, height: 30 });
  const { value } = await exportPressJpeg(trimSheet(page), { ppi: 100, converter, title: "x" });
  const { format, space, width, height, density, icc } = await sharp(value).metadata();
  expect({ format, space, width, height, density }).toEqual({
    format: "jpeg",
    space: "cmyk",
    width: 197,
    height: 118,
    density: 100,
  });
  expect(icc?.equals(fogra39().icc)).toBe(true);
  const image = sharp(value).pipelineColourspace("cmyk").toColourspace("cmyk");
  const { data } = await image.raw().toBuffer({ resolveWithObject: true });
  const middle = [...data.subarray(4 * (59 * 197 + 98), 4 * (59 * 197 + 98) + 4)];
  for (const [i, wanted] of [0, 153, 255, 0].entries()) {
    expect(Math.abs(middle[i]! - wanted)).toBeLessThanOrEqual(2);
  }
});
