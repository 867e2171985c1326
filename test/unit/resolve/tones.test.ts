import sharp from "sharp";
import { expect, test } from "vitest";
import { pictureFrom } from "../../../src/resolve/assets.ts";
import { toDuotone } from "../../../src/resolve/duotone.ts";
import { findFocus } from "../../../src/resolve/focus.ts";
import { measureTones } from "../../../src/resolve/tones.ts";

const drawn = async (shapes: string, width = 640, height = 320) => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${shapes}</svg>`;
  return pictureFrom(await sharp(Buffer.from(svg)).png().toBuffer(), "photo");
};

const COLORS = { shadows: { r: 11, g: 42, b: 107 }, lights: { r: 255, g: 255, b: 255 } };

test("tones tell a bright window in a dark wall, and where it is", async () => {
  const wall =
    '<rect width="640" height="320" fill="#222"/><rect x="300" y="100" width="20" height="20" fill="#fff"/>';
  const { columns, rows, darkest, lightest, alpha } = await measureTones(await drawn(wall));
  expect([columns, rows]).toEqual([64, 32]);
  const at = (x: number, y: number) => (Math.floor(y / 10) * columns + Math.floor(x / 10)) * 3;
  expect(Math.min(darkest[at(310, 110)]!, lightest[at(310, 110)]!)).toBeGreaterThan(220);
  expect(darkest[at(400, 110)]).toBeLessThan(40);
  expect(lightest[at(400, 110)]).toBeLessThan(40);
  expect(new Set(alpha)).toEqual(new Set([255]));
});

test("clear parts have no tone", async () => {
  const { alpha } = await measureTones(await drawn('<rect width="320" height="320"/>'));
  expect([alpha[0], alpha[63]]).toEqual([255, 0]);
});

test.each([
  [1, 1],
  [3, 900],
  [900, 3],
])("a picture of %i × %i px has tones and a focus", async (width, height) => {
  const picture = await drawn('<rect width="900" height="900" fill="#777"/>', width, height);
  const { columns, rows, darkest } = await measureTones(picture);
  expect(darkest).toHaveLength(columns * rows * 3);
  expect(await findFocus(picture)).toEqual({ x: 0.5, y: 0.5 });
});

test.each([
  ["a small square PNG", 400, 400, "png"],
  ["a JPEG of a camera", 4000, 3000, "jpeg"],
  ["a tall JPEG", 1500, 3000, "jpeg"],
] as const)("the focus is where the subject is: %s", async (_name, width, height, type) => {
  const r = width / 12;
  const [cx, cy] = [width * 0.8, height * 0.75];
  const face = `<circle cx="${cx}" cy="${cy}" r="${r}" fill="#e9a080"/><circle cx="${cx - r / 3}" cy="${cy}" r="${r / 8}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#889"/>${face}</svg>`;
  const { x, y } = await findFocus(
    await pictureFrom(await sharp(Buffer.from(svg)).toFormat(type).toBuffer(), "photo"),
  );
  expect(Math.abs(x - 0.8)).toBeLessThan(0.08);
  expect(Math.abs(y - 0.75)).toBeLessThan(0.08);
});

test("a duotone runs from the shadow colour to the light one, ever lighter, and is the same each time", async () => {
  const steps = Array.from({ length: 16 }, (_, i) => {
    const grey = Math.round((i / 15) * 255);
    return `<rect x="${i * 40}" width="40" height="320" fill="rgb(${grey},${grey},${grey})"/>`;
  });
  const picture = await drawn(steps.join(""));
  const one = await toDuotone(picture, COLORS);
  const again = await toDuotone({ ...picture, id: "another key" }, COLORS);
  expect(again.id).toBe(one.id);
  const { data, info } = await sharp(one.data).raw().toBuffer({ resolveWithObject: true });
  const colors = steps.map((_, i) => {
    const at = (160 * info.width + i * 40 + 20) * 3;
    return [...data.subarray(at, at + 3)] as [number, number, number];
  });
  const near = (color: readonly number[] | undefined, { r, g, b }: { r: number; g: number; b: number }) => {
    for (const [i, channel] of [r, g, b].entries()) expect(Math.abs(color![i]! - channel)).toBeLessThan(6);
  };
  near(colors[0], COLORS.shadows);
  near(colors.at(-1), COLORS.lights);
  const greens = colors.map(([, g]) => g);
  expect(greens).toEqual(greens.toSorted((a, b) => a - b));
  // Another palette is another picture.
  expect((await toDuotone(picture, { ...COLORS, lights: { r: 232, g: 240, b: 251 } })).id).not.toBe(one.id);
});
