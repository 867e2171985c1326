/** Pages of foreign files: their bleed is kept, and what lacks is told. */

import { describe, expect, it } from "vitest";
import { type Insets, uniformInsets } from "../../../src/base/geometry.ts";
import { ptToMm } from "../../../src/base/units.ts";
import { type FilePage, imposeExisting } from "../../../src/impose/impose-existing.ts";
import { type OutputProfile, WEB_PROFILE } from "../../../src/model/output-profile.ts";

const A5 = { width: 148, height: 210 };
const page = (bleed: Insets, more: Partial<FilePage> = {}): FilePage => ({
  trimSize: A5,
  bleed,
  trimFrom: "TrimBox",
  bleedFrom: "BleedBox",
  lostAnnotations: [],
  ...more,
});
const BARE = uniformInsets(0);
const FULL = uniformInsets(3);
/** As facing pages are exported: no bleed where they meet. */
const facing = (index: number) => page({ ...FULL, [index % 2 === 0 ? "left" : "right"]: 0 });
const pages = (count: number, make: (index: number) => FilePage) =>
  Array.from({ length: count }, (_, i) => make(i));

const SHEET = { width: 450, height: 320, gutter: 6, margin: 5 };
const BOOKLET: Partial<OutputProfile> = { booklet: { paperThickness: 0 } };

function impose(files: readonly FilePage[], changes: Partial<OutputProfile>) {
  const profile: OutputProfile = { ...WEB_PROFILE, bleed: "format", ...changes };
  const { value, diagnostics } = imposeExisting(files, profile, {
    wanted: null,
    arrangement: "sequence",
    sides: "one",
  });
  const { bleedBox, trimBox } = value[0]!.plan;
  return {
    bleed: trimBox.x - bleedBox.x,
    said: diagnostics
      .filter(({ severity }) => severity !== "note")
      .map(({ code, where, message }) => [code, where.page, message.en]),
  };
}

describe("bleed", () => {
  it("of facing pages is kept in a booklet, whose spine needs none", () => {
    expect(impose(pages(8, facing), BOOKLET)).toEqual({ bleed: 3, said: [] });
  });

  it("of facing pages is kept n-up, and the side without it is told", () => {
    const { bleed, said } = impose(pages(2, facing), { sheet: SHEET });
    expect(bleed).toBe(3);
    expect(said).toMatchObject([
      ["impose.bleed-one-sided", 1, expect.stringContaining("Page 1 bleeds 3 / 3 / 3 / 0 mm")],
      ["impose.bleed-one-sided", 2, expect.stringContaining("Page 2 bleeds 3 / 0 / 3 / 3 mm")],
    ]);
  });

  it("lacks on an outer side of a booklet", () => {
    const wrong = pages(4, (i) => facing(i + 1));
    const { bleed, said } = impose(wrong, BOOKLET);
    expect(bleed).toBe(3);
    expect(said).toHaveLength(4);
    expect(said[0]![2]).toContain("3 / 0 / 3 / – mm");
  });

  it.each([BOOKLET, { sheet: SHEET }])("of one page that lacks it takes away nobody else's", (changes) => {
    const { bleed, said } = impose(
      pages(8, (i) => page(i === 3 ? BARE : FULL)),
      changes,
    );
    expect(bleed).toBe(3);
    expect(said).toMatchObject([["impose.bleed-missing", 4, expect.stringContaining("bleeds 0 mm; 3 mm")]]);
  });

  it("is left out where nobody has any, or wants any", () => {
    expect(impose([page(BARE)], { sheet: SHEET })).toEqual({ bleed: 0, said: [] });
    expect(impose([page(FULL), page(BARE)], { sheet: SHEET, bleed: "none" })).toEqual({ bleed: 0, said: [] });
  });

  it("of 8.504 pt is 3 mm, half of a gutter of 6 mm", () => {
    const { said } = impose(
      pages(2, () => page(uniformInsets(ptToMm(8.504)))),
      { sheet: SHEET },
    );
    expect(said).toEqual([]);
    const { said: more } = impose(
      pages(2, () => page(uniformInsets(3.1))),
      { sheet: SHEET },
    );
    expect(more.map(([code]) => code)).toEqual(["impose.bleed-over-gutter"]);
  });
});

