import { describe, expect, it } from "vitest";
import { apply, intersection, mapRect, type Rect, rect } from "../../../../src/base/geometry.ts";
import {
  type Arrangement,
  fitGrid,
  type NUpOptions,
  planNUp,
  type Sides,
} from "../../../../src/impose/plan/n-up.ts";
import { type Piece, pieceOf } from "../../../../src/impose/plan/piece.ts";
import { NO_FINISHING, type PressSheet, WEB_PROFILE } from "../../../../src/model/output-profile.ts";
import type { PlannedCell } from "../../../../src/model/sheet-plan.ts";
import fc from "../../../support/property.ts";

const pieceWith = (width: number, height: number, bleed = 3): Piece =>
  pieceOf({ width, height }, bleed, { ...WEB_PROFILE, bleed });

const SRA3: PressSheet = { width: 320, height: 450, gutter: 6, margin: 5 };
const LARGE: PressSheet = { width: 860, height: 650, gutter: 6, margin: 12 };

const SLACK = 1e-6;
const inside = (outer: Rect, inner: Rect) =>
  outer.x <= inner.x + SLACK &&
  outer.y <= inner.y + SLACK &&
  outer.x + outer.width >= inner.x + inner.width - SLACK &&
  outer.y + outer.height >= inner.y + inner.height - SLACK;

const overlap = (one: Rect, other: Rect) => {
  const common = intersection(one, other);
  return common !== null && common.width > SLACK && common.height > SLACK;
};

const plans = (pages: number, piece: Piece, sheet: PressSheet, options: Partial<NUpOptions> = {}) => {
  const wanted = options.wanted ?? null;
  const grid = fitGrid(piece, sheet, wanted, options.sides)!;
  return planNUp(pages, piece, sheet, grid, { arrangement: "repeat", sides: "one", ...options });
};

describe("the best grid", () => {
  it.each([
    ["A5 on SRA3 upright", 148, 210, SRA3, { columns: 2, rows: 2, rotated: false }],
    ["A4 on SRA3 on its side", 210, 297, SRA3, { columns: 1, rows: 2, rotated: true }],
    ["business cards", 90, 54, SRA3, { columns: 3, rows: 7, rotated: false }],
    ["A5 on 65 × 86 on its side", 148, 210, LARGE, { columns: 3, rows: 4, rotated: true }],
  ] as const)("%s", (_, width, height, sheet, grid) => {
    expect(fitGrid(pieceWith(width, height), sheet, null)).toEqual(grid);
  });

  it("does not exist where the bleed does not fit", () => {
    const sheet = { width: 158, height: 220, gutter: 0, margin: 5 };
    expect(fitGrid(pieceWith(148, 210, 0), sheet, null)).not.toBeNull();
    expect(fitGrid(pieceWith(148, 210, 0.1), sheet, null)).toBeNull();
  });

  it("keeps to the columns and rows asked for", () => {
    expect(fitGrid(pieceWith(90, 54), SRA3, { columns: 2, rows: 2 })).toMatchObject({ columns: 2, rows: 2 });
    expect(fitGrid(pieceWith(148, 210), SRA3, { columns: 3, rows: 3 })).toBeNull();
  });
});

