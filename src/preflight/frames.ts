/** The frames of a scene with what they paint. */

import { type Rect, union } from "../base/geometry.ts";
import { keptWith } from "../base/kept-with.ts";
import type { PlacedFragment, Scene, SceneResources } from "../model/scene.ts";
import type { FrameLeaves } from "./page.ts";
import { textRuns } from "./text-runs.ts";
import { walkPlaced } from "./walk.ts";

const known = keptWith<PlacedFragment, FrameLeaves>();

/** A placed fragment that several scenes hold gives the same object in each. */
export const framesOf = ({ fragments, resources }: Scene): readonly FrameLeaves[] =>
  fragments.map((placed) => {
    let frame = known.get(placed);
    if (!frame) {
      frame = takeApart(placed, resources);
      known.set(placed, frame);
    }
    return frame;
  });

function takeApart(placed: PlacedFragment, resources: SceneResources): FrameLeaves {
  const leaves = walkPlaced(placed, resources);
  let reach: Rect | null = null;
  for (const leaf of leaves) reach = union(reach, leaf.reach);
  const hasPictures = leaves.some(({ node }) => node.kind === "image");
  return { placed, leaves, texts: textRuns(leaves), reach, hasPictures };
}
