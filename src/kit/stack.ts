/** Blocks of known height in a column. */

import type { Mm } from "../base/units.ts";

export interface Block {
  readonly height: Mm;
}

/** Height of blocks, each followed by a gap. */
export const stackHeight = (blocks: readonly (Block | null)[], gap: Mm): Mm =>
  blocks.reduce((sum, block) => sum + (block ? block.height + gap : 0), 0);

/** Hands out the tops of a column's blocks, one after the other. */
export function column(top: Mm, gap: Mm): (block: Block, gapAfter?: Mm) => Mm {
  let y = top;
  return (block, gapAfter = gap) => {
    const at = y;
    y += block.height + gapAfter;
    return at;
  };
}
