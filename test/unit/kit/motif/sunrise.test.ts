import { describe, expect, it } from "vitest";
import { type Rect, rect } from "../../../../src/base/geometry.ts";
import { compose } from "../../../../src/compose/compose.ts";
import { jsx } from "../../../../src/kit/jsx-runtime.ts";
import { Motif } from "../../../../src/kit/motif/motif.tsx";
import { Page } from "../../../../src/kit/page.tsx";
import { sampleJob, templateOf } from "../sample-job.ts";

/** The frames of a sunrise around a box of words, by name. */
function drawn(area: Rect, words: Rect) {
  const motif = { name: "motif", area, clear: [words], align: "left" as const };
  const template = templateOf(() => jsx(Page, { children: jsx(Motif, motif) }));
  const { frames } = compose(sampleJob({ template, theme: "tuong-lai" })).value[0]!;
  return new Map(frames.map((frame) => [frame.name, JSON.stringify(frame)]));
}

const WIDE = rect(0, 0, 300, 160);

/** Of the hill in front of the sun: its highest point and where it meets the right edge, mm from the top. */
function frontHill(words: Rect) {
  const outline = /"(M[^"]+Z)"/gu;
  const path = [...drawn(WIDE, words).get("motif-hills")!.matchAll(outline)].at(-1)![1]!;
  const ys = [...path.matchAll(/ ([\d.]+)(?=[ VCZ])/gu)].map((match) => Number(match[1]));
  return { crest: Math.min(...ys), edge: ys.at(-1)! };
}

describe("hills of a sunrise", () => {
  it("stand before the sun up to the edge of the page where it rises there", () => {
    const { crest, edge } = frontHill(rect(0, 0, 160, 140));
    expect(crest).toBeLessThan(WIDE.height);
    // No bite of the sun shows between hill and edge.
    expect(WIDE.height - edge).toBeGreaterThan(0.85 * (WIDE.height - crest));
  });
});

it("hills leave as much white under the lowest words as they are high", () => {
  for (const bottom of [120, 130, 140, 146]) {
    const paths = drawn(WIDE, rect(0, 0, 160, bottom))
      .get("motif-hills")!
      .match(/"M[^"]+Z"/gu)!;
    const corners = paths.flatMap((path) => [...path.matchAll(/[ C]([\d.]+) ([\d.]+)/gu)]);
    const highest = Math.min(...corners.map((match) => Number(match[2])));
    expect(highest - bottom).toBeGreaterThanOrEqual((WIDE.height - bottom) / 2 - 0.01);
  }
});

describe("a sunrise beside words that take the page", () => {
  it("is hills alone rather than a crumb of sun, and nothing where there is no room for hills either", () => {
    expect([...drawn(WIDE, rect(10, 10, 200, 110)).keys()]).toEqual(["motif", "motif-hills"]);
    expect([...drawn(WIDE, rect(10, 10, 285, 130)).keys()]).toEqual(["motif-hills"]);
    expect([...drawn(WIDE, rect(10, 10, 285, 146)).keys()]).toEqual([]);
  });
});
