import { describe, expect, it } from "vitest";
import { Mosaic, mosaicOf, mosaicOutline } from "../../../src/model/mosaic.ts";
import type { Outline } from "../../../src/model/scene.ts";
import fc from "../../support/property.ts";

const cellsOf = (...rows: string[]) => rows.map((row) => [...row].map((cell) => cell === "#"));

/** Grids whose rows take one, two or three numbers. */
const grids = fc.constantFrom(1, 6, 31, 32, 33, 70).chain((columns) =>
  fc.array(fc.array(fc.boolean(), { minLength: columns, maxLength: columns }), {
    minLength: 1,
    maxLength: 6,
  }),
);

/** How often an outline of straight lines goes around a point, counted with its direction. */
function windingAt({ verbs, coords }: Outline, x: number, y: number): number {
  let winding = 0;
  let first = 0;
  for (const loop of verbs.match(/ML+Z/g) ?? []) {
    const corners = loop.length - 1;
    for (let i = 0; i < corners; i++) {
      const [x1, y1] = [coords[first + 2 * i]!, coords[first + 2 * i + 1]!];
      const next = first + 2 * ((i + 1) % corners);
      const [x2, y2] = [coords[next]!, coords[next + 1]!];
      if (x1 === x2 && x1 > x && Math.min(y1, y2) < y && y < Math.max(y1, y2)) winding += y2 > y1 ? 1 : -1;
    }
    first += 2 * corners;
  }
  return winding;
}

describe("a mosaic", () => {
  it("has one loop around cells that touch, and one around a hole", () => {
    expect(mosaicOutline(mosaicOf(cellsOf("###", "#.#", "###"))).verbs).toBe("MLLLZMLLLZ");
    expect(mosaicOutline(mosaicOf(cellsOf("##")))).toEqual({
      verbs: "MLLLZ",
      coords: [0, 0, 2, 0, 2, 1, 0, 1],
    });
  });

  it("covers its filled cells once and no others, so that either rule fills them", () => {
    fc.assert(
      fc.property(grids, (cells) => {
        const outline = mosaicOutline(mosaicOf(cells));
        const covered = cells.map((row, y) => row.map((_, x) => windingAt(outline, x + 0.5, y + 0.5)));
        expect(covered).toEqual(cells.map((row) => row.map((filled) => (filled ? 1 : 0))));
      }),
    );
  });

  it("is path data where text is asked for", () => {
    expect(`${mosaicOf(cellsOf("##"))}`).toBe("M0 0L2 0L2 1L0 1Z");
    expect(`${mosaicOf(cellsOf("..", ".."))}`).toBe("");
  });

  it("of nothing is nothing", () => {
    expect(mosaicOutline(mosaicOf([]))).toEqual({ verbs: "", coords: [] });
    expect(mosaicOutline(new Mosaic(0, []))).toEqual({ verbs: "", coords: [] });
  });
});
