/** What of a page lies under or over one of its leaves. */

import { meets, type Rect } from "../base/geometry.ts";
import type { FrameLeaves, PreflightPage } from "./page.ts";
import type { PaintedInFrame } from "./walk.ts";

/** The frames behind a frame that come nearer to an area than `margin`, back to front. */
export function framesBelow(
  own: FrameLeaves,
  { frames }: PreflightPage,
  area: Rect,
  margin: number,
): readonly FrameLeaves[] {
  const below: FrameLeaves[] = [];
  for (const frame of frames) {
    if (frame === own) break;
    if (isNear(frame, area, margin)) below.push(frame);
  }
  return below;
}

/** The leaves of those frames, and of the leaf's own frame those before it, that come as near; back to front. */
export function leavesBelow(
  leaf: PaintedInFrame,
  own: FrameLeaves,
  below: readonly FrameLeaves[],
  area: Rect,
  margin: number,
): readonly PaintedInFrame[] {
  const found: PaintedInFrame[] = [];
  const look = (leaves: readonly PaintedInFrame[], end: number) => {
    for (let i = 0; i < end; i++) if (isNear(leaves[i]!, area, margin)) found.push(leaves[i]!);
  };
  for (const { leaves } of below) look(leaves, leaves.length);
  look(own.leaves, leaf.index);
  return found;
}

/** What is painted after a leaf and comes as near, back to front. */
export function leavesAbove(
  leaf: PaintedInFrame,
  own: FrameLeaves,
  { frames }: PreflightPage,
  area: Rect,
  margin: number,
): readonly PaintedInFrame[] {
  const above = frames.slice(frames.indexOf(own) + 1).filter((frame) => isNear(frame, area, margin));
  return [...own.leaves.slice(leaf.index + 1), ...above.flatMap(({ leaves }) => leaves)].filter((other) =>
    isNear(other, area, margin),
  );
}

const isNear = ({ reach }: { readonly reach: Rect | null }, area: Rect, margin: number): boolean =>
  reach !== null && meets(reach, area, margin);
