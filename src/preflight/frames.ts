/** The frames of a scene with what they paint. */

import { type Rect, union } from "../base/geometry.ts";
import type { Scene } from "../model/scene.ts";
import { reachOf } from "./color-at.ts";
import type { FrameLeaves } from "./page.ts";
import { type PaintedInFrame, walkPlaced } from "./walk.ts";

export const framesOf = ({ fragments, resources }: Scene): readonly FrameLeaves[] =>
  fragments.map((placed) => {
    const leaves = walkPlaced(placed, resources);
    let reach = reaches.get(leaves);
    if (reach === undefined) {
      reach = leaves.reduce<Rect | null>((all, leaf) => union(all, reachOf(leaf)), null);
      reaches.set(leaves, reach);
    }
    return { placed, leaves, reach };
  });

const reaches = new WeakMap<readonly PaintedInFrame[], Rect | null>();
