/** Text that something opaque is painted over: it is in the file, and on no paper. */

import { diagnose } from "../../base/diagnostic.ts";
import { meets, type Rect, union } from "../../base/geometry.ts";
import { isHiddenBy } from "../cover.ts";
import { type Finding, mergeFindings, whereOf } from "../findings.ts";
import type { FrameLeaves, PreflightPage, Rule } from "../page.ts";
import type { TextRun } from "../text-runs.ts";

export const hiddenText: Rule = (page) => {
  const hidden: Finding[] = [];
  for (const frame of page.frames) {
    if (frame.texts.length === 0) continue;
    const above = framesAbove(frame, page);
    for (const text of frame.texts) {
      const cover = coverOver(text, frame, above);
      if (cover !== null) hidden.push({ text, key: cover });
    }
  }
  return mergeFindings(hidden).map(({ findings, frame, text, area }) =>
    diagnose(
      "preflight.hidden-text",
      { frame, text, cover: findings[0]!.key },
      whereOf(page.number, frame, area),
    ),
  );
};

/** Those painted later that meet its texts. */
function framesAbove(own: FrameLeaves, { frames }: PreflightPage): readonly FrameLeaves[] {
  const area = own.texts.reduce<Rect | null>((all, { box }) => union(all, box), null)!;
  const first = frames.indexOf(own) + 1;
  return frames.filter(({ reach }, i) => i >= first && reach !== null && meets(reach, area, 0));
}

/** The name of the frame that hides the text; `null` where all of it may show. */
function coverOver(
  { painted, box }: TextRun,
  own: FrameLeaves,
  above: readonly FrameLeaves[],
): string | null {
  for (let i = painted.index + 1; i < own.leaves.length; i++) {
    if (isHiddenBy(own.leaves[i]!, box)) return own.placed.frame;
  }
  const cover = above.find(({ leaves }) => leaves.some((leaf) => isHiddenBy(leaf, box)));
  return cover?.placed.frame ?? null;
}
