import { describe, expect, it } from "vitest";
import { compose } from "../../../src/compose/compose.ts";
import { foldsOn } from "../../../src/model/fold.ts";
import { formatById } from "../../../src/model/formats/index.ts";
import brochure from "../../../templates/brochure/template.tsx";
import { sampleJob } from "./sample-job.ts";

/** The least white between text and a fold, mm; a code brings its own quiet zone. */
const CLEAR = 6;

const manyProgrammes = Array.from({ length: 40 }, (_, index) => ({
  name: `Nghề thứ ${index} trong trường`,
  levels: ["trung-cap"],
}));
const briefs = {
  typical: {},
  bare: {
    lead: null,
    event: null,
    badge: null,
    programmes: [],
    benefits: [],
    enrolmentPeriod: null,
    qr: null,
  },
  crowded: { programmes: manyProgrammes, lead: "Học đi đôi với hành. ".repeat(10).trim() },
};

describe.each(brochure.formats)("brochure in %s", (id) => {
  const format = formatById(id)!;

  it.each(Object.entries(briefs))("keeps the %s brief off the folds, on two pages", (_name, brief) => {
    const pages = compose(sampleJob({ format: id, template: brochure, brief })).value;
    expect(pages).toHaveLength(2);
    pages.forEach(({ frames }, page) => {
      for (const { at } of foldsOn(format.folds, page, format.width)) {
        for (const { name, role, x, width } of frames) {
          if (role !== "content") continue;
          const white = Math.max(x - at, at - (x + width));
          expect(white, `${name} on page ${page + 1}`).toBeGreaterThanOrEqual(CLEAR);
        }
      }
    });
  });

  it("lets nothing but the grounds and the band of the inside cross a fold", () => {
    const pages = compose(sampleJob({ format: id, template: brochure })).value;
    pages.forEach(({ frames }, page) => {
      for (const { at } of foldsOn(format.folds, page, format.width)) {
        const across = frames.filter(({ x, width }) => x < at - 0.01 && x + width > at + 0.01);
        const grounds = across
          .map(({ name }) => name)
          .filter((name) => !["ground", "paper", "foot", "motif"].includes(name));
        expect(grounds).toEqual([]);
      }
    });
  });
});
