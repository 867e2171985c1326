/** All that the form of a fragment depends on beside the fragment itself: at which scale it is shown, and what of it. */

import { foundOnce } from "../../base/found-once.ts";
import {
  compose,
  IDENTITY,
  intersection,
  invert,
  type Matrix,
  mapRect,
  meanScale,
  type Rect,
  rect,
  union,
} from "../../base/geometry.ts";
import type { Fragment, PlacedFragment, SceneNode } from "../../model/scene.ts";
import type { Placement } from "../../model/sheet.ts";

export interface FragmentView {
  /** Millimetres of the sheet in one of the fragment. */
  readonly scale: number;
  /**
   * The part of its effects that may be seen, in the fragment's coordinates: only that becomes pixels. `null` where it
   * has no effects, and its form is the same wherever it is cut.
   */
  readonly window: Rect | null;
}

export function viewOf(placed: PlacedFragment, { transform, window }: Placement): FragmentView {
  const toSheet = compose(transform, placed.transform);
  const scale = meanScale(toSheet);
  const reach = reachOfEffects(placed.fragment);
  const fromSheet = reach && invert(toSheet);
  if (!fromSheet) return { scale, window: null };
  const shown = placed.clipped ? intersection(mapRect(transform, placed.box), window) : window;
  const seen = shown && intersection(mapRect(fromSheet, shown), reach);
  return { scale, window: seen ? roughly(seen) : rect(reach.x, reach.y, 0, 0) };
}

/** Equal views have equal keys. */
export function viewKey({ scale, window }: FragmentView): string {
  const part = window ? ` ${window.x} ${window.y} ${window.width} ${window.height}` : "";
  return `${scale.toPrecision(9)}${part}`;
}

/** To a tenth of a micrometre, since what is computed on different ways differs by less. */
const roughly = ({ x, y, width, height }: Rect): Rect => {
  const [left, top, right, bottom] = [x, y, x + width, y + height].map((side) => Math.round(side * 1e4));
  return rect(left! / 1e4, top! / 1e4, (right! - left!) / 1e4, (bottom! - top!) / 1e4);
};

/** The rectangle around the regions of all filters, in the fragment's coordinates; `null` for no filters. */
const reachOfEffects = foundOnce(({ nodes }: Fragment) => reachIn(nodes, IDENTITY));

/** Tiles of patterns do not count: any part of them shows somewhere. */
function reachIn(nodes: readonly SceneNode[], matrix: Matrix): Rect | null {
  let around: Rect | null = null;
  for (const node of nodes) {
    if (node.kind !== "group") continue;
    const inner = compose(matrix, node.transform);
    for (const { region } of node.filters) around = union(around, mapRect(inner, region));
    for (let mask = node.mask; mask; mask = mask.mask) around = union(around, reachIn(mask.nodes, inner));
    around = union(around, reachIn(node.children, inner));
  }
  return around;
}
