import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { pictureFrom } from "../../../src/resolve/assets.ts";
import { lookAtMark } from "../../../src/resolve/mark-look.ts";

const svg = (shapes: string, width = 100, height = 100) =>
  new TextEncoder().encode(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${shapes}</svg>`,
  );
const look = async (bytes: Uint8Array) => lookAtMark(await pictureFrom(bytes, "mark"));

describe("lookAtMark", () => {
  test.each(["svg", "png"])("names the colours of a %s by the area they take", async (type) => {
    const drawn = svg(
      '<circle cx="50" cy="50" r="40" fill="#103a8a"/><rect x="40" y="40" width="20" height="20" fill="#fff"/>',
    );
    const { colors, opaque, aspect } = await look(
      type === "svg" ? drawn : await sharp(drawn).png().toBuffer(),
    );
    expect(colors).toHaveLength(2);
    const [blue, white] = colors as [(typeof colors)[0], (typeof colors)[0]];
    expect(blue.share).toBeCloseTo(0.92, 1);
    expect(blue.rgb.b).toBeGreaterThan(130);
    expect(white.rgb.r).toBeGreaterThan(240);
    expect(opaque).toBe(false);
    expect(aspect).toBeCloseTo(1, 1);
  });

  test("a JPEG brings its own ground", async () => {
    const jpeg = await sharp(
      svg('<rect width="100" height="100" fill="#fff"/><circle cx="50" cy="50" r="20"/>'),
    )
      .jpeg()
      .toBuffer();
    expect((await look(jpeg)).opaque).toBe(true);
  });

  test("measures the part that paints, in files of any shape", async () => {
    expect((await look(svg('<rect x="10" y="48" width="80" height="4"/>'))).aspect).toBeCloseTo(20, -1);
    expect((await look(svg('<rect width="20" height="2000"/>', 20, 2000))).aspect).toBeCloseTo(0.01, 2);
  });

  test("nothing painted is no colour", async () => {
    expect((await look(svg(""))).colors).toEqual([]);
  });

  test("a CMYK JPEG has the colours that it prints", async () => {
    // Adobe writes CMYK JPEG inverted; sharp does as well.
    const cmyk = await sharp(svg('<rect width="100" height="100" fill="#d02020"/>'))
      .toColourspace("cmyk")
      .jpeg()
      .toBuffer();
    expect((await sharp(cmyk).metadata()).space).toBe("cmyk");
    const { colors } = await look(cmyk);
    const { r, g, b } = colors[0]!.rgb;
    expect(r).toBeGreaterThan(150);
    expect(Math.max(g, b)).toBeLessThan(110);
  });
});
