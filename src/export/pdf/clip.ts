/** Clips as clipping paths (ISO 32000-1 §8.5.4), or as soft masks where no single path can say them. */

import { compose, contains, intersection, type Matrix, mapRect } from "../../base/geometry.ts";
import { plainGroup } from "../../model/group.ts";
import { outlineBounds } from "../../model/outline.ts";
import type { Clip, ClipShape, FillRule, Mask, Outline, SceneNode } from "../../model/scene.ts";
import { clipBounds } from "./bounds.ts";
import { type Contour, contoursOf } from "./contour.ts";
import { clipVerb, outlineOperators } from "./path.ts";

export interface ClipPlan {
  readonly operators: readonly string[];
  /** What the operators could not say, in the coordinates of the clipped group. */
  readonly mask: Mask | null;
}

/**
 * @param matrix maps the clipped group's coordinates to those of the stream
 * @returns `null` when nothing shows
 */
export function planClip(clip: Clip, matrix: Matrix): ClipPlan | null {
  const outer = clip.parent ? planClip(clip.parent, matrix) : { operators: [], mask: null };
  const region = clipBounds(clip, matrix);
  if (!outer || !region) return null;
  const own = pathOf(clip, matrix);
  if (own) return { operators: [...outer.operators, ...own], mask: outer.mask };
  const nodes = clip.shapes.map(shapeNode);
  const local = clipBounds({ ...clip, parent: null }, [1, 0, 0, 1, 0, 0]);
  return (
    local && { operators: outer.operators, mask: { kind: "alpha", region: local, nodes, mask: outer.mask } }
  );
}

/** The operators of one clip without its parent, or `null` when it needs a mask. */
function pathOf(clip: Clip, matrix: Matrix): readonly string[] | null {
  const shapes = clip.shapes.filter((shape) => shape.outline.coords.length > 0);
  const [only] = shapes;
  if (!only) return null;
  if (shapes.length === 1) {
    const toStream = compose(matrix, only.transform);
    const inner = only.clip ? planClip(only.clip, toStream) : { operators: [], mask: null };
    if (!inner || inner.mask) return null;
    return [...inner.operators, `${outlineOperators(only.outline, toStream)} ${clipVerb(only.rule)}`];
  }
  const rule = unionRule(shapes);
  if (!rule) return null;
  const paths = shapes.map((shape) => outlineOperators(shape.outline, compose(matrix, shape.transform)));
  return [`${paths.join("\n")} ${clipVerb(rule)}`];
}

/**
 * The rule under which the outlines, joined into one path, fill exactly their union; `null` when there is none. Apart
 * from each other they may share any rule. Where they overlap, the nonzero rule gives the union only if all of them
 * wind the same way.
 */
function unionRule(shapes: readonly ClipShape[]): FillRule | null {
  if (shapes.some((shape) => shape.clip)) return null;
  const rules = new Set(shapes.map((shape) => (isOneContour(shape.outline) ? "nonzero" : shape.rule)));
  const [rule] = rules;
  if (rules.size === 1 && areApart(shapes)) return rule!;
  if (rules.size > 1 || rule !== "nonzero") return null;
  const directions = new Set(shapes.map((shape) => direction(shape)));
  return directions.size === 1 && !directions.has(0) ? "nonzero" : null;
}

const isOneContour = ({ verbs }: Outline): boolean => verbs.lastIndexOf("M") === 0;

function areApart(shapes: readonly ClipShape[]): boolean {
  const boxes = shapes.map((shape) => mapRect(shape.transform, outlineBounds(shape.outline)!));
  return boxes.every((box, i) => boxes.slice(i + 1).every((other) => !intersection(box, other)));
}

/** The sign of the winding of everything that a shape fills, or 0 when it is mixed: a contour that turns the other way must be a hole. */
function direction({ outline, transform }: ClipShape): number {
  const contours = contoursOf(outline);
  const main = contours.reduce((largest, contour) =>
    Math.abs(contour.area) > Math.abs(largest.area) ? contour : largest,
  );
  const sign = Math.sign(main.area);
  const isHole = (hole: Contour) =>
    contours.some(({ area, box }) => Math.sign(area) === sign && contains(box, hole.box, 0));
  if (!contours.every((contour) => Math.sign(contour.area) === sign || isHole(contour))) return 0;
  return sign * Math.sign(transform[0] * transform[3] - transform[1] * transform[2]);
}

/** A clip shape as an opaque node, for a mask. */
function shapeNode({ transform, outline, rule, clip }: ClipShape): SceneNode {
  const black = { rgb: { r: 0, g: 0, b: 0 }, token: null };
  const path: SceneNode = {
    kind: "path",
    outline,
    fill: { paint: { kind: "solid", color: black, alpha: 1 }, rule },
    stroke: null,
    paintOrder: "fill-first",
    antialias: true,
  };
  return { ...plainGroup([path], transform), clip };
}

/**
 * A mask that is one opaque white shape is a clip, which every viewer draws faster and sharper; `null` for any other.
 * The result is in the coordinates of the masked group.
 */
export function maskAsClip({ kind, region, nodes, mask }: Mask): Clip | null {
  const shape = mask === null && onlyShape(nodes, [1, 0, 0, 1, 0, 0], kind);
  if (!shape) return null;
  const { x, y, width, height } = region;
  const corners = [x, y, x + width, y, x + width, y + height, x, y + height];
  const window: ClipShape = {
    transform: [1, 0, 0, 1, 0, 0],
    outline: { verbs: "MLLLZ", coords: corners },
    rule: "nonzero",
    clip: null,
  };
  const box = outlineBounds(shape.outline);
  const inside = box && contains(region, mapRect(shape.transform, box), 0);
  return { shapes: [shape], parent: inside ? null : { shapes: [window], parent: null } };
}

function onlyShape(nodes: readonly SceneNode[], matrix: Matrix, kind: Mask["kind"]): ClipShape | null {
  const [node] = nodes;
  if (nodes.length !== 1 || !node) return null;
  if (node.kind === "group") {
    const plain =
      node.opacity === 1 && node.blend === "normal" && !node.clip && !node.mask && !node.filters.length;
    return plain ? onlyShape(node.children, compose(matrix, node.transform), kind) : null;
  }
  if (node.kind !== "path" || node.stroke || node.fill?.paint.kind !== "solid") return null;
  const { color, alpha } = node.fill.paint;
  const { r, g, b } = color.rgb;
  if (alpha < 1 || (kind === "luminance" && r + g + b < 765)) return null;
  return { transform: matrix, outline: node.outline, rule: node.fill.rule, clip: null };
}
