/** A frame laid out directly and by satori, and how the two scenes differ. */

import { isIdentity, type Size } from "../../src/base/geometry.ts";
import { layoutDirectly } from "../../src/layout/direct/fragment.ts";
import { createPartCache } from "../../src/layout/direct/parts.ts";
import { OutsideSubset } from "../../src/layout/direct/subset.ts";
import type { LaidOut } from "../../src/layout/fragment.ts";
import { type FrameSurroundings, layoutBySatori } from "../../src/layout/frame.ts";
import { clipRects } from "../../src/model/clip.ts";
import type { ElementNode } from "../../src/model/page-tree.ts";
import type { SceneNode } from "../../src/model/scene.ts";

export interface Comparison {
  /** The first difference, or `null` when both draw the same. */
  readonly difference: string | null;
  /** Why only satori can lay it out, or `null`. */
  readonly outside: string | null;
}

/**
 * Layout px by which numbers may differ: glyph places come back from satori through marks that it rounds to tenths.
 * On A5 it is 0.006 mm.
 */
const TOLERANCE_PX = 0.2;

const parts = createPartCache();

/** @param size mm */
export async function compareLayouts(
  element: ElementNode,
  { width, height }: Size,
  around: Omit<FrameSurroundings, "cache">,
): Promise<Comparison> {
  const { pxPerMm } = around;
  const size = { width: width * pxPerMm, height: height * pxPerMm };
  try {
    const direct = await layoutDirectly({ ...around, ...size, frame: "khung", element, parts });
    const bySatori = await layoutBySatori("khung", element, size, around);
    return {
      difference: differenceOf(facts(direct), facts(bySatori), TOLERANCE_PX / pxPerMm, ""),
      outside: null,
    };
  } catch (thrown) {
    if (!(thrown instanceof OutsideSubset)) throw thrown;
    return { difference: null, outside: thrown.message };
  }
}

const facts = ({ nodes, overflow, fonts, images, diagnostics }: LaidOut) => ({
  nodes: nodes.flatMap(withoutIdleClips),
  overflow,
  fonts: [...fonts.keys()].sort(),
  images: [...images.keys()].sort(),
  codes: diagnostics.map(({ code }) => code),
});

/** satori clips a picture to its box, which the picture does itself: rounding leaves some of those clips standing. */
function withoutIdleClips(node: SceneNode): readonly SceneNode[] {
  if (node.kind !== "group") return [node];
  const children = node.children.flatMap(withoutIdleClips);
  const [only] = children;
  const isIdle =
    children.length === 1 &&
    only?.kind === "group" &&
    isIdentity(node.transform) &&
    isIdentity(only.transform) &&
    clipRects(node.clip)?.length === 1 &&
    clipRects(only.clip)?.length === 1 &&
    differenceOf(clipRects(node.clip), clipRects(only.clip), 0.05, "") === null;
  return isIdle ? children : [{ ...node, children }];
}

function differenceOf(one: unknown, other: unknown, tolerance: number, path: string): string | null {
  if (typeof one === "number" && typeof other === "number") {
    return Math.abs(one - other) <= tolerance ? null : `${path}: ${one} and ${other}`;
  }
  if (one === null || other === null || typeof one !== "object" || typeof other !== "object") {
    return one === other ? null : `${path}: ${String(one)} and ${String(other)}`;
  }
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  for (const key of keys) {
    const found = differenceOf(
      (one as Record<string, unknown>)[key],
      (other as Record<string, unknown>)[key],
      tolerance,
      `${path}.${key}`,
    );
    if (found) return found;
  }
  return null;
}
