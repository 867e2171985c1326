/**
 * Makes a display list cheaper to paint without changing a pixel. Every group with an effect costs a
 * renderer a layer as large as its content, so effects that do nothing go, and clips that cut nothing.
 */

import {
  intersection,
  invert,
  isIdentity,
  isSameRect,
  type Matrix,
  mapRect,
  outset,
  type Rect,
} from "../../base/geometry.ts";
import { keptWith } from "../../base/kept-with.ts";
import { rectangleOf, rectangleOutline } from "../../model/outline.ts";
import type { Clip, Group, Mask, Paint, Path, SceneNode, SceneResources } from "../../model/scene.ts";
import { boundsOf, clipBounds, holds, nodeBounds, touches } from "./bounds.ts";
import { maskAsClip } from "./mask-as-clip.ts";

/**
 * @param visible what the finished picture shows, in the nodes' coordinates
 * @returns nodes that paint the same inside `visible`
 */
export function simplify(
  nodes: readonly SceneNode[],
  visible: Rect,
  resources: SceneResources,
): readonly SceneNode[] {
  return nodes.flatMap((node) => simplifyNode(node, visible, resources));
}

function simplifyNode(node: SceneNode, visible: Rect, resources: SceneResources): readonly SceneNode[] {
  const bounds = nodeBounds(node, resources);
  if (!bounds || !touches(bounds, visible)) return [];
  if (node.kind !== "group") return [node];
  const before = simplified.get(node);
  if (before && isSameRect(before.visible, visible)) return before.nodes;
  const simpler = simplifyGroup(node, visible, resources);
  simplified.set(node, { visible, nodes: simpler });
  return simpler;
}

/** What became of a group when it was last looked at: frames recur from page to page. */
const simplified = keptWith<Group, { readonly visible: Rect; readonly nodes: readonly SceneNode[] }>();

function simplifyGroup(given: Group, visible: Rect, resources: SceneResources): readonly SceneNode[] {
  if (given.opacity <= 0) return [];
  const inverse = invert(given.transform);
  if (!inverse) return [];
  const group = withoutHardMask(withNearFilters(given, inverse, visible));
  const [filter] = group.filters;
  const inside = filter ? filter.region : mapRect(inverse, visible);
  const kept = simplify(group.children, withinClip(group, inside), resources);
  // A filter may flood an empty source, but some renderers skip empty groups.
  const children = kept.length === 0 && filter ? [unseen(filter.region)] : kept;
  if (children.length === 0) return [];
  const simpler: Group = {
    ...group,
    children,
    clip: group.clip && neededClip(group.clip, boundsOf(children, resources), inside),
    mask: group.mask && simplifyMask(group.mask, inside, resources),
  };
  const exposesBlend = !isolates(simpler) && children.some(blendsWithBackdrop);
  if (simpler.clip && exposesBlend) return clipEach(simpler, simpler.clip);
  if (hasEffect(simpler)) {
    const folded = foldOpacity(simpler);
    return folded ? [folded] : [simpler];
  }
  // Isolation matters only to what blends.
  const isolationMatters = simpler.isolated && children.some(blendsWithBackdrop);
  if (isolationMatters) return [simpler];
  return isIdentity(simpler.transform) ? children : [{ ...simpler, isolated: false }];
}

/** A shape that leaves no mark. */
const unseen = (box: Rect): Path => ({
  kind: "path",
  outline: rectangleOutline(box),
  fill: {
    paint: { kind: "solid", color: { rgb: { r: 0, g: 0, b: 0 }, token: null }, alpha: 0 },
    rule: "nonzero",
  },
  stroke: null,
  paintOrder: "fill-first",
  antialias: true,
});

/** A mask isolates, a clip in the Scene does not; so the isolation is kept. */
function withoutHardMask(group: Group): Group {
  const clip = group.mask && maskAsClip(group.mask, group.clip);
  return clip ? { ...group, clip, mask: null, isolated: true } : group;
}

/** How far around the picture a filter can matter, as a part of the picture's larger side. */
const FILTER_REACH = 0.45;

