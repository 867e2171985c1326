import { describe, expect, it } from "vitest";
import { type Align, linePitch } from "../../../src/kit/line-pitch.ts";
import fc from "../../support/property.ts";
import { samplePage } from "./sample-job.ts";

const page = samplePage();
const face = { family: page.faces.display, weight: 800 };
const pitch = (lines: readonly string[], align: Align = "left", tracking = 0) =>
  linePitch(page, lines, { face, align, tracking });
const phrase = fc
  .array(fc.constantFrom("Đồng", "nghề", "kỹ", "ẨM", "ỄNH", "ộ", "g", "–", "ẳ"), {
    minLength: 1,
    maxLength: 8,
  })
  .map((words) => words.join(" "));

describe("linePitch", () => {
  it("leaves room only where marks would meet", () => {
    expect(pitch(["mmm", "mmm"])).toBe(1.1);
    expect(pitch(["ộ", "Ễ"])).toBeGreaterThan(1.4);
    expect(pitch(["ộ", "mmmmmmỄ"])).toBe(1.1);
    expect(pitch(["ộ –", "nn Ễ"])).toBe(1.1);
    expect(pitch(["ộ     n", "Ễ"])).toBe(pitch(["ộ", "Ễ"]));
  });

  it("knows where the lines stand to each other", () => {
    expect(pitch(["ộ", "mmmmmmỄ"], "right")).toBeGreaterThan(1.4);
    expect(pitch(["ộ", "mmmmmmỄ"], "center")).toBe(1.1);
    expect(pitch(["ộ", "mmmỄmmm"], "center")).toBeGreaterThan(1.4);
    expect(pitch(["mmộ", "iiiiiiỄ"])).toBeGreaterThan(1.4);
    expect(pitch(["mmộ", "iiiiiiỄ"], "left", 0.5)).toBe(1.1);
  });

  it("keeps the first letter off the one above it, and never goes below its minimum", () => {
    fc.assert(
      fc.property(phrase, phrase, (upper, lower) => {
        const [first] = page.extents(upper, face);
        const [second] = page.extents(lower, face);
        expect(pitch([upper, lower])).toBeGreaterThan(first!.below + second!.above);
        expect(pitch([upper, lower])).toBeGreaterThanOrEqual(1.1);
      }),
    );
  });
});
