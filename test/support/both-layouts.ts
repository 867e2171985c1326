/** A frame laid out directly and by satori, and how the two scenes differ. */

import { isIdentity, type Point, type Size } from "../../src/base/geometry.ts";
import { layoutDirectly } from "../../src/layout/direct/fragment.ts";
import { createPartCache } from "../../src/layout/direct/parts.ts";
import { OutsideSubset } from "../../src/layout/direct/subset.ts";
import type { LaidOut } from "../../src/layout/fragment.ts";
import { type FrameSurroundings, layoutBySatori } from "../../src/layout/frame.ts";
import { clipRects } from "../../src/model/clip.ts";
import { outlineBounds } from "../../src/model/outline.ts";
import type { ElementNode } from "../../src/model/page-tree.ts";
import type { Outline, SceneNode } from "../../src/model/scene.ts";

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
  if (isOutline(one) && isOutline(other) && one.verbs !== other.verbs) {
    return haveSamePoints(one, other, tolerance) ? null : `${path}: ${one.verbs} and ${other.verbs}`;
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

const isOutline = (value: object): value is Outline => "verbs" in value && "coords" in value;

/** satori begins borders in the middle of a corner, draws sides of no length and some corners in two curves. */
function haveSamePoints(one: Outline, other: Outline, tolerance: number): boolean {
  const { width, height } = outlineBounds(one)!;
  const within = tolerance + (ARC_ERROR * Math.min(width, height)) / 2;
  return isAlong(one, other, within) && isAlong(other, one, within);
}

/** How far a quarter of a circle as one Bézier curve is off, in radii; none is more than half a side. */
const ARC_ERROR = 0.0003;

function isAlong(one: Outline, other: Outline, tolerance: number): boolean {
  const edge = pointsOf(other);
  return pointsOf(one).every((point) =>
    edge.some((from, i) => distanceTo(from, edge[(i + 1) % edge.length]!, point) <= tolerance),
  );
}

/** Enough for a quarter of a circle of a thousand px. */
const CHORDS = 64;

/** Of one closed contour. */
function pointsOf({ verbs, coords }: Outline): readonly Point[] {
  const points: Point[] = [];
  let next = 0;
  const take = (): Point => ({ x: coords[next++]!, y: coords[next++]! });
  for (const verb of verbs.replace("Z", "")) {
    if (verb !== "C") {
      points.push(take());
      continue;
    }
    const curve = [points.at(-1)!, take(), take(), take()] as const;
    for (let chord = 1; chord <= CHORDS; chord++) points.push(onCurve(curve, chord / CHORDS));
  }
  return points;
}

/** Of a cubic Bézier curve. */
function onCurve([a, b, c, d]: readonly [Point, Point, Point, Point], t: number): Point {
  const s = 1 - t;
  const at = (axis: "x" | "y") =>
    s * s * s * a[axis] + 3 * s * s * t * b[axis] + 3 * s * t * t * c[axis] + t * t * t * d[axis];
  return { x: at("x"), y: at("y") };
}

/** From a point to a straight line between two others. */
function distanceTo(from: Point, to: Point, { x, y }: Point): number {
  const [alongX, alongY] = [to.x - from.x, to.y - from.y];
  const length = alongX * alongX + alongY * alongY;
  const part = length === 0 ? 0 : ((x - from.x) * alongX + (y - from.y) * alongY) / length;
  const on = Math.min(1, Math.max(0, part));
  return Math.hypot(from.x + on * alongX - x, from.y + on * alongY - y);
}
