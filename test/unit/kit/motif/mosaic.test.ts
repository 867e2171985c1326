import { describe, expect, it } from "vitest";
import { rect } from "../../../../src/base/geometry.ts";
import { compose } from "../../../../src/compose/compose.ts";
import { jsx } from "../../../../src/kit/jsx-runtime.ts";
import { mosaic } from "../../../../src/kit/motif/mosaic.ts";
import { Motif } from "../../../../src/kit/motif/motif.tsx";
import { Page } from "../../../../src/kit/page.tsx";
import { sampleJob, templateOf } from "../sample-job.ts";

describe("a mosaic", () => {
  it("is of whole cells: none that the area would cut, none that is a sliver", () => {
    const { cells } = mosaic({ width: 199, height: 55 }, [], 19, 0);
    expect(Math.min(...cells.map(({ x }) => x))).toBeGreaterThanOrEqual(0);
    expect(Math.min(...cells.map(({ y }) => y))).toBeGreaterThanOrEqual(0);
    expect(cells.filter(({ row }) => row === 0)).toHaveLength(10);
  });

  it("may lose a strip of its highest cells where the page does", () => {
    const { cells } = mosaic({ width: 199, height: 55 }, [], 19, 0.25);
    expect(Math.max(...cells.map(({ row }) => row))).toBe(2);
  });
});

it("fills a strip from edge to edge with whole modules", () => {
  const motif = { name: "motif", area: rect(0, 60, 148, 17) };
  const template = templateOf(() => jsx(Page, { children: jsx(Motif, motif) }));
  const { frames } = compose(sampleJob({ template, theme: "ky-nghe" })).value[0]!;
  const drawn = JSON.stringify(frames.find(({ name }) => name === "motif"));
  const places = [...drawn.matchAll(/translate\(([\d.-]+) [\d.]+\) scale\(([\d.]+)\)/gu)];
  expect(Math.min(...places.map(([, x]) => Number(x)))).toBeCloseTo(0, 1);
  for (const [, x, side] of places) expect((Number(x) / Number(side)) % 1).toBeCloseTo(0, 1);
});
