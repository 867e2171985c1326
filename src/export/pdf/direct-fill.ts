/**
 * Fills that are painted through a clip instead of with a pattern colour: crisper in every viewer, and text inside a
 * tile stays text.
 */

import {
  apply,
  compose,
  contains,
  inset,
  invert,
  type Matrix,
  mapRect,
  type Rect,
  rect,
  translation,
} from "../../base/geometry.ts";
import { soleStop } from "../../model/gradient.ts";
import { rectangleOf } from "../../model/outline.ts";
import type { Paint, Path, Pattern, SceneNode } from "../../model/scene.ts";
import type { Content } from "./content.ts";
import { isSmooth, withRoom } from "./gradient.ts";
import { fineMatrix } from "./number.ts";
import { alphaOf, gradientOperators } from "./paint.ts";

export interface DirectFill {
  readonly alpha: number;
  readonly softMask: string | null;
  /** Covers at least the bounds that it was asked for. */
  draw(content: Content): void;
}

/**
 * `null` when the paint is better set as a colour.
 * @param matrix maps the painted node's coordinates to those of the stream
 * @param bounds what is painted, in the stream's coordinates
 */
export function directFill(content: Content, paint: Paint, matrix: Matrix, bounds: Rect): DirectFill | null {
  if (paint.kind === "solid") return null;
  if (paint.kind === "pattern") {
    const toTile = tileAround(paint, matrix, bounds);
    if (!toTile) return null;
    return {
      alpha: paint.alpha,
      softMask: null,
      draw: (inner) => inner.pdf.paintNodes(inner, paint.nodes, toTile),
    };
  }
  const toStream = compose(matrix, paint.transform);
  const fromStream = invert(toStream);
  if (!fromStream || paint.stops.length === 0) return null;
  const area = withRoom(mapRect(fromStream, bounds));
  if (soleStop(paint, area)) return null;
  if (content.patternBase && isSmooth(paint, area)) return null;
  return {
    ...alphaOf(content, paint, toStream, area, bounds),
    draw(inner) {
      inner.push(`q ${fineMatrix(toStream)} cm`);
      inner.push(gradientOperators(inner, paint, area, inner.colors.channel(paint.stops)));
      inner.push("Q");
    },
  };
}

/** A pattern whose tile is one filled rectangle over all that is painted is that rectangle's own paint. */
export function simplifyPaint(paint: Paint, matrix: Matrix, boundsOf: () => Rect): Paint {
  if (paint.kind !== "pattern") return paint;
  const bounds = boundsOf();
  const toTile = tileAround(paint, matrix, bounds);
  const only = toTile && onlyPath(paint.nodes, toTile);
  if (!only?.path.fill || only.path.stroke) return paint;
  const { outline, fill } = only.path;
  const box = rectangleOf(outline);
  if (!box) return paint;
  if (only.toStream[1] !== 0 || only.toStream[2] !== 0 || !holds(mapRect(only.toStream, box), bounds))
    return paint;
  const inner = simplifyPaint(fill.paint, only.toStream, boundsOf);
  const alpha = inner.alpha * paint.alpha;
  if (inner.kind === "solid") return { ...inner, alpha };
  const back = invert(matrix);
  return back
    ? { ...inner, alpha, transform: compose(back, compose(only.toStream, inner.transform)) }
    : paint;
}

/** Maps the nodes of the one tile that holds all of `bounds` to the stream; `null` when several tiles show. */
function tileAround(pattern: Pattern, matrix: Matrix, bounds: Rect): Matrix | null {
  const toStream = compose(matrix, pattern.transform);
  const fromStream = invert(toStream);
  const { tile } = pattern;
  if (!fromStream || tile.width <= 0 || tile.height <= 0) return null;
  const painted = mapRect(fromStream, bounds);
  const middle = apply(fromStream, { x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 });
  const x = Math.floor((middle.x - tile.x) / tile.width) * tile.width;
  const y = Math.floor((middle.y - tile.y) / tile.height) * tile.height;
  const placed = rect(tile.x + x, tile.y + y, tile.width, tile.height);
  return holds(placed, painted) ? compose(toStream, translation(placed.x, placed.y)) : null;
}

/** The path that a list comes down to, through groups that only move it. */
function onlyPath(nodes: readonly SceneNode[], toStream: Matrix): { path: Path; toStream: Matrix } | null {
  const [node] = nodes;
  if (nodes.length !== 1 || !node) return null;
  if (node.kind === "path") return { path: node, toStream };
  if (node.kind !== "group" || node.opacity < 1 || node.blend !== "normal") return null;
  if (node.clip || node.mask || node.filters.length > 0) return null;
  return onlyPath(node.children, compose(toStream, node.transform));
}

/** Rounding in layout may leave a tile this much short of its box, as a part of the box. */
const SLACK = 1e-3;

function holds(outer: Rect, inner: Rect): boolean {
  const [x, y] = [inner.width * SLACK, inner.height * SLACK];
  return contains(outer, inset(inner, { top: y, right: x, bottom: y, left: x }), 0);
}
