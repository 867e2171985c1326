import { expect, it } from "vitest";
import { foldsOn, halfFold, letterFold, panelsOf } from "../../../src/model/fold.ts";
import fc from "../../support/property.ts";

const widths = (folds: Parameters<typeof panelsOf>[1], page: number) =>
  panelsOf({ width: 297, height: 210 }, folds, page).map(({ width }) => width);

it("an A4 letter fold has 97 + 100 + 100 outside and the mirror inside", () => {
  expect(widths(letterFold(297), 0)).toEqual([97, 100, 100]);
  expect(widths(letterFold(297), 1)).toEqual([100, 100, 97]);
});

it("a half fold is a half on both sides", () => {
  expect(widths(halfFold(297), 0)).toEqual([148.5, 148.5]);
  expect(widths(halfFold(297), 1)).toEqual([148.5, 148.5]);
});

it("what is not folded is one panel", () => {
  expect(panelsOf({ width: 148, height: 210 }, [], 0)).toEqual([{ x: 0, y: 0, width: 148, height: 210 }]);
});

it("horizontal folds stay where they are on the back", () => {
  expect(foldsOn([{ axis: "horizontal", at: 70 }], 1, 100)).toEqual([{ axis: "horizontal", at: 70 }]);
});

it("panels cover the sheet, and the flap of a letter fold is 3 to 4.5 mm narrower than the panel it lies on", () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 900 }), (width) => {
      const [flap, back, cover] = panelsOf({ width, height: 100 }, letterFold(width), 0).map(
        (panel) => panel.width,
      ) as [number, number, number];
      expect(flap + back + cover).toBeCloseTo(width, 9);
      expect(back).toBe(cover);
      expect(back - flap).toBeGreaterThanOrEqual(3);
      expect(back - flap).toBeLessThan(4.5);
    }),
  );
});
