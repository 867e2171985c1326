/** Vector colours of a print file, as Ghostscript puts them on plates. */

import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { sha256 } from "../../../../src/base/hash.ts";
import type { Ink, InkTable } from "../../../../src/model/ink.ts";
import type { GradientStop, ImageAsset, SceneNode, SolidPaint } from "../../../../src/model/scene.ts";
import { colorUses } from "../../../support/color-walk.ts";
import { testWith } from "../../../support/judges.ts";
import { qdf } from "../../../support/pdf.ts";
import { platesOf, pressPdf } from "../../../support/press.ts";
import {
  color,
  glyphRun,
  group,
  imageNode,
  linear,
  path,
  rectOutline,
  sheetOf,
  solidRect,
  strokeOf,
  testFace,
} from "../../../support/scene.ts";

const process = (c: number, m: number, y: number, k: number): Ink => ({
  kind: "process",
  cmyk: { c, m, y, k },
});
const spot = (tint: number): Ink => ({
  kind: "spot",
  name: "PANTONE 288 C",
  tint,
  alternate: { c: 100, m: 80, y: 6, k: 32 },
});

const inks: InkTable = new Map<string, Ink>([
  ["primary", process(100, 84, 8, 28)],
  ["accent", process(0, 55, 92, 0)],
  ["ink", process(0, 0, 0, 100)],
  ["grey", process(0, 0, 0, 40)],
  ["paper", process(0, 0, 0, 0)],
  ["house", spot(100)],
  ["registration", { kind: "registration", tint: 100 }],
  ["rich-black", process(60, 40, 40, 100)],
  ["heavy", process(100, 100, 100, 60)],
  ["deep-grey", process(0, 0, 0, 95)],
]);

const paint = (token: string | null, hex = "#336699", alpha = 1): SolidPaint => ({
  kind: "solid",
  color: color(hex, token),
  alpha,
});

const stops = (...tokens: readonly string[]): readonly GradientStop[] =>
  tokens.map((token, i) => ({ offset: i / (tokens.length - 1), color: color("#336699", token), alpha: 1 }));

async function blackPicture(): Promise<ImageAsset> {
  const black = sharp({ create: { width: 4, height: 4, channels: 3, background: "#000000" } });
  const data = new Uint8Array(await black.png().toBuffer());
  return { id: sha256(data), mediaType: "image/png", pixelWidth: 4, pixelHeight: 4, data };
}

const page = { width: 100, height: 50 };
const printOf = (nodes: readonly SceneNode[], fonts = [testFace()]) =>
  pressPdf([sheetOf(nodes, { ...page, fonts })], { inks });
const inkAt = async (nodes: readonly SceneNode[], x = 50, y = 25) =>
  (await platesOf((await printOf(nodes)).path))[0]!.at(x, y);

const CASES: Record<string, readonly [SolidPaint, Record<string, number>]> = {
  "a registered colour is the kit's ink": [
    paint("primary"),
    { Cyan: 100, Magenta: 84, Yellow: 8, Black: 28 },
  ],
  "its tint is that much of it": [paint("primary@50"), { Cyan: 50, Magenta: 42, Yellow: 4, Black: 14 }],
  "a spot ink has a plate of its own": [paint("house"), { "PANTONE 288 C": 100 }],
  "a tint of a spot ink is on that plate": [paint("house@30"), { "PANTONE 288 C": 30 }],
  "paper is no ink": [paint("paper"), {}],
  "an unknown neutral is black ink alone": [paint(null, "#000000"), { Black: 100 }],
  "ink over the limit gives way, black is kept": [
    paint("heavy"),
    { Cyan: 80, Magenta: 80, Yellow: 80, Black: 60 },
  ],
};

describe("solid colours", () => {
  for (const [name, [fill, expected]] of Object.entries(CASES)) {
    testWith("gs")(name, async () => {
      expect(await inkAt([solidRect(30, 10, 40, 30, fill)])).toEqual(expected);
    });
  }

  testWith("gs")("registration is on every plate, spots too", async () => {
    const nodes = [
      solidRect(10, 10, 10, 10, paint("house")),
      solidRect(30, 10, 40, 30, paint("registration")),
    ];
    expect(await inkAt(nodes)).toEqual({
      Cyan: 100,
      Magenta: 100,
      Yellow: 100,
      Black: 100,
      "PANTONE 288 C": 100,
    });
  });

  test("an ink over the limit is reported once", async () => {
    const nodes = [solidRect(0, 0, 20, 20, paint("heavy")), solidRect(30, 0, 20, 20, paint("heavy"))];
    const { diagnostics } = await printOf(nodes);
    expect(diagnostics.map(({ code }) => code)).toEqual(["export.ink-limit"]);
    expect(diagnostics[0]!.message.en).toContain("360");
  });
});

