/** What the overlays show of a page without measuring anything anew. */

import { meanScale } from "../../base/geometry.ts";
import { grid } from "../../kit/grid.ts";
import { foldsOn } from "../../model/fold.ts";
import type { ResolvedJob } from "../../model/job.ts";
import type { Frame, PageTree } from "../../model/page-tree.ts";
import type { PlacedFragment, Scene } from "../../model/scene.ts";
import { textsOn } from "../../preflight/open-page.ts";
import type { StageFrame, StagePage } from "../shared/wire.ts";
import type { Places } from "./places.ts";

/** @param number 0-based: backs show folds mirrored */
export function pageFacts(
  page: PageTree,
  scene: Scene,
  { format }: Pick<ResolvedJob, "format">,
  number: number,
  places: Places,
): StagePage {
  const { trim, bleedBox, safe } = scene.geometry;
  const { box, baseline } = grid({ geometry: scene.geometry });
  const bottoms = textBottoms(scene);
  return {
    trim,
    bleedBox,
    safe,
    shape: format.shape,
    wrap: format.wrap,
    folds: foldsOn(format.folds, number, trim.width),
    covered: format.covered,
    baseline,
    box,
    frames: scene.fragments.flatMap((placed) => {
      const frame = page.frames.find(({ name }) => name === placed.frame);
      return frame ? [frameFacts(frame, placed, bottoms.get(placed.frame) ?? null, places)] : [];
    }),
  };
}

function frameFacts(
  frame: Frame,
  { box, role, transform, fragment }: PlacedFragment,
  bottom: number | null,
  places: Places,
): StageFrame {
  return {
    name: frame.name,
    role,
    box,
    scale: meanScale(transform),
    fit: frame.fit,
    variant: fragment.variant + 1,
    variants: frame.variants.length,
    overflow: fragment.overflow,
    filled: bottom === null ? null : (bottom - box.y) / box.height,
    source: places.inTemplate(frame.source),
  };
}

/** How far down the text of each frame reaches, mm from the trim's top. */
function textBottoms(scene: Scene): ReadonlyMap<string, number> {
  const bottoms = new Map<string, number>();
  for (const { box, painted } of textsOn(scene)) {
    const { frame } = painted.placed;
    bottoms.set(frame, Math.max(bottoms.get(frame) ?? Number.NEGATIVE_INFINITY, box.y + box.height));
  }
  return bottoms;
}
