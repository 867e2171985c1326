/**
 * Inline SVGs of nothing but filled rectangles and paths of straight lines and cubic curves, read without usvg: QR
 * codes, labels and grounds are new on every row of a print run.
 */

import { filledPath } from "../../model/group.ts";
import { Mosaic, mosaicOutline } from "../../model/mosaic.ts";
import { rectangleOutline } from "../../model/outline.ts";
import type { ChildNode, ElementNode } from "../../model/page-tree.ts";
import type { Outline, SceneNode } from "../../model/scene.ts";
import type { SceneContext } from "../scene/context.ts";
import { solidPaint } from "../scene/paint.ts";
import { readPath } from "./path-data.ts";

/** Its shapes in the units of its view box, as usvg would have them; `null` when usvg has to read it. */
export function plainShapes({ props }: ElementNode, context: SceneContext): readonly SceneNode[] | null {
  for (const name in props) if (!OWN.has(name)) return null;
  const { children = [] } = props;
  if (typeof children !== "object") return null;
  const list: readonly ChildNode[] = "type" in children ? [children] : children;
  const nodes: SceneNode[] = [];
  for (const child of list) {
    const node = typeof child === "object" ? shapeOf(child, context) : null;
    if (!node) return null;
    nodes.push(node);
  }
  return nodes;
}

const OWN = new Set(["viewBox", "width", "height", "style", "children"]);
const KNOWN: Readonly<Record<string, ReadonlySet<string>>> = {
  rect: new Set(["x", "y", "width", "height", "fill"]),
  path: new Set(["d", "fill", "fill-rule"]),
};
const HEX = /^#[0-9a-f]{6}$/i;

function shapeOf({ type, props }: ElementNode, context: SceneContext): SceneNode | null {
  const known = KNOWN[type];
  if (!known) return null;
  for (const name in props) if (!known.has(name)) return null;
  const { fill, "fill-rule": rule = "nonzero" } = props;
  if (typeof fill !== "string" || !HEX.test(fill)) return null;
  if (rule !== "nonzero" && rule !== "evenodd") return null;
  const outline = type === "rect" ? rectangleOf(props) : pathOutline(props.d);
  if (!outline) return null;
  return filledPath(outline, { paint: solidPaint(context, fill), rule });
}

const pathOutline = (d: unknown): Outline | null =>
  d instanceof Mosaic ? mosaicOutline(d) : readPath(String(d ?? ""));

function rectangleOf({ x = 0, y = 0, width, height }: ElementNode["props"]): Outline | null {
  const [left, top, w, h] = [x, y, width, height].map(Number) as [number, number, number, number];
  if (![left, top, w, h].every(Number.isFinite) || w <= 0 || h <= 0) return null;
  return rectangleOutline({ x: left, y: top, width: w, height: h });
}