/** Filters see only their region (Filter Effects 1 §4); what of it is far from the picture is left out. */
function withNearFilters(group: Group, inverse: Matrix, visible: Rect): Group {
  if (group.filters.length === 0) return group;
  const reach = FILTER_REACH * Math.max(visible.width, visible.height);
  const near = mapRect(inverse, outset(visible, reach));
  const filters = group.filters.flatMap((filter) => {
    const region = intersection(filter.region, near);
    return region ? [{ ...filter, region }] : [];
  });
  // A filter without a region shows nothing (Filter Effects 1 §9.1).
  return filters.length < group.filters.length
    ? { ...group, filters: [], children: [] }
    : { ...group, filters };
}

function withinClip({ clip, filters }: Group, visible: Rect): Rect {
  const shown = clip && filters.length === 0 ? clipBounds(clip) : null;
  return (shown && intersection(shown, visible)) ?? visible;
}

function simplifyMask(mask: Mask, visible: Rect, resources: SceneResources): Mask {
  const shown = intersection(mask.region, visible);
  return {
    ...mask,
    nodes: shown ? simplify(mask.nodes, shown, resources) : [],
    mask: mask.mask && simplifyMask(mask.mask, visible, resources),
  };
}

const hasEffect = ({ opacity, blend, clip, mask, filters }: Group): boolean =>
  opacity < 1 || blend !== "normal" || clip !== null || mask !== null || filters.length > 0;

/** Whether the group keeps its children's blending to itself, whatever its clip. */
const isolates = ({ opacity, blend, isolated, mask, filters }: Group): boolean =>
  isolated || opacity < 1 || blend !== "normal" || mask !== null || filters.length > 0;

/** Whether something in the node blends with what is painted before the node. */
function blendsWithBackdrop(node: SceneNode): boolean {
  if (node.kind !== "group") return false;
  if (node.blend !== "normal") return true;
  return !isolates(node) && node.children.some(blendsWithBackdrop);
}

/**
 * SVG isolates a clipped group (CSS Compositing 1 §2.2.1), the Scene does not: a child that blends with what
 * is behind the group must carry the clip itself.
 */
function clipEach(group: Group, clip: Clip): readonly SceneNode[] {
  const plain: Group = { ...group, clip: null, transform: [1, 0, 0, 1, 0, 0] };
  const children = group.children.map((child): Group => {
    const blend = child.kind === "group" ? child.blend : "normal";
    const inner: SceneNode = child.kind === "group" ? { ...child, blend: "normal" } : child;
    return { ...plain, clip, blend, children: [inner] };
  });
  return isIdentity(group.transform) ? children : [{ ...plain, transform: group.transform, children }];
}

/** Opacity on a single shape that is painted once is that paint's alpha. */
function foldOpacity(group: Group): SceneNode | null {
  const [child, second] = group.children;
  if (group.opacity >= 1 || !child || second) return null;
  if (group.blend !== "normal" || group.mask || group.filters.length > 0 || group.clip) return null;
  if (child.kind !== "path" && child.kind !== "glyphs") return null;
  if (child.fill && child.stroke) return null;
  const fade = <P extends { readonly paint: Paint }>(painted: P | null): P | null =>
    painted && { ...painted, paint: { ...painted.paint, alpha: painted.paint.alpha * group.opacity } };
  const faded: SceneNode = { ...child, fill: fade(child.fill), stroke: fade(child.stroke) };
  return isIdentity(group.transform) ? faded : { ...group, opacity: 1, isolated: false, children: [faded] };
}

/** The clip without the levels that cut nothing away from `content`, or from what is visible of it. */
function neededClip(clip: Clip, content: Rect | null, visible: Rect): Clip | null {
  const parent = clip.parent && neededClip(clip.parent, content, visible);
  const only = clip.shapes.length === 1 ? clip.shapes[0] : undefined;
  const box = only && !only.clip ? rectangleOf(only.outline, only.transform) : null;
  if (box && ((content && holds(box, content)) || holds(box, visible))) return parent;
  return parent === clip.parent ? clip : { ...clip, parent };
}