describe("fronts and backs", () => {
  /** Where a page's corner comes to lie when the sheet is held against the light, seen from the front. */
  const fromFront = (cell: PlannedCell, sheet: PressSheet, x: number, y: number) => {
    const on = apply(cell.transform, { x, y });
    return { x: sheet.width - on.x, y: on.y };
  };

  it.each([
    ["upright", 148, 210],
    ["on its side", 210, 297],
  ])("back each other exactly, heads together: %s", (_, width, height) => {
    const [front, back] = plans(2, pieceWith(width, height), SRA3, { sides: "two" });
    expect(front!.cells.map((cell) => cell.page)).toEqual(front!.cells.map(() => 0));
    expect(back!.cells.map((cell) => cell.page)).toEqual(front!.cells.map(() => 1));
    front!.cells.forEach((cell, i) => {
      // The top left corner of the front lies on the top RIGHT corner of the back.
      const corner = apply(cell.transform, { x: 0, y: 0 });
      const behind = fromFront(back!.cells[i]!, SRA3, width, 0);
      expect(behind.x).toBeCloseTo(corner.x, 6);
      expect(behind.y).toBeCloseTo(corner.y, 6);
      const foot = apply(cell.transform, { x: 0, y: height });
      const behindFoot = fromFront(back!.cells[i]!, SRA3, width, height);
      expect(behindFoot.x).toBeCloseTo(foot.x, 6);
      expect(behindFoot.y).toBeCloseTo(foot.y, 6);
    });
  });

  it.each([
    ["upright", 100, 150, false],
    ["on its side", 150, 400, true],
  ])(
    "of what is folded back fill the cut with it, and keep the finished piece where it belongs: %s",
    (_, width, height, rotated) => {
      const finishing = { ...NO_FINISHING, hem: 5, polePocket: { top: 30, bottom: 12 } };
      const piece = pieceOf({ width, height }, 0, { ...WEB_PROFILE, bleed: "none", finishing });
      const sheet: PressSheet = rotated ? { ...SRA3, width: 460, height: 320 } : SRA3;
      const sheets = plans(2, piece, sheet, { sides: "two", wanted: { columns: 1, rows: 1 } });
      expect(sheets).toHaveLength(2);
      for (const { cells, cuts } of sheets) {
        const cut = mapRect(cells[0]!.transform, piece.cut);
        for (const side of ["x", "y", "width", "height"] as const)
          expect(cut[side]).toBeCloseTo(cuts[0]![side], 9);
        expect(inside(cuts[0]!, cells[0]!.trim)).toBe(true);
      }
    },
  );

  it("put different pages one after the other, each behind its own", () => {
    const sheets = plans(6, pieceWith(90, 54), SRA3, {
      wanted: { columns: 2, rows: 1 },
      arrangement: "sequence",
      sides: "two",
    });
    const pages = sheets.map(({ cells }) => cells.map((cell) => cell.page + 1));
    expect(pages).toEqual([[1, 3], [2, 4], [5], [6]]);
    // 2 lies behind 1: on the right of the back.
    expect(sheets[1]!.cells[0]!.trim.x).toBeGreaterThan(sheets[1]!.cells[1]!.trim.x);
  });
});

describe("work-and-turn", () => {
  it.each([
    ["upright", 90, 54],
    ["on its side", 54, 90],
    ["large", 140, 200],
  ])("the same sheet, turned over from left to right, backs every piece: %s", (_, width, height) => {
    const [sheet, ...others] = plans(2, pieceWith(width, height), SRA3, { sides: "work-and-turn" });
    expect(others).toEqual([]);
    expect(sheet!.side).toBeNull();
    const pages = (page: number) => sheet!.cells.filter((cell) => cell.page === page);
    expect(pages(0).length).toBe(sheet!.cells.length / 2);
    for (const front of pages(0)) {
      const { x, y } = apply(front.transform, { x: 0, y: 0 });
      const foot = apply(front.transform, { x: 0, y: height });
      const behind = pages(1).some((back) => {
        const corner = apply(back.transform, { x: width, y: 0 });
        const under = apply(back.transform, { x: width, y: height });
        const isAt = (at: { x: number; y: number }, on: { x: number; y: number }) =>
          Math.abs(SRA3.width - at.x - on.x) < 1e-6 && Math.abs(at.y - on.y) < 1e-6;
        return isAt(corner, { x, y }) && isAt(under, foot);
      });
      expect(behind).toBe(true);
    }
  });

  it("has as many columns on the left as on the right", () => {
    expect(fitGrid(pieceWith(90, 54), SRA3, null)).toMatchObject({ columns: 3, rows: 7 });
    expect(fitGrid(pieceWith(90, 54), SRA3, null, "work-and-turn")).toMatchObject({
      columns: 4,
      rows: 4,
      rotated: true,
    });
    expect(fitGrid(pieceWith(148, 210), { ...SRA3, width: 200 }, null, "work-and-turn")).toBeNull();
  });

  it("leaves room where the last leaf has no back", () => {
    const [sheet] = plans(1, pieceWith(90, 54), SRA3, { arrangement: "sequence", sides: "work-and-turn" });
    expect(sheet!.cells.map((cell) => cell.page)).toEqual([0]);
    expect(sheet!.cuts).toHaveLength(2);
  });
});

