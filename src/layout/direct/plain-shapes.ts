/**
 * Inline SVGs of nothing but filled rectangles and paths of straight lines and cubic curves, read without usvg: QR
 * codes, labels and grounds are new on every row of a print run.
 */

import { rectangleOutline } from "../../model/outline.ts";
import type { ChildNode, ElementNode } from "../../model/page-tree.ts";
import type { Fill, Outline, SceneNode } from "../../model/scene.ts";
import type { SceneContext } from "../scene/context.ts";
import { readColor } from "../scene/paint.ts";

/** Its shapes in the units of its view box, as usvg would have them; `null` when usvg has to read it. */
export function plainShapes({ props }: ElementNode, context: SceneContext): readonly SceneNode[] | null {
  const { children = [], style: _, ...attributes } = props;
  if (Object.keys(attributes).some((name) => !SIZE.has(name)) || typeof children !== "object") return null;
  const list: readonly ChildNode[] = "type" in children ? [children] : children;
  const nodes: SceneNode[] = [];
  for (const child of list) {
    const node = typeof child === "object" ? shapeOf(child, context) : null;
    if (!node) return null;
    nodes.push(node);
  }
  return nodes;
}

const SIZE = new Set(["viewBox", "width", "height"]);
const KNOWN: Readonly<Record<string, ReadonlySet<string>>> = {
  rect: new Set(["x", "y", "width", "height", "fill"]),
  path: new Set(["d", "fill", "fill-rule"]),
};
const HEX = /^#[0-9a-f]{6}$/i;

function shapeOf({ type, props }: ElementNode, context: SceneContext): SceneNode | null {
  const known = KNOWN[type];
  const { fill } = props;
  if (!known || Object.keys(props).some((name) => !known.has(name))) return null;
  if (typeof fill !== "string" || !HEX.test(fill)) return null;
  const outline = type === "rect" ? rectangleOf(props) : readPath(String(props.d ?? ""));
  const rule = props["fill-rule"] ?? "nonzero";
  if (!outline || (rule !== "nonzero" && rule !== "evenodd")) return null;
  const paint: Fill["paint"] = { kind: "solid", color: readColor(context, fill), alpha: 1 };
  return {
    kind: "path",
    outline,
    fill: { paint, rule },
    stroke: null,
    paintOrder: "fill-first",
    antialias: true,
  };
}

function rectangleOf({ x = 0, y = 0, width, height }: ElementNode["props"]): Outline | null {
  const [left, top, w, h] = [x, y, width, height].map(Number) as [number, number, number, number];
  if (![left, top, w, h].every(Number.isFinite) || w <= 0 || h <= 0) return null;
  return rectangleOutline({ x: left, y: top, width: w, height: h });
}

const TOKEN = /[a-z]|-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi;
const UNKNOWN = /[^MmLlHhVvCcZz\d\s,.\-+e]/;

/** SVG 1.1 §8.3; `null` for what is no closed outline of these commands. */
export function readPath(data: string): Outline | null {
  if (UNKNOWN.test(data)) return null;
  const tokens = data.match(TOKEN) ?? [];
  let verbs = "";
  const coords: number[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  let command = "";
  let at = 0;
  const isNumber = () => at < tokens.length && !/[a-z]/i.test(tokens[at]![0]!);
  const number = () => (isNumber() ? Number(tokens[at++]) : Number.NaN);
  const add = (verb: string, ...points: number[]) => {
    verbs += verb;
    coords.push(...points);
    [x, y] = points.slice(-2) as [number, number];
  };
  while (at < tokens.length) {
    if (!isNumber()) command = tokens[at++]!;
    // More pairs after a move are lines.
    else if (command === "M") command = "L";
    else if (command === "m") command = "l";
    const isRelative = command === command.toLowerCase();
    const [fromX, fromY] = isRelative ? [x, y] : [0, 0];
    if (verbs.endsWith("Z") && command.toUpperCase() !== "M") return null;
    switch (command.toUpperCase()) {
      case "M":
        add("M", fromX + number(), fromY + number());
        [startX, startY] = [x, y];
        break;
      case "L":
        add("L", fromX + number(), fromY + number());
        break;
      case "H":
        add("L", fromX + number(), y);
        break;
      case "V":
        add("L", x, fromY + number());
        break;
      case "C": {
        const points = [number(), number(), number(), number(), number(), number()];
        add("C", ...points.map((value, i) => value + (i % 2 === 0 ? fromX : fromY)));
        break;
      }
      case "Z":
        if (isNumber()) return null;
        verbs += "Z";
        [x, y] = [startX, startY];
        break;
      default:
        return null;
    }
  }
  return CLOSED.test(verbs) && coords.every(Number.isFinite) ? { verbs, coords } : null;
}

/** usvg leaves out contours without a line, and what they leave open differs with what comes next. */
const CLOSED = /^(?:M[LC]{2,}Z)+$/;
