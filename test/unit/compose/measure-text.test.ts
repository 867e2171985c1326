import { describe, expect, it } from "vitest";
import { openFont } from "../../../src/base/font/open-font.ts";
import { textMeasures } from "../../../src/compose/measure-text.ts";
import { discoverFonts } from "../../../src/resolve/fonts.ts";
import { VIETNAMESE_LETTERS } from "../../support/fonts.ts";
import fc from "../../support/property.ts";

const fonts = await discoverFonts("fonts");
const upright = fonts.filter((face) => face.style === "normal");
const { measure, extents, reach, metrics } = textMeasures(fonts);
const DISPLAY = { family: "Be Vietnam Pro", weight: 800 };
const words = fc
  .array(fc.constantFrom(...VIETNAMESE_LETTERS, ..."abgnoxAHQ019–“ "), { minLength: 1, maxLength: 20 })
  .map((letters) => letters.join(""));

describe("reach", () => {
  it("is that of the letters that reach farthest; blanks have none", () => {
    fc.assert(
      fc.property(words, (line) => {
        const letters = extents(line, DISPLAY);
        const farthest = {
          above: Math.max(...letters.map(({ above }) => above)),
          below: Math.max(...letters.map(({ below }) => below)),
        };
        expect(reach(line, DISPLAY)).toEqual(letters.length === 0 ? null : farthest);
      }),
    );
    expect(reach("  ", DISPLAY)).toBeNull();
  });
});

describe("extents", () => {
  it.each(upright.map((face) => [face.postScriptName, face] as const))("of %s are its glyphs'", (_, face) => {
    const font = openFont(face);
    const em = font.metrics.unitsPerEm;
    for (const letter of [...VIETNAMESE_LETTERS, ..."agjpQH1–"]) {
      const { y0, y1, x0 } = font.bounds(font.glyphFor(letter.codePointAt(0)!))!;
      const [found, ...others] = extents(letter, face);
      expect(others).toEqual([]);
      expect(found).toMatchObject({ letter, before: 0, above: y1 / em, below: -y0 / em, left: x0 / em });
    }
  });

  it("know that a dash floats, and leave blanks out", () => {
    expect(extents("–", DISPLAY)[0]!.below).toBeLessThan(0);
    expect(extents("a  b\u00a0c ", DISPLAY).map(({ letter, before }) => [letter, before])).toEqual([
      ["a", 0],
      ["b", 3],
      ["c", 5],
    ]);
    expect(extents("", DISPLAY)).toEqual([]);
  });

  it("see a base letter and its marks as one", () => {
    const [composed] = extents("Ễ", DISPLAY);
    const [decomposed, ...others] = extents("Ễ".normalize("NFD"), DISPLAY);
    expect(others).toEqual([]);
    expect(decomposed!.above).toBeCloseTo(composed!.above, 1);
  });

  it("stand in order within the width of the line", () => {
    fc.assert(
      fc.property(words, fc.constantFrom(...upright), (line, face) => {
        const found = extents(line, face);
        expect(found.map(({ letter }) => letter).join("")).toBe(line.replaceAll(" ", ""));
        for (const { before, letter } of found) expect([...line][before]).toBe([...letter][0]);
        const width = measure(line, face);
        for (const { left, right } of found) {
          expect(left).toBeGreaterThan(-0.2);
          expect(right).toBeLessThan(width + 0.2);
          expect(right).toBeGreaterThan(left);
        }
      }),
    );
  });
});

describe("metrics", () => {
  it.each(upright.map((face) => [face.postScriptName, face] as const))(
    "of %s are those of its x and H",
    (_, face) => {
      const { xHeight, capHeight, ascender, descender } = metrics(face);
      // Designers draw an x of a heavy face a hair above its x-height.
      expect(Math.abs(xHeight - extents("x", face)[0]!.above)).toBeLessThan(0.01);
      expect(Math.abs(capHeight - extents("H", face)[0]!.above)).toBeLessThan(0.01);
      expect(ascender).toBeGreaterThan(capHeight);
      expect(descender).toBeLessThan(0);
    },
  );
});

it("the same faces are measured once", () => {
  expect(textMeasures(fonts)).toBe(textMeasures(fonts));
});
