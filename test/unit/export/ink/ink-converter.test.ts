import { differenceCiede2000 } from "culori";
import { beforeAll, describe, expect, test } from "vitest";
import type { Cmyk, Rgb } from "../../../../src/base/color.ts";
import { createInkConverter, type InkConverter } from "../../../../src/export/ink/ink-converter.ts";
import { processOf } from "../../../../src/export/ink/tint.ts";
import type { InkTable } from "../../../../src/model/ink.ts";
import { fogra39, fogra39Converter } from "../../../support/fogra39.ts";
import fc from "../../../support/property.ts";
import { color } from "../../../support/scene.ts";

const kit: InkTable = new Map([
  ["primary", { kind: "process", cmyk: { c: 100, m: 84, y: 8, k: 28 } }],
  ["gold", { kind: "spot", name: "PANTONE 871 C", tint: 100, alternate: { c: 20, m: 25, y: 60, k: 25 } }],
  ["registration", { kind: "registration", tint: 100 }],
  ["heavy", { kind: "spot", name: "X", tint: 100, alternate: { c: 90, m: 90, y: 90, k: 90 } }],
  ["too-black", { kind: "process", cmyk: { c: 100, m: 100, y: 100, k: 100 } }],
]);

let converter: InkConverter;
beforeAll(async () => {
  converter = await fogra39Converter(kit);
});

const total = ({ c, m, y, k }: Cmyk) => c + m + y + k;
const inkOf = (hex: string, token: string | null = null) => converter.inkOf(color(hex, token));
const processInk = (hex: string): Cmyk => processOf(inkOf(hex));
const deltaE = differenceCiede2000();
const seen = ({ r, g, b }: Rgb) => ({ mode: "rgb" as const, r: r / 255, g: g / 255, b: b / 255 });

describe("colours of the kit", () => {
  test("have exactly the kit's inks, whatever their sRGB value", () => {
    expect(inkOf("#0b2a6b", "primary")).toEqual(kit.get("primary"));
    expect(inkOf("#c0ffee", "gold")).toEqual(kit.get("gold"));
  });

  test("tints print the same inks more lightly", () => {
    expect(processOf(inkOf("#b6bfd3", "primary@30"))).toEqual({
      c: expect.closeTo(30, 10),
      m: expect.closeTo(25.2, 10),
      y: expect.closeTo(2.4, 10),
      k: expect.closeTo(8.4, 10),
    });
    expect(inkOf("#eeeeee", "gold@12.5")).toMatchObject({ name: "PANTONE 871 C", tint: 12.5 });
    expect(inkOf("#eeeeee", "registration@50")).toEqual({ kind: "registration", tint: 50 });
  });

  test("a spot comes to its tinted stand-in where there are four plates", () => {
    expect(processOf(inkOf("#eeeeee", "gold@50"))).toEqual({ c: 10, m: 12.5, y: 30, k: 12.5 });
  });

  test("a token without inks goes by its sRGB value", () => {
    expect(inkOf("#ff0000", "unknown")).toEqual(inkOf("#ff0000"));
    expect(inkOf("#ff0000", "unknown@30")).toEqual(inkOf("#ff0000"));
  });

  test("the ink limit holds for the kit too, registration marks excepted", () => {
    expect(processOf(inkOf("#000001", "too-black"))).toEqual({
      c: expect.closeTo(200 / 3, 10),
      m: expect.closeTo(200 / 3, 10),
      y: expect.closeTo(200 / 3, 10),
      k: 100,
    });
    expect(total(processOf(inkOf("#000003", "heavy")))).toBeCloseTo(300, 8);
    expect(processOf(inkOf("#000002", "registration"))).toEqual({ c: 100, m: 100, y: 100, k: 100 });
  });
});

describe("other colours", () => {
  // transicc 5.1 (littleCMS 2.14, liblcms2-utils): -i*sRGB -o<profile> -t1 -b -c0 -n
  test.each([
    ["#ff0000", 0, 91.9585, 96.7987, 0],
    ["#00ff00", 54.2382, 0, 92.7993, 0],
    ["#0000ff", 100, 77.4624, 0, 0],
    ["#ffff00", 1.8875, 0, 90.6783, 0],
    ["#0b2a6b", 99.9146, 87.4907, 18.9563, 17.7737],
    ["#ff8a1f", 0.0122, 54.8913, 89.9321, 0],
    ["#c81e3c", 13.0282, 95.6542, 67.3732, 6.4851],
    ["#78c85a", 55.8022, 0, 78.674, 0],
  ])("%s as littleCMS's own tool converts it", (hex, c, m, y, k) => {
    const found = processInk(hex);
    expect(found.c).toBeCloseTo(c, 1);
    expect(found.m).toBeCloseTo(m, 1);
    expect(found.y).toBeCloseTo(y, 1);
    expect(found.k).toBeCloseTo(k, 1);
  });

  test("white is bare paper", () => {
    expect(processInk("#ffffff")).toEqual({ c: 0, m: 0, y: 0, k: 0 });
  });

  test("neutrals print in black alone, as light as they look", () => {
    expect(processInk("#000000")).toEqual({ c: 0, m: 0, y: 0, k: 100 });
    for (const hex of ["#333333", "#555657", "#808080", "#bfbfbf", "#e6e6e6", "#fafafa"]) {
      const { c, m, y, k } = processInk(hex);
      expect([c, m, y]).toEqual([0, 0, 0]);
      expect(k).toBeGreaterThan(0);
      expect(deltaE(seen(color(hex).rgb), seen(converter.proof({ c, m, y, k })))).toBeLessThan(1.5);
    }
  });

  test("a blue-grey keeps its colour", () => {
    expect(processInk("#5a6478").c).toBeGreaterThan(30);
    expect(processInk("#787c80").c).toBeGreaterThan(20);
  });

  test("more light never takes more black", () => {
    const greys = Array.from({ length: 256 }, (_, value) => ({
      rgb: { r: value, g: value, b: value },
      token: null,
    }));
    const blacks = greys.map((grey) => processOf(converter.inkOf(grey)).k);
    expect(blacks).toEqual([...blacks].sort((a, b) => b - a));
  });

  // All inside the gamut of coated offset. What is left is black-point compensation, which lifts the shadows.
  test.each(["#c8b4a0", "#78aa8c", "#b496be", "#96503c", "#788c64", "#5a6478", "#d2c8aa", "#aab4c8"])(
    "%s looks like itself in print",
    (hex) => {
      expect(deltaE(seen(color(hex).rgb), seen(converter.proof(processInk(hex))))).toBeLessThan(2.5);
    },
  );

  test("no colour takes more ink than the limit", () => {
    const byte = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(byte, byte, byte, (r, g, b) => {
        expect(total(processOf(converter.inkOf({ rgb: { r, g, b }, token: null })))).toBeLessThanOrEqual(300);
      }),
      { numRuns: 10_000 },
    );
  });
});

