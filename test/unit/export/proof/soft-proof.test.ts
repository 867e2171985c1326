import { differenceCiede2000 } from "culori";
import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import type { Rgb } from "../../../../src/base/color.ts";
import type { InkConverter } from "../../../../src/export/ink/ink-converter.ts";
import { softProof } from "../../../../src/export/proof/soft-proof.ts";
import { frame, inscribedCircle } from "../../../../src/impose/line-art.ts";
import { MARK_INKS } from "../../../../src/model/mark-ink.ts";
import type { Sheet } from "../../../../src/model/sheet.ts";
import { fogra39Converter } from "../../../support/fogra39.ts";
import { color, resourcesOf, sheetOf, solidRect } from "../../../support/scene.ts";

let converter: InkConverter;
beforeAll(async () => {
  converter = await fogra39Converter(
    new Map([
      ["accent", { kind: "process", cmyk: { c: 0, m: 55, y: 92, k: 0 } }],
      ["cut-contour", MARK_INKS["cut-contour"].ink],
    ]),
  );
});

const accent = { kind: "solid", color: color("#ff8a1f", "accent"), alpha: 1 } as const;

async function proofed(sheet: Sheet, ppi = 25.4) {
  const { value } = await softProof(sheet, { ppi, converter, title: "Bản in thử" });
  const { data, info } = await sharp(value).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number): Rgb => {
    const [r = 0, g = 0, b = 0] = data.subarray((y * info.width + x) * 3);
    return { r, g, b };
  };
  return { at, metadata: await sharp(value).metadata() };
}

test("shows each colour as its inks will look, and bare paper white", async () => {
  const sheet = sheetOf([solidRect(0, 0, 10, 20, accent), solidRect(10, 0, 10, 20, "#0000ff")], {
    width: 40,
    height: 20,
  });
  const { at, metadata } = await proofed(sheet);
  expect(metadata).toMatchObject({ format: "png", width: 40, height: 20, hasAlpha: false });
  const close = differenceCiede2000();
  const distance = (a: Rgb, b: Rgb) =>
    close(
      { mode: "rgb", r: a.r / 255, g: a.g / 255, b: a.b / 255 },
      { mode: "rgb", r: b.r / 255, g: b.g / 255, b: b.b / 255 },
    );
  expect(distance(at(5, 10), converter.proof({ c: 0, m: 55, y: 92, k: 0 }))).toBeLessThan(1);
  // Screen blue is far outside the press's gamut: the proof must show that it turns violet and dull.
  expect(distance(at(15, 10), { r: 0, g: 0, b: 255 })).toBeGreaterThan(15);
  expect(at(30, 10)).toEqual({ r: 255, g: 255, b: 255 });
});

test("leaves out lines that are no ink", async () => {
  const sheet: Sheet = {
    ...sheetOf([], { width: 20, height: 20 }),
    layers: [
      {
        name: "CutContour",
        for: "screen",
        nodes: [solidRect(0, 0, 20, 20, "#e6007e")],
        resources: resourcesOf(),
      },
    ],
  };
  const { at } = await proofed(sheet);
  expect(at(10, 10)).toEqual({ r: 255, g: 255, b: 255 });
});

test("shows a round piece as it will be cut: the line, full ink within, pale outside", async () => {
  const cut = { x: 10, y: 10, width: 80, height: 80 };
  const sheet: Sheet = {
    ...sheetOf([solidRect(0, 0, 100, 100, accent)], { width: 100, height: 100 }),
    layers: [
      {
        name: "CutContour",
        for: "cutter",
        nodes: [{ ...frame(cut, "cut-contour"), outline: inscribedCircle(cut) }],
        resources: resourcesOf(),
      },
    ],
  };
  const { at } = await proofed(sheet);
  const ink = converter.proof({ c: 0, m: 55, y: 92, k: 0 });
  expect(Math.abs(at(50, 50).b - ink.b)).toBeLessThan(3);
  expect(at(14, 14).b).toBeGreaterThan(180); // outside the circle, within its square
  expect(at(2, 50).b).toBeGreaterThan(180);
  const line = at(10, 50);
  expect(line.r - line.g).toBeGreaterThan(150);
  expect(line.b - line.g).toBeGreaterThan(60);
});
