import sharp from "sharp";
import { expect, test } from "vitest";
import { heatPicture, type PageInks, platePicture } from "../../../../src/studio/stage/plates.ts";

/** Bare paper, pure black, rich black over the limit, and a spot. */
const inks: PageInks = {
  condition: "thử",
  inkLimit: 300,
  most: 400,
  names: ["C", "M", "Y", "K", "PANTONE 185 C"],
  pixelSize: { width: 4, height: 1 },
  cmyk: Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 255, 255, 255, 255, 255, 0, 0, 0, 0]),
  spots: new Map([["PANTONE 185 C", Uint8Array.from([0, 0, 0, 255])]]),
};
const pixels = async (png: Uint8Array | null) =>
  (await sharp(png!).removeAlpha().toColourspace("srgb").raw().toBuffer({ resolveWithObject: true })).data;

test("a plate is black where it prints", async () => {
  const black = await pixels(await platePicture(inks, "K"));
  expect([black[0], black[3], black[6], black[9]]).toEqual([255, 0, 0, 255]);
  const spot = await pixels(await platePicture(inks, "PANTONE 185 C"));
  expect([spot[0], spot[9]]).toEqual([255, 0]);
  expect(await platePicture(inks, "none")).toBeNull();
});

test("the heat map leaves bare paper white and shows in red what passes the limit, and only that", async () => {
  const heat = await pixels(await heatPicture(inks));
  expect([...heat.subarray(0, 3)]).toEqual([255, 255, 255]);
  expect([...heat.subarray(6, 9)]).toEqual([220, 0, 60]);
  // One full ink is a third of the limit: bluish, far from red.
  expect(heat[5]!).toBeGreaterThan(heat[3]!);
});