describe("pixels", () => {
  // transicc, -t0 -b: perceptual; 255 × percent / 100.
  test.each([
    [
      [255, 0, 0],
      [0, 89.8329, 97.6684, 0],
    ],
    [
      [0, 0, 255],
      [100, 75.8892, 0, 0],
    ],
    [
      [200, 30, 60],
      [12.5673, 94.4778, 66.804, 6.0456],
    ],
    [
      [0, 0, 0],
      [75.404, 66.389, 63.3585, 94.8425],
    ],
    [
      [255, 255, 255],
      [0, 0, 0, 0],
    ],
  ])("%j is converted perceptually", (rgb, percents) => {
    const found = [...converter.pixelsToCmyk(Uint8Array.from(rgb))];
    percents.forEach((percent, i) => {
      expect(Math.abs(found[i]! - percent * 2.55)).toBeLessThanOrEqual(1);
    });
  });

  test("come out in order, the same in any company", () => {
    const count = 40_000;
    const rgb = Uint8Array.from({ length: count * 3 }, (_, i) => Math.imul(i, 2654435761) >>> 24);
    const together = converter.pixelsToCmyk(rgb);
    expect(together.length).toBe(count * 4);
    for (const i of [0, 1, 8191, 8192, 20_000, count - 1]) {
      const alone = converter.pixelsToCmyk(rgb.subarray(i * 3, i * 3 + 3));
      expect([...together.subarray(i * 4, i * 4 + 4)]).toEqual([...alone]);
    }
    // Again, now that every colour is known.
    expect(Buffer.from(converter.pixelsToCmyk(rgb)).equals(together)).toBe(true);
  });

  test("keep a limit below the profile's own", async () => {
    const strict = await createInkConverter(fogra39({ inkLimit: 240 }), kit);
    const rgb = Uint8Array.from({ length: 30_000 }, (_, i) => Math.imul(i + 7, 2246822519) >>> 25);
    const cmyk = strict.pixelsToCmyk(rgb);
    let most = 0;
    for (let i = 0; i < cmyk.length; i += 4) {
      most = Math.max(most, cmyk[i]! + cmyk[i + 1]! + cmyk[i + 2]! + cmyk[i + 3]!);
    }
    expect(most).toBeLessThanOrEqual(2.4 * 255);
    expect(most).toBeGreaterThan(2.3 * 255);
  });

  test("are proofed like single colours", () => {
    const cmyk = Uint8Array.from([0, 0, 0, 255, 102, 77, 51, 26, 0, 0, 0, 0]);
    const looks = converter.proofPixels(cmyk);
    // transicc, -i<profile> -o*sRGB -t1 -n: 43.1 42.8 42.0 and, for 40/30/20/10, 157.3 161.4 176.0
    [43, 43, 42, 157, 161, 176, 255, 255, 255].forEach((value, i) => {
      expect(Math.abs(looks[i]! - value)).toBeLessThanOrEqual(1);
    });
    expect(converter.proof({ c: 0, m: 0, y: 0, k: 0 })).toEqual({ r: 255, g: 255, b: 255 });
  });
});

test("one converter for one condition and one set of inks", async () => {
  // Compared here: a failing toBe would print both, tables and all.
  expect((await fogra39Converter(new Map([...kit].reverse()))) === converter).toBe(true);
  expect((await fogra39Converter(new Map())) === converter).toBe(false);
});

test("a profile that littleCMS cannot use is refused by name", async () => {
  const broken = fogra39({ icc: new Uint8Array(500), profile: "icc/shop.icc" });
  await expect(createInkConverter(broken, kit)).rejects.toMatchObject({
    diagnostics: [{ code: "asset.not-a-press-profile", where: { file: "icc/shop.icc" } }],
  });
});