it("tells which page loses annotations", () => {
  const { said } = impose([page(BARE), page(BARE, { lostAnnotations: ["Stamp", "FreeText", "Stamp"] })], {
    sheet: SHEET,
  });
  expect(said).toMatchObject([["impose.annotations-lost", 2, expect.stringContaining("3 annotations")]]);
  expect(said[0]![2]).toContain("(Stamp, FreeText)");
});

describe("boxes that a file lacks are told once", () => {
  const notes = (files: readonly FilePage[], changes: Partial<OutputProfile> = {}) =>
    imposeExisting(
      files,
      { ...WEB_PROFILE, bleed: "format", booklet: { paperThickness: 0 }, ...changes },
      { wanted: null, arrangement: "sequence", sides: "one" },
    ).diagnostics.map(({ code, message }) => [code, message.en]);

  it("the size that is cut is a guess without TrimBox", () => {
    const office = page(BARE, { trimFrom: "MediaBox", bleedFrom: "MediaBox" });
    const said = notes([page(BARE), office, office, page(BARE)]);
    expect(said).toHaveLength(1);
    expect(said[0]![0]).toBe("impose.no-trim-box");
    expect(said[0]![1]).toContain("Page 2");
    expect(said[0]![1]).toContain("the MediaBox of 148 × 210 mm");
    expect(said[0]![1]).toContain("(2 such pages)");
  });

  it("an ArtBox is as good as a TrimBox", () => {
    expect(notes(pages(4, () => page(FULL, { trimFrom: "ArtBox" })))).toEqual([]);
  });

  it("what lies out to the crop may be marks, unless the bleed is given", () => {
    const marked = pages(4, () => page(uniformInsets(13), { bleedFrom: "CropBox" }));
    const [said, ...others] = notes(marked);
    expect(others).toEqual([]);
    expect(said![0]).toBe("impose.no-bleed-box");
    expect(said![1]).toContain("the CropBox (13 mm)");
    expect(notes(marked, { bleed: 3 })).toEqual([]);
  });

  it("a file without any bleed may leave white edges", () => {
    expect(notes(pages(4, () => page(BARE))).map(([code]) => code)).toEqual(["impose.no-bleed"]);
    expect(
      notes(
        pages(4, () => page(BARE)),
        { bleed: "none" },
      ),
    ).toEqual([]);
  });
});

describe("two pages on one side", () => {
  const two = pages(2, () => page(FULL));
  const profile: OutputProfile = { ...WEB_PROFILE, bleed: "format", sheet: SHEET };
  const plain = { wanted: null, arrangement: "sequence", sides: "one" } as const;
  const codes = (files: readonly FilePage[], nUp: Parameters<typeof imposeExisting>[2]) =>
    imposeExisting(files, profile, nUp).diagnostics.map(({ code }) => code);

  it("are told, since the second may be the back of the first", () => {
    expect(codes(two, plain)).toEqual(["impose.side-by-side"]);
  });

  it("are not, where that was asked for or is not so", () => {
    expect(codes(two, { ...plain, sides: "two" })).toEqual([]);
    expect(codes(two, { ...plain, arrangement: "repeat" })).toEqual([]);
    expect(codes(two, { ...plain, wanted: { columns: 2, rows: 1 } })).toEqual([]);
    expect(codes([...two, ...two], plain)).toEqual([]);
  });

  it("are printed by one set of plates, which the shop is told how to use", () => {
    const wide = { ...profile, sheet: { ...SHEET, width: 1000, height: 700 } };
    const found = (count: number) =>
      imposeExisting(
        pages(count, () => page(FULL)),
        wide,
        { ...plain, sides: "work-and-turn" },
      ).diagnostics.map(({ code }) => code);
    expect(found(2)).toEqual(["impose.work-and-turn"]);
    expect(found(3)).toEqual(["impose.work-and-turn", "impose.last-without-back"]);
    expect(codes([...two, ...two.slice(1)], { ...plain, sides: "two" })).toEqual([
      "impose.last-without-back",
    ]);
  });
});