describe("cut and stack", () => {
  const numbers = (pages: number, sides: Sides) =>
    plans(pages, pieceWith(90, 54), SRA3, { wanted: { columns: 2, rows: 2 }, arrangement: "stack", sides });

  it.each([7, 8, 9, 40])("piles of %i cards, put one on the other, are in order", (pages) => {
    const sheets = numbers(pages, "one");
    expect(sheets).toHaveLength(Math.ceil(pages / 4));
    const piles = [0, 1, 2, 3].flatMap((place) => sheets.flatMap(({ cells }) => cells[place]?.page ?? []));
    expect(piles).toEqual(Array.from({ length: pages }, (_, page) => page));
  });

  it("keeps backs behind their fronts", () => {
    const shown = numbers(12, "two").map(({ side, cells }) => [side, cells.map(({ page }) => page + 1)]);
    expect(shown).toEqual([
      ["front", [1, 5, 9]],
      ["back", [2, 6, 10]],
      ["front", [3, 7, 11]],
      ["back", [4, 8, 12]],
    ]);
  });
});

it("neighbours share a gutter that is too narrow for their bleeds, outer edges keep theirs", () => {
  const [sheet] = plans(1, pieceWith(100, 100, 5), { ...SRA3, gutter: 4 });
  const [first] = sheet!.cells;
  expect(first!.window.x).toBeCloseTo(first!.trim.x - 5, 9);
  expect(first!.window.x + first!.window.width).toBeCloseTo(first!.trim.x + 102, 9);
});

describe("any piece on any sheet", () => {
  const length = (min: number, max: number) => fc.double({ min, max, noNaN: true });
  const given = fc.record({
    pages: fc.integer({ min: 1, max: 9 }),
    width: length(20, 400),
    height: length(20, 400),
    bleed: length(0, 8),
    sheet: fc.record({
      width: length(100, 1000),
      height: length(100, 1000),
      gutter: length(0, 12),
      margin: length(0, 15),
    }),
    sides: fc.constantFrom<Sides>("one", "two", "work-and-turn"),
  });

  it("lies inside the printable area, overlaps nothing, and is printed as often as there are places", () => {
    fc.assert(
      fc.property(
        given,
        fc.constantFrom<Arrangement>("repeat", "sequence", "stack"),
        ({ sheet, ...page }, arrangement) => {
          const piece = pieceWith(page.width, page.height, page.bleed);
          const grid = fitGrid(piece, sheet, null, page.sides);
          fc.pre(grid !== null);
          const places = grid!.columns * grid!.rows;
          fc.pre(places <= 100);
          const { sides } = page;
          const sheets = planNUp(page.pages, piece, sheet, grid!, { arrangement, sides });
          const { margin } = sheet;
          const printable = rect(margin, margin, sheet.width - 2 * margin, sheet.height - 2 * margin);
          const copies = new Map<number, number>();
          for (const { cells, bleedBox, trimBox, size } of sheets) {
            for (const { page: shown } of cells) copies.set(shown, (copies.get(shown) ?? 0) + 1);
            const wrong = cells.filter(
              (cell, i) =>
                !inside(printable, cell.window) ||
                !inside(cell.window, cell.trim) ||
                cells.slice(i + 1, i + 40).some((other) => overlap(cell.window, other.window)),
            );
            expect(wrong).toEqual([]);
            expect(inside(rect(0, 0, size.width, size.height), bleedBox) && inside(bleedBox, trimBox)).toBe(
              true,
            );
          }
          const leaves = sides === "work-and-turn" ? places / 2 : places;
          const each = arrangement === "repeat" ? leaves : 1;
          expect([...copies].sort(([a], [b]) => a - b)).toEqual(
            Array.from({ length: page.pages }, (_, i) => [i, each]),
          );
        },
      ),
      { numRuns: 100 },
    );
  });
});
