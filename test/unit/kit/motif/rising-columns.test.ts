import { describe, expect, it } from "vitest";
import { risingColumnsBeside, risingRails } from "../../../../src/kit/motif/rising-columns.ts";

const FLAT = { width: 6000, height: 600 };

describe("steps beside words", () => {
  const area = { width: 154, height: 120 };
  const headline = { x: 9, y: 30, width: 80, height: 40 };

  it("see only what stands nearest: a label over a headline changes nothing until it is wider", () => {
    const alone = risingColumnsBeside(area, 4, 0, [headline]);
    const label = { x: 9, y: 10, width: 60, height: 8 };
    expect(risingColumnsBeside(area, 4, 0, [label, headline, headline])).toEqual(alone);
    const wide = risingColumnsBeside(area, 4, 0, [headline, { ...label, width: 140 }]);
    expect(wide).not.toEqual(alone);
  });

  it("stay off every box", () => {
    const boxes = [
      { ...headline, y: 60 },
      { x: 60, y: 15, width: 60, height: 10 },
    ];
    const [steps, alone] = [boxes, []].map((clear) => risingColumnsBeside(area, 4, 0, clear)) as [
      ReturnType<typeof risingColumnsBeside>,
      ReturnType<typeof risingColumnsBeside>,
    ];
    for (const { x, top, width } of steps) {
      for (const box of boxes) {
        const reach = Math.min(width, box.x + box.width - x);
        if (reach > 0) expect(box.y + box.height).toBeLessThan(top - reach);
      }
    }
    expect(steps).not.toEqual(alone);
  });
});

describe("steps without room", () => {
  it("are none, rather than a sliver in the corner", () => {
    const board = { width: 4040, height: 1270 };
    expect(risingColumnsBeside(board, 6, -0.2, [{ x: 900, y: 400, width: 3000, height: 700 }])).toEqual([]);
    expect(risingColumnsBeside(board, 6, -0.2, [{ x: 900, y: 400, width: 1600, height: 700 }])).toHaveLength(
      6,
    );
  });
});

describe("rails beside the steps of a flat area", () => {
  const columns = (boxes: Parameters<typeof risingRails>[2]) => risingColumnsBeside(FLAT, 6, 0, boxes);

  it("run on from the steps at even distances, each left of the one before", () => {
    const steps = columns([]);
    const rails = risingRails(FLAT, steps, []);
    expect(rails.length).toBeGreaterThan(3);
    expect(rails[0]).toBeLessThan(steps[0]!.x);
    for (let i = 1; i < rails.length; i++)
      expect(rails[i - 1]! - rails[i]!).toBeCloseTo(steps[0]!.width * 2.1);
  });

  it("never run under words", () => {
    const words = { x: 100, y: 100, width: 4200, height: 400 };
    const steps = columns([words]);
    for (const x of risingRails(FLAT, steps, [words])) {
      // A rail leans to the right: at the words' foot it is farther left than anywhere beside them.
      expect(x + FLAT.height - words.y - words.height).toBeGreaterThan(words.x + words.width);
    }
    expect(risingRails(FLAT, steps, [{ ...words, width: 5400 }])).toEqual([]);
  });

  it("stay away from areas that steps can fill", () => {
    const tall = { width: 500, height: 900 };
    expect(risingRails(tall, risingColumnsBeside(tall, 4, 0, []), [])).toEqual([]);
  });
});
