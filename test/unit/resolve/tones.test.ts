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

test("the focus is where the subject is, on square pictures too", async () => {
  const face =
    '<rect width="400" height="400" fill="#889"/><circle cx="320" cy="300" r="30" fill="#e9a080"/><circle cx="310" cy="295" r="4"/>';
  const { x, y } = await findFocus(await drawn(face, 400, 400));
  expect(x).toBeCloseTo(0.8, 1);
  expect(y).toBeCloseTo(0.75, 1);
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