describe("black", () => {
  const ground = solidRect(0, 0, 100, 50, paint("accent"));
  /** The middle of the stem of an I of 30 mm. */
  const text = (token: string, alpha = 1) =>
    glyphRun("I", testFace(800), 40, 40, 40, paint(token, "#0f1a33", alpha));
  const fonts = [testFace(800)];
  const onGround = async (nodes: readonly SceneNode[], x: number, y: number) =>
    (await platesOf((await printOf([ground, ...nodes], fonts)).path))[0]!.at(x, y);

  testWith("gs")("text overprints what lies below", async () => {
    expect(await onGround([text("ink")], 47, 30)).toEqual({ Magenta: 55, Yellow: 92, Black: 100 });
  });

  testWith("gs")("rules and lines overprint", async () => {
    const nodes = [
      solidRect(10, 10, 80, 0.5, paint("ink")),
      path(rectOutline({ x: 10, y: 20, width: 80, height: 20 }), null, { stroke: strokeOf(paint("ink"), 1) }),
    ];
    expect(await onGround(nodes, 50, 10.2)).toEqual({ Magenta: 55, Yellow: 92, Black: 100 });
    expect(await onGround(nodes, 50, 20)).toEqual({ Magenta: 55, Yellow: 92, Black: 100 });
  });

  testWith("gs")("a grey, a colour and a shape knock out, after black text too", async () => {
    expect(await onGround([text("grey")], 47, 30)).toEqual({ Black: 40 });
    expect(await onGround([text("ink"), solidRect(70, 10, 20, 20, paint("ink"))], 80, 20)).toEqual({
      Black: 100,
    });
    expect(await onGround([text("ink"), solidRect(70, 10, 20, 20, paint("primary"))], 80, 20)).toEqual(
      (CASES["a registered colour is the kit's ink"] as readonly [SolidPaint, Record<string, number>])[1],
    );
  });

  testWith("gs")("nothing after black text takes its overprint over", async () => {
    const greyWithLine = solidRect(70, 10, 20, 20, paint("grey"), { stroke: strokeOf(paint("accent"), 1) });
    expect(await onGround([text("ink"), greyWithLine], 80, 20)).toEqual({ Black: 40 });
    // Of so many corners that it is a form of its own, which other pages share.
    const drawing = Array.from({ length: 6 }, (_, i) => solidRect(70 + i * 3, 10, 3, 20, paint("grey")));
    expect(await onGround([text("ink"), group(drawing)], 80, 20)).toEqual({ Black: 40 });
    const picture = imageNode(await blackPicture(), { x: 70, y: 10, width: 20, height: 20 });
    const sheet = sheetOf([solidRect(0, 0, 100, 50, paint("house")), text("ink"), picture], {
      ...page,
      fonts,
      images: [await blackPicture()],
    });
    const { path: file } = await pressPdf([sheet], { inks });
    expect((await platesOf(file))[0]!.at(80, 20)).toEqual({ Black: 100 });
  });

  testWith("gs")("that is not full stays so on a large area", async () => {
    expect(await inkAt([solidRect(0, 0, 100, 50, paint("deep-grey"))])).toEqual({ Black: 95 });
  });

  testWith("gs")("what is transparent does not overprint", async () => {
    const seen = await onGround([text("ink", 0.5)], 47, 30);
    expect(seen.Black).toBe(50);
    expect(seen.Yellow).toBeLessThan(50);
  });

  testWith("gs")("a large area is the kit's rich black; many small ones and frames are not", async () => {
    const large = solidRect(0, 0, 100, 50, paint("ink"));
    expect(await inkAt([large])).toEqual({ Cyan: 60, Magenta: 40, Yellow: 40, Black: 100 });
    const cells = path(
      {
        verbs: "MLLLZ".repeat(50),
        coords: Array.from(
          { length: 50 },
          (_, i) => rectOutline({ x: i * 2, y: 0, width: 1.9, height: 50 }).coords,
        ).flat(),
      },
      paint("ink"),
    );
    expect(await inkAt([cells], 50.5, 25)).toEqual({ Black: 100 });
    const inner = rectOutline({ x: 5, y: 5, width: 90, height: 40 });
    const frame = path(
      {
        verbs: "MLLLZMLLLZ",
        coords: [
          ...rectOutline({ x: 0, y: 0, width: 100, height: 50 }).coords,
          ...[0, 3, 2, 1].flatMap((i) => inner.coords.slice(i * 2, i * 2 + 2)),
        ],
      },
      paint("ink"),
    );
    expect(await inkAt([frame], 2, 2)).toEqual({ Black: 100 });
  });
});

