/** Groups: clips, masks, opacity, blending and isolation (ISO 32000-1 §8.5.4, §11.4, §11.6). */

import {
  compose,
  IDENTITY,
  intersection,
  type Matrix,
  meanScale,
  type Rect,
  scaling,
} from "../../base/geometry.ts";
import type { Clip, Group, Mask, SceneNode, SceneResources } from "../../model/scene.ts";
import { type Art, artIn } from "./art.ts";
import { clipBounds, nodeBounds, nodesBounds } from "./bounds.ts";
import { maskAsClip, planClip } from "./clip.ts";
import { Content } from "./content.ts";
import type { ArtOf } from "./document.ts";
import { type Effects, NO_EFFECTS } from "./effects.ts";
import { paintFiltered } from "./filtered.ts";
import { addForm, boxAround, paintForm, placeShared, sharedForm, softMask } from "./form.ts";
import { paintImage } from "./place-image.ts";
import { paintPath, paintRun } from "./shape.ts";

/** Paints a display list; `matrix` maps its coordinates to those of the stream. */
export function paintNodes(
  content: Content,
  nodes: readonly SceneNode[],
  matrix: Matrix,
  effects: Effects = NO_EFFECTS,
): void {
  for (const node of nodes) {
    if (node.kind === "path") paintPath(content, node, matrix, effects);
    else if (node.kind === "glyphs") paintRun(content, node, matrix, effects);
    else if (node.kind === "image") paintImage(content, node, matrix, effects);
    else paintGroup(content, node, matrix, effects);
  }
}

function paintGroup(content: Content, group: Group, matrix: Matrix, outer: Effects): void {
  const opacity = outer.opacity * group.opacity;
  if (opacity <= 0) return;
  const { artOf } = content;
  const art = artOf && opacity === 1 && outer.blend === "normal" ? artIn(group) : null;
  if (artOf && art) {
    shareArt(content, group, art, matrix, artOf);
    return;
  }
  const effects: Effects = { opacity, blend: group.blend === "normal" ? outer.blend : group.blend };
  const inner = compose(matrix, group.transform);
  const { clip, mask } = clipOf(group);
  const plan = clip ? planClip(clip, inner) : { operators: [], mask: null };
  if (!plan) return;
  const clipped = plan.operators.length > 0;
  if (clipped) {
    content.save();
    for (const operator of plan.operators) content.push(operator);
  }
  paintComposited(content, group, inner, effects, both(mask, plan.mask), clip && clipBounds(clip, inner));
  if (clipped) content.restore();
}

/** A drawing as a form in its own place and the stream's measure, so that it is the same form wherever it stands. */
function shareArt(
  content: Content,
  group: Group,
  { viewport, nodes }: Art,
  matrix: Matrix,
  artOf: ArtOf,
): void {
  const { assets, perMm } = content;
  const still: Group = { ...group, transform: IDENTITY };
  const toStream = compose(matrix, group.transform);
  const scale = meanScale(toStream);
  const bbox = scale > 0 ? nodeBounds(still, scaling(scale), assets) : null;
  if (!bbox) return;
  const place = JSON.stringify([scale, perMm, group.clip, { ...viewport, children: null }]);
  const form = artOf(nodes, place, (own) => {
    const around = new Content(own, assets, IDENTITY, "color");
    around.perMm = perMm;
    return sharedForm(around, boxAround(bbox), assets, (inner) =>
      paintGroup(inner, still, scaling(scale), NO_EFFECTS),
    );
  });
  placeShared(content, form, compose(toStream, scaling(1 / scale)));
}

/** The group's clip and mask, a mask that is only a shape counted as a clip. */
function clipOf({ clip, mask }: Group): { clip: Clip | null; mask: Mask | null } {
  const shape = mask && maskAsClip(mask);
  if (!shape) return { clip, mask };
  return { clip: clip ? within(shape, clip) : shape, mask: null };
}

/** A clip whose outermost parent is another clip. */
const within = (clip: Clip, outermost: Clip): Clip => ({
  shapes: clip.shapes,
  parent: clip.parent ? within(clip.parent, outermost) : outermost,
});

