/** Flows blocks of known height into pages: a heading stays with what it heads, and no item stands alone on a last page. */

import type { Mm } from "../base/units.ts";
import type { Block } from "./stack.ts";

export interface FlowBlock extends Block {
  /** White above it, unless it is the first on its page. */
  readonly before: Mm;
  /** Whether it may not be the last on a page: headings. */
  readonly keepsWithNext: boolean;
}

/** A block and its top, from the top of its page's room. */
export interface Flowed<B extends FlowBlock> {
  readonly block: B;
  readonly y: Mm;
}

/** Rounding of sums of heights must not push a block to the next page. */
const ROUNDING = 1e-6;

/**
 * Fills page after page. A block that is higher than a page stands alone on it; blocks that should keep together
 * but are higher than a page part.
 * @param roomOn how much a page holds, by its index from 0
 * @returns one list for each page; none without blocks; the first may be empty
 */
export function flowBlocks<B extends FlowBlock>(
  blocks: readonly B[],
  roomOn: (page: number) => Mm,
): readonly (readonly Flowed<B>[])[] {
  const pages: B[][][] = [];
  for (const unit of unitsOf(blocks)) {
    const fitsOn = (page: number) => heightOf(unit) <= roomOn(page) + ROUNDING;
    // A first page with little room under its opener stays without blocks where the next one holds them.
    if (pages.length === 0 && !fitsOn(0) && fitsOn(1)) pages.push([]);
    const last = pages.at(-1);
    if (last && heightOf([...last.flat(), ...unit]) <= roomOn(pages.length - 1) + ROUNDING) {
      last.push(unit);
    } else if (fitsOn(pages.length)) {
      pages.push([unit]);
    } else {
      for (const block of unit) pages.push([[block]]);
    }
  }
  return withoutWidow(pages, roomOn).map((units) => stack(units.flat()));
}

/** Blocks that must share a page. */
function unitsOf<B extends FlowBlock>(blocks: readonly B[]): readonly B[][] {
  const units: B[][] = [];
  let open = false;
  for (const block of blocks) {
    if (open) units.at(-1)!.push(block);
    else units.push([block]);
    open = block.keepsWithNext;
  }
  return units;
}

/** A page that gives one of its units to the next keeps this many. */
const LEFT_BEHIND = 2;

/** A last page with a single unit takes another one from the page before. */
function withoutWidow<B extends FlowBlock>(
  pages: readonly B[][][],
  roomOn: (page: number) => Mm,
): readonly B[][][] {
  const [last, before] = [pages.at(-1), pages.at(-2)];
  if (!last || !before || last.length > 1 || before.length <= LEFT_BEHIND) return pages;
  const moved = [before.at(-1)!, ...last];
  if (heightOf(moved.flat()) > roomOn(pages.length - 1) + ROUNDING) return pages;
  return [...pages.slice(0, -2), before.slice(0, -1), moved];
}

function heightOf(blocks: readonly FlowBlock[]): Mm {
  const end = stack(blocks).at(-1);
  return end ? end.y + end.block.height : 0;
}

function stack<B extends FlowBlock>(blocks: readonly B[]): readonly Flowed<B>[] {
  let end = 0;
  return blocks.map((block, index) => {
    const y = end + (index === 0 ? 0 : block.before);
    end = y + block.height;
    return { block, y };
  });
}
