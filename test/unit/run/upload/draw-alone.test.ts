import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { canBeDrawn } from "../../../../src/run/upload/draw-alone.ts";

const bytes = (content: string) =>
  new TextEncoder().encode(
    `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100" viewBox="0 0 100 100">${content}</svg>`,
  );
const BLUR = '<filter id="f"><feGaussianBlur stdDeviation="2"/></filter>';

test("a mark can be drawn", async () => {
  expect(await canBeDrawn(readFileSync("brand/logos/placeholder-authority.svg"))).toBe(true);
});

test("what ends the process that paints it cannot", async () => {
  const scaled = (content: string) => `<g transform="scale(10000)">${content}</g>`;
  const rectangle = '<rect width="1000" height="1000" filter="url(#f)"/>';
  expect(await canBeDrawn(bytes(BLUR + scaled(rectangle)))).toBe(true);
  expect(await canBeDrawn(bytes(BLUR + scaled(scaled(rectangle))))).toBe(false);
});

test("nor can what takes longer than anybody waits", async () => {
  expect(await canBeDrawn(bytes("<rect/>"), 1)).toBe(false);
});