describe("gradients", () => {
  testWith("gs")("between process inks they vary every plate evenly", async () => {
    const seen = await inkAt([solidRect(0, 0, 100, 50, linear([0, 0, 100, 0], stops("primary", "accent")))]);
    expect(seen.Cyan).toBeGreaterThan(47);
    expect(seen.Cyan).toBeLessThan(53);
    expect(seen.Magenta).toBeGreaterThan(67);
    expect(seen.Magenta).toBeLessThan(72);
  });

  testWith("gs")("between tints of a spot ink, and to paper, they stay on its plate", async () => {
    for (const last of ["house@0", "paper"]) {
      const pdf = await printOf([solidRect(0, 0, 100, 50, linear([0, 0, 100, 0], stops("house", last)))]);
      const seen = (await platesOf(pdf.path))[0]!.at(50, 25);
      expect(Object.keys(seen)).toEqual(["PANTONE 288 C"]);
      expect(seen["PANTONE 288 C"]).toBeGreaterThan(47);
      expect(seen["PANTONE 288 C"]).toBeLessThan(53);
    }
  });

  testWith("gs")("hard edges of spot tints stay on the plate too", async () => {
    const bands: readonly GradientStop[] = [0, 0.5, 0.5, 1].map((offset, i) => ({
      offset,
      color: color("#336699", i < 2 ? "house" : "house@40"),
      alpha: 1,
    }));
    const nodes = [solidRect(0, 0, 100, 50, linear([0, 0, 100, 0], bands))];
    expect(await inkAt(nodes, 25, 25)).toEqual({ "PANTONE 288 C": 100 });
    expect(await inkAt(nodes, 75, 25)).toEqual({ "PANTONE 288 C": 40 });
  });

  testWith("gs")("from a spot to a process ink its stand-in is mixed", async () => {
    const seen = await inkAt([solidRect(0, 0, 100, 50, linear([0, 0, 100, 0], stops("house", "accent")))], 5);
    expect(seen.Cyan).toBeGreaterThan(90);
    expect(seen["PANTONE 288 C"]).toBeUndefined();
  });

  test("a neutral ramp is on the black plate alone", async () => {
    const grey: readonly GradientStop[] = ["#000000", "#ffffff"].map((hex, offset) => ({
      offset,
      color: color(hex),
      alpha: 1,
    }));
    const pdf = await printOf([solidRect(0, 0, 100, 50, linear([0, 0, 100, 0], grey))]);
    const plates = (await platesOf(pdf.path))[0]!;
    for (const x of [5, 30, 60, 90]) expect(Object.keys(plates.at(x, 25))).toEqual(["Black"]);
  });
});

describe("masks and groups", () => {
  testWith("qpdf", "gs")("groups blend in CMYK, luminosity masks are read in grey", async () => {
    const masked = group([solidRect(0, 0, 100, 50, paint("primary"))], {
      mask: {
        kind: "luminance",
        region: { x: 0, y: 0, width: 100, height: 50 },
        nodes: [
          solidRect(
            0,
            0,
            100,
            50,
            linear(
              [0, 0, 100, 0],
              [
                { offset: 0, color: color("#000000"), alpha: 1 },
                { offset: 1, color: color("#ffffff"), alpha: 1 },
              ],
            ),
          ),
        ],
        mask: null,
      },
    });
    const pdf = await printOf([masked]);
    const spaces = [...qdf(pdf).matchAll(/\/CS \/(\w+)/g)].map(([, space]) => space);
    expect(new Set(spaces)).toEqual(new Set(["DeviceCMYK", "DeviceGray"]));
    const seen = (await platesOf(pdf.path))[0]!.at(50, 25);
    expect(seen.Cyan).toBeGreaterThan(46);
    expect(seen.Cyan).toBeLessThan(54);
  });

  test("no colour of the screen is left", async () => {
    const pdf = await printOf([
      solidRect(0, 0, 100, 50, linear([0, 0, 100, 0], stops("primary", "accent"))),
      group([solidRect(0, 0, 50, 50, paint(null)), solidRect(20, 0, 50, 50, paint("house"))], {
        opacity: 0.5,
      }),
      glyphRun("Chữ", testFace(), 10, 10, 20, paint(null)),
    ]);
    const spaces = new Set((await colorUses(pdf.bytes)).map(({ space }) => space));
    expect(spaces).toEqual(new Set(["DeviceCMYK", "Separation PANTONE 288 C DeviceCMYK"]));
  });
});
