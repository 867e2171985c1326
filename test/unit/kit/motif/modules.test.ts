import { expect, it } from "vitest";
import { type Rect, rect } from "../../../../src/base/geometry.ts";
import { compose } from "../../../../src/compose/compose.ts";
import { jsx } from "../../../../src/kit/jsx-runtime.ts";
import { Motif } from "../../../../src/kit/motif/motif.tsx";
import { Page } from "../../../../src/kit/page.tsx";
import { sampleJob, templateOf } from "../sample-job.ts";

/** Names of the frames that the theme's motif draws on an A5 sheet around a box of words. */
function drawn(words: Rect, hairlines: boolean): readonly string[] {
  const motif = { name: "motif", area: rect(0, 0, 148, 210), clear: [words], hairlines };
  const template = templateOf(() => jsx(Page, { children: jsx(Motif, motif) }));
  return compose(sampleJob({ template, theme: "ky-nghe" })).value[0]!.frames.map(({ name }) => name);
}

it("finds room for finer cells in a margin that is too narrow for the coarse ones", () => {
  // Coarse cells are 37 mm; 24 mm are left at the right.
  expect(drawn(rect(5, 5, 119, 200), true)).toContain("motif");
  expect(drawn(rect(1, 1, 146, 208), true)).not.toContain("motif");
});

it("leaves the technical grid away where hairlines cannot be shown", () => {
  expect(drawn(rect(5, 5, 60, 60), true)).toContain("motif-grid");
  expect(drawn(rect(5, 5, 60, 60), false)).toEqual(["motif"]);
});

it("draws no line of a tint that a screen cannot hold: half a point", () => {
  const motif = { name: "motif", area: rect(0, 0, 148, 210), clear: [rect(5, 5, 119, 200)], hairlines: true };
  const template = templateOf(() => jsx(Page, { children: jsx(Motif, motif) }));
  const page = compose(sampleJob({ template, theme: "ky-nghe" })).value[0]!;
  const grid = JSON.stringify(page.frames.find(({ name }) => name === "motif-grid"));
  const [, width] = /"stroke-width":([\d.]+)/.exec(grid) ?? [];
  expect((Number(width) / 25.4) * 72).toBeGreaterThanOrEqual(0.5);
});
