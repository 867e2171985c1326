import { describe, expect, it } from "vitest";
import { type FlowBlock, flowBlocks } from "../../../src/kit/flow.ts";
import fc from "../../support/property.ts";

const item = (height: number, before = 1): FlowBlock => ({ height, before, keepsWithNext: false });
const heading = (height: number): FlowBlock => ({ height, before: 2, keepsWithNext: true });
const heights = (pages: ReturnType<typeof flowBlocks>) =>
  pages.map((page) => page.map(({ block }) => block.height));

describe("flow of blocks into pages", () => {
  it("makes no page of nothing", () => {
    expect(flowBlocks([], () => 10)).toEqual([]);
  });

  it("leaves white between blocks, none above the first of a page", () => {
    const pages = flowBlocks([item(4), item(4), item(4), item(4)], () => 9);
    expect(pages.map((page) => page.map(({ y }) => y))).toEqual([
      [0, 5],
      [0, 5],
    ]);
  });

  it("moves a heading to the page of what it heads", () => {
    expect(heights(flowBlocks([item(5), heading(2), item(4), item(1)], () => 9))).toEqual([[5], [2, 4, 1]]);
  });

  it("leaves no single item on the last page where the one before can spare another", () => {
    expect(heights(flowBlocks([item(2), item(2), item(2), item(2)], () => 8))).toEqual([
      [2, 2],
      [2, 2],
    ]);
    expect(heights(flowBlocks([item(3), item(3), item(3)], () => 8))).toEqual([[3, 3], [3]]);
  });

  it("holds each page to its own room, such as a first one that carries an opener", () => {
    const pages = flowBlocks([item(4), item(4), item(4)], (page) => (page === 0 ? 4 : 20));
    expect(heights(pages)).toEqual([[4], [4, 4]]);
  });

  it("leaves a first page without blocks where only the next one has room for them", () => {
    expect(heights(flowBlocks([item(6)], (page) => (page === 0 ? 4 : 20)))).toEqual([[], [6]]);
  });

  it("loses and reorders nothing, and overfills no page with blocks that fit one", () => {
    const anyBlock = fc.record({
      height: fc.integer({ min: 1, max: 30 }),
      before: fc.integer({ min: 0, max: 4 }),
      keepsWithNext: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anyBlock, { maxLength: 40 }), fc.integer({ min: 5, max: 40 }), (blocks, room) => {
        const pages = flowBlocks(blocks, () => room);
        expect(pages.flat().map(({ block }) => block)).toEqual(blocks);
        for (const page of pages) {
          expect(page.length).toBeGreaterThan(0);
          const end = page.at(-1)!.y + page.at(-1)!.block.height;
          if (page.length > 1) expect(end).toBeLessThanOrEqual(room);
        }
      }),
    );
  });
});
