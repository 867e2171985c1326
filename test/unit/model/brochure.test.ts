import { describe, expect, it } from "vitest";
import { panelsOf } from "../../../src/model/fold.ts";
import { formatById } from "../../../src/model/formats/index.ts";

const widths = (id: string, page: number) => {
  const one = formatById(id)!;
  return panelsOf(one, one.folds, page).map(({ width }) => width);
};

describe("brochures", () => {
  it.each(["brochure-trifold-a4", "brochure-bifold-a4"])("%s is a flat A4 on its side", (id) => {
    expect(formatById(id)).toMatchObject({ family: "brochure", width: 297, height: 210, bleed: 3 });
  });

  it("folds the trifold with a shorter flap, which lies behind the last panel inside", () => {
    expect(widths("brochure-trifold-a4", 0)).toEqual([97, 100, 100]);
    expect(widths("brochure-trifold-a4", 1)).toEqual([100, 100, 97]);
  });

  it("folds the bifold to two A5 pages", () => {
    expect(widths("brochure-bifold-a4", 0)).toEqual([148.5, 148.5]);
    expect(widths("brochure-bifold-a4", 1)).toEqual([148.5, 148.5]);
  });
});
