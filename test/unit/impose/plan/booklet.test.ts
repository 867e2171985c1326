import { describe, expect, it } from "vitest";
import { bookletSpreads, paddedPages, planBooklet } from "../../../../src/impose/plan/booklet.ts";
import { pieceOf } from "../../../../src/impose/plan/piece.ts";
import { WEB_PROFILE } from "../../../../src/model/output-profile.ts";
import fc from "../../../support/property.ts";

const A5 = pieceOf({ width: 148, height: 210 }, 3, { ...WEB_PROFILE, bleed: 3 });

describe("the order of pages", () => {
  const asPages = (count: number) =>
    bookletSpreads(count).map(({ left, right }) =>
      [left, right].map((page) => (page === null ? 0 : page + 1)),
    );

  it("is the stitching order", () => {
    expect(asPages(4)).toEqual([
      [4, 1],
      [2, 3],
    ]);
    expect(asPages(8)).toEqual([
      [8, 1],
      [2, 7],
      [6, 3],
      [4, 5],
    ]);
  });

  it("leaves blanks at the end", () => {
    expect(asPages(6)).toEqual([
      [0, 1],
      [2, 0],
      [6, 3],
      [4, 5],
    ]);
  });

  /** Folds every sheet and lays it into the one before: the pages as a reader turns them. */
  const leafThrough = (count: number): (number | null)[] => {
    const spreads = bookletSpreads(count);
    const fronts = spreads.filter((_, i) => i % 2 === 0);
    const backs = spreads.filter((_, i) => i % 2 === 1);
    const firstHalf = fronts.flatMap((front, i) => [front.right, backs[i]!.left]);
    const secondHalf = fronts.flatMap((front, i) => [backs[i]!.right, front.left].reverse()).reverse();
    return [...firstHalf, ...secondHalf];
  };

  it("reads in order once folded, every page once, blanks last", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (pages) => {
        const padded = paddedPages(pages);
        expect(padded % 4).toBe(0);
        expect(padded - pages).toBeLessThan(4);
        expect(leafThrough(pages)).toEqual(
          Array.from({ length: padded }, (_, page) => (page < pages ? page : null)),
        );
      }),
    );
  });
});

describe("creep", () => {
  const sheets = planBooklet(16, A5, 0.1);
  const cellOf = (page: number) => sheets.flatMap(({ cells }) => cells).find((cell) => cell.page === page)!;
  const spine = sheets[0]!.folds[0]!.at;

  it("moves nothing on the cover", () => {
    expect(cellOf(0).trim.x).toBeCloseTo(spine, 9);
    expect(cellOf(15).trim.x + 148).toBeCloseTo(spine, 9);
  });

  it("moves the inmost of four sheets by three thicknesses towards the fold, on both sides", () => {
    expect(cellOf(8).trim.x).toBeCloseTo(spine - 0.3, 9);
    expect(cellOf(7).trim.x + 148).toBeCloseTo(spine + 0.3, 9);
  });

  it("and bleed are as much smaller as the file", () => {
    const tenth = pieceOf({ width: 148, height: 210 }, 3, { ...WEB_PROFILE, bleed: 3, scale: 0.1 });
    const small = planBooklet(16, tenth, 0.1);
    const inmost = small.at(-1)!;
    expect(inmost.size.width).toBeCloseTo(30.2, 9);
    const right = inmost.cells.find(({ page }) => page === 8)!;
    expect(right.trim.x).toBeCloseTo(inmost.folds[0]!.at - 0.03, 9);
  });

  it("lets no page print over the fold", () => {
    for (const { cells, folds } of sheets) {
      const [left, right] = cells;
      expect(left!.window.x + left!.window.width).toBeCloseTo(folds[0]!.at, 9);
      expect(right!.window.x).toBeCloseTo(folds[0]!.at, 9);
    }
  });

  it("still has ink to the cut at the fore-edge while the bleed is larger than the creep", () => {
    for (const { cells, trimBox } of sheets) {
      expect(cells[0]!.window.x).toBeLessThan(trimBox.x);
      expect(cells[1]!.window.x + cells[1]!.window.width).toBeGreaterThan(trimBox.x + trimBox.width);
    }
  });

  it("keeps boxes: the spread is the trim", () => {
    for (const { size, trimBox, bleedBox } of sheets) {
      expect(size).toEqual({ width: 302, height: 216 });
      expect(trimBox).toEqual({ x: 3, y: 3, width: 296, height: 210 });
      expect(bleedBox).toEqual({ x: 0, y: 0, width: 302, height: 216 });
    }
  });
});
