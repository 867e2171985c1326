import { expect, test } from "vitest";
import { type Picture, strayPixels } from "../support/compare.ts";

const WIDTH = 40;

function picture(shade: (x: number, y: number) => number): Picture {
  const rgb = new Uint8Array(WIDTH * WIDTH * 3);
  for (let i = 0; i < WIDTH * WIDTH; i++) rgb.fill(shade(i % WIDTH, Math.floor(i / WIDTH)), i * 3, i * 3 + 3);
  return { width: WIDTH, height: WIDTH, rgb };
}

const line = (row: number, shade: number) => picture((_, y) => (y === row ? shade : 255));

test("a lost hairline is noticed, even one at half strength", () => {
  expect(strayPixels(line(20, 0), line(-1, 0))).toBe(WIDTH);
  expect(strayPixels(line(20, 128), line(-1, 0))).toBe(WIDTH);
});

test("a shift of one pixel and a blended edge are not", () => {
  expect(strayPixels(line(20, 0), line(21, 0))).toBe(0);
  const hard = picture((x) => (x < 20 ? 0 : 255));
  const blended = picture((x) => (x < 19 ? 0 : x === 19 ? 128 : 255));
  expect(strayPixels(hard, blended)).toBe(0);
});

test("a shift of two pixels is", () => {
  expect(strayPixels(line(20, 0), line(22, 0))).toBeGreaterThan(0);
});
