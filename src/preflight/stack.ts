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
  for (const { leaves } of below) addNear(found, leaves, 0, leaves.length, area, margin);
  addNear(found, own.leaves, 0, leaf.index, area, margin);
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
  const found: PaintedInFrame[] = [];
  addNear(found, own.leaves, leaf.index + 1, own.leaves.length, area, margin);
  for (let i = frames.indexOf(own) + 1; i < frames.length; i++) {
    const frame = frames[i]!;
    if (isNear(frame, area, margin)) addNear(found, frame.leaves, 0, frame.leaves.length, area, margin);
  }
  return found;
}

function addNear(
  found: PaintedInFrame[],
  leaves: readonly PaintedInFrame[],
  start: number,
  end: number,
  area: Rect,
  margin: number,
): void {
  for (let i = start; i < end; i++) if (isNear(leaves[i]!, area, margin)) found.push(leaves[i]!);
}

const isNear = ({ reach }: { readonly reach: Rect | null }, area: Rect, margin: number): boolean =>
  reach !== null && meets(reach, area, margin);