/** Two masks that act one through the other. */
function both(mask: Mask | null, other: Mask | null): Mask | null {
  if (!mask || !other) return mask ?? other;
  return { ...mask, mask: both(mask.mask, other) };
}

/** Paints what is in a group, as a whole (a transparency group) only where that makes a difference. */
function paintComposited(
  content: Content,
  group: Group,
  matrix: Matrix,
  effects: Effects,
  mask: Mask | null,
  window: Rect | null,
): void {
  const plain = effects.opacity === 1 && effects.blend === "normal" && !mask;
  const apart = plain
    ? !(group.isolated && blends(group.children))
    : isSeparable(group, matrix, content.assets, mask);
  if (apart) {
    if (mask) {
      content.save();
      content.push(softMask(content, mask, matrix));
    }
    paintInside(content, group, matrix, effects);
    if (mask) content.restore();
    return;
  }
  const around =
    group.filters.length > 0
      ? nodeBounds(unclipped(group), matrix, content.assets)
      : nodesBounds(group.children, matrix, content.assets);
  const bbox = around && window ? intersection(around, window) : around;
  if (!bbox) return;
  const form = addForm(
    content,
    { bbox: boxAround(bbox), group: true, mode: content.mode, assets: content.assets },
    (target) => paintInside(target, group, matrix, NO_EFFECTS),
  );
  content.save();
  if (mask) content.push(softMask(content, mask, matrix));
  content.compositing(effects.opacity, effects.opacity, effects.blend);
  paintForm(content, form);
  content.restore();
}

function paintInside(content: Content, group: Group, matrix: Matrix, effects: Effects): void {
  if (group.filters.length > 0) paintFiltered(content, group, matrix, effects, paintNodes);
  else paintNodes(content, group.children, matrix, effects);
}

const unclipped = (group: Group): Group => ({ ...group, transform: [1, 0, 0, 1, 0, 0], clip: null });

/** Whether anything blends with what is behind it, as far as no isolated group keeps that inside. */
const blends = (nodes: readonly SceneNode[]): boolean =>
  nodes.some(
    (node) =>
      node.kind === "group" && (node.blend !== "normal" || (!isIsolated(node) && blends(node.children))),
  );

const isIsolated = (group: Group): boolean =>
  group.isolated || group.opacity < 1 || group.mask !== null || group.filters.length > 0;

/** More leaves than this are not worth comparing with each other. */
const MOST_LEAVES = 16;

/**
 * Whether painting each leaf with the group's opacity, blend mode and mask gives the same picture as painting them
 * as a whole: each leaf is one painting operation and none touches another.
 */
function isSeparable(group: Group, matrix: Matrix, assets: SceneResources, mask: Mask | null): boolean {
  if (group.filters.length > 0) return false;
  const leaves: Rect[] = [];
  if (!collectLeaves(group.children, matrix, assets, mask !== null, leaves)) return false;
  return leaves.every((leaf, i) => leaves.slice(i + 1).every((other) => !intersection(leaf, other)));
}

/** Adds the bounds of all leaves; false when one of them is not a single plain painting operation. */
function collectLeaves(
  nodes: readonly SceneNode[],
  matrix: Matrix,
  assets: SceneResources,
  masked: boolean,
  leaves: Rect[],
): boolean {
  for (const node of nodes) {
    if (node.kind === "group") {
      if (node.blend !== "normal" || node.mask || node.clip || node.filters.length > 0) return false;
      if (!collectLeaves(node.children, compose(matrix, node.transform), assets, masked, leaves))
        return false;
      continue;
    }
    if (node.kind !== "image") {
      if (node.fill && node.stroke) return false;
      // A soft mask of its own would take the place of the group's.
      const paint = (node.fill ?? node.stroke)?.paint;
      if (masked && paint && paint.kind !== "solid") return false;
    }
    const bounds = nodeBounds(node, matrix, assets);
    if (bounds) leaves.push(bounds);
    if (leaves.length > MOST_LEAVES) return false;
  }
  return true;
}
