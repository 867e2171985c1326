import { expect, test } from "vitest";
import { readOperators } from "../../../../../src/export/pdf/x4/operators.ts";

test("counts graphics states, but not what only looks like one", () => {
  expect(readOperators("q\nq 1 0 0 1 0 0 cm\nQ\n/Fq 1 Tf (q Q q \\) q) Tj\nQ")).toEqual({
    deepest: 2,
    open: 0,
    foreign: [],
  });
  expect(readOperators("q q\nQ")).toMatchObject({ deepest: 2, open: 1 });
  expect(readOperators("Q")).toMatchObject({ open: -1 });
});

test("finds foreign colour and hidden objects as whole words only", () => {
  expect(readOperators("1 0 0 rg\n0 0 1 RG /DeviceRGB cs\nBI ID EI\n/Perceptual ri PS").foreign).toEqual([
    ...["rg", "RG", "DeviceRGB", "BI", "ri", "PS"],
  ]);
  expect(
    readOperators("/Grgb gs 0 0 1 1 re /LabX cs (1 0 0 rg) Tj /FPS 1 Tf BIG arg /RGB.x sh").foreign,
  ).toEqual([]);
});
