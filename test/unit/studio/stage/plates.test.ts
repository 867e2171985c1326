import sharp from "sharp";
import { expect, test } from "vitest";
import { rect } from "../../../../src/base/geometry.ts";
import type { InkTable } from "../../../../src/model/ink.ts";
import { heatPicture, type PageInks, pageInks, platePicture } from "../../../../src/studio/stage/plates.ts";
import { CONDITION } from "../../../support/press.ts";
import { color, path, placed, rectOutline, sceneOf } from "../../../support/scene.ts";

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

test("a page's inks: process colours on their plates, a spot on its own and on no other", async () => {
  const table: InkTable = new Map([
    ["primary", { kind: "process", cmyk: { c: 100, m: 0, y: 0, k: 0 } }],
    ["accent", { kind: "spot", name: "Vàng nhũ", tint: 100, alternate: { c: 0, m: 20, y: 80, k: 10 } }],
  ]);
  const half = (x: number, hex: string, token: string) =>
    path(rectOutline(rect(x, 0, 10, 10)), { kind: "solid", color: color(hex, token), alpha: 1 });
  const scene = sceneOf(
    [placed("a", rect(0, 0, 20, 10), [half(0, "#0095db", "primary"), half(10, "#c9a227", "accent")])],
    { width: 20, height: 10 },
  );
  const found = await pageInks(scene, { condition: CONDITION, inks: table });
  expect(found?.names).toEqual(["C", "M", "Y", "K", "Vàng nhũ"]);
  expect(found?.inkLimit).toBe(300);
  expect(found?.most).toBe(100);
  const { width, height } = found!.pixelSize;
  const at = (share: number) => Math.floor(height / 2) * width + Math.floor(width * share);
  const plates = (pixel: number) => [
    ...found!.cmyk.subarray(pixel * 4, pixel * 4 + 4),
    found!.spots.get("Vàng nhũ")![pixel],
  ];
  expect(plates(at(0.25))).toEqual([255, 0, 0, 0, 0]);
  expect(plates(at(0.75))).toEqual([0, 0, 0, 0, 255]);
});

test("a profile that prints no inks has no plates", async () => {
  const scene = sceneOf([], { width: 20, height: 10 });
  expect(await pageInks(scene, { condition: null, inks: new Map() })).toBeNull();
});
