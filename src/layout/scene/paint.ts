/** Fills, strokes, gradients and patterns. */

import { parseHex, type Rgb, toHex } from "../../base/color.ts";
import { foundOnce } from "../../base/found-once.ts";
import { compose, contains, isIdentity, type Rect, rect, translation } from "../../base/geometry.ts";
import { plainGroup } from "../../model/group.ts";
import { rectangleOf } from "../../model/outline.ts";
import type {
  GradientSpread,
  GradientStop,
  Paint,
  SceneColor,
  SceneNode,
  SolidPaint,
  Stroke,
} from "../../model/scene.ts";
import type { SvgElement } from "../svg-tree.ts";
import { number, referenced, type SceneContext } from "./context.ts";
import { readMatrix } from "./transform.ts";

/** Converts the children of a pattern; passed in because nodes hold paints and patterns hold nodes. */
export type ConvertNodes = (elements: readonly SvgElement[], context: SceneContext) => readonly SceneNode[];

const BLACK: Rgb = { r: 0, g: 0, b: 0 };

const readColor = (context: SceneContext, value: string | undefined): SceneColor =>
  solidPaint(context, value ?? "").color;

const paintsOf = foundOnce<SceneContext["tokens"], Map<string, SolidPaint>>(() => new Map());
/** More colours than a campaign's pages have, pictures and all; past it the count starts anew. */
const PAINTS_KEPT = 500;

/** An opaque colour; black for what is none. The same object for the same text. */
export function solidPaint({ tokens }: SceneContext, value: string): SolidPaint {
  const known = paintsOf(tokens);
  let paint = known.get(value);
  if (!paint) {
    const rgb = parseHex(value) ?? BLACK;
    paint = { kind: "solid", color: { rgb, token: tokens.get(toHex(rgb)) ?? null }, alpha: 1 };
    if (known.size >= PAINTS_KEPT) known.clear();
    known.set(value, paint);
  }
  return paint;
}

/**
 * The paint that an attribute names, or `null` for none.
 * @param box the painted outline's box in mm, for paints that are given in its proportions
 */
export function readPaint(
  context: SceneContext,
  value: string | undefined,
  alpha: number,
  box: Rect,
  convert: ConvertNodes,
): Paint | null {
  if (!value || value === "none") return null;
  if (!value.startsWith("url(")) return { kind: "solid", color: readColor(context, value), alpha };
  const server = referenced(context, value);
  switch (server?.name) {
    case "linearGradient":
    case "radialGradient":
      return readGradient(context, server, alpha, box);
    case "pattern":
      return readPattern(context, server, alpha, box, convert);
    default:
      return null;
  }
}

function readGradient(context: SceneContext, element: SvgElement, alpha: number, box: Rect): Paint | null {
  const { attributes } = element;
  const absolute = attributes.gradientUnits === "userSpaceOnUse";
  if (!absolute && (box.width === 0 || box.height === 0)) return null;
  const unit = absolute ? context.unit : 1;
  const own = readMatrix(attributes.gradientTransform, unit);
  const transform = absolute ? own : compose([box.width, 0, 0, box.height, box.x, box.y], own);
  const stops = readStops(context, element);
  if (!stops.length) return null;
  const at = (name: string, fallback: number) => number(attributes[name], fallback) * unit;
  const shared = { stops, spread: (attributes.spreadMethod ?? "pad") as GradientSpread, transform, alpha };
  if (element.name === "linearGradient") {
    return { kind: "linear", x1: at("x1", 0), y1: at("y1", 0), x2: at("x2", 1), y2: at("y2", 0), ...shared };
  }
  const [cx, cy] = [at("cx", 0.5), at("cy", 0.5)];
  return {
    kind: "radial",
    cx,
    cy,
    r: at("r", 0.5),
    fx: attributes.fx === undefined ? cx : at("fx", 0),
    fy: attributes.fy === undefined ? cy : at("fy", 0),
    ...shared,
  };
}

function readStops(context: SceneContext, element: SvgElement): GradientStop[] {
  let last = 0;
  return element.children
    .filter((child) => child.name === "stop")
    .map(({ attributes }) => {
      last = Math.max(last, Math.min(1, number(attributes.offset, 0)));
      return {
        offset: last,
        color: readColor(context, attributes["stop-color"]),
        alpha: number(attributes["stop-opacity"], 1),
      };
    });
}

function readPattern(
  context: SceneContext,
  element: SvgElement,
  alpha: number,
  box: Rect,
  convert: ConvertNodes,
): Paint | null {
  const { attributes } = element;
  const relative = attributes.patternUnits !== "userSpaceOnUse";
  const [unitX, unitY] = relative ? [box.width, box.height] : [context.unit, context.unit];
  const tile = rect(
    number(attributes.x, 0) * unitX + (relative ? box.x : 0),
    number(attributes.y, 0) * unitY + (relative ? box.y : 0),
    number(attributes.width, 0) * unitX,
    number(attributes.height, 0) * unitY,
  );
  if (!(tile.width > 0 && tile.height > 0)) return null;
  const transform = readMatrix(attributes.patternTransform, context.unit);
  const children = convert(element.children, context);
  // satori wraps every background gradient in a pattern of one tile: paint with the gradient itself.
  const whole = isIdentity(transform) && contains(tile, box, BARE) ? unwrap(children, tile, alpha) : null;
  const nodes =
    attributes.patternContentUnits === "objectBoundingBox" && !attributes.viewBox
      ? [plainGroup(children, [box.width, 0, 0, box.height, 0, 0])]
      : children;
  return whole ?? { kind: "pattern", tile, transform, alpha, nodes };
}

/** What layout's rounding may leave bare, mm. */
const BARE = 1e-6;

/** The only child's paint when that child is a rectangle over the whole tile. */
function unwrap(children: readonly SceneNode[], tile: Rect, alpha: number): Paint | null {
  const [child] = children;
  if (children.length !== 1 || child?.kind !== "path" || child.stroke || !child.fill) return null;
  const area = rectangleOf(child.outline);
  if (!area || !contains(area, rect(0, 0, tile.width, tile.height), BARE)) return null;
  const { paint } = child.fill;
  if (paint.kind === "solid") return { ...paint, alpha: paint.alpha * alpha };
  return {
    ...paint,
    alpha: paint.alpha * alpha,
    transform: compose(translation(tile.x, tile.y), paint.transform),
  };
}

/** The stroke of a path, or `null`. Widths in mm. */
export function readStroke(
  context: SceneContext,
  attributes: SvgElement["attributes"],
  box: Rect,
  convert: ConvertNodes,
): Stroke | null {
  const paint = readPaint(context, attributes.stroke, number(attributes["stroke-opacity"], 1), box, convert);
  const width = number(attributes["stroke-width"], 1) * context.unit;
  if (!paint || width <= 0) return null;
  const dash = attributes["stroke-dasharray"];
  return {
    paint,
    width,
    cap: (attributes["stroke-linecap"] ?? "butt") as Stroke["cap"],
    join: readJoin(attributes["stroke-linejoin"]),
    miterLimit: number(attributes["stroke-miterlimit"], 4),
    dash:
      dash && dash !== "none"
        ? dash
            .trim()
            .split(/[\s,]+/)
            .map((part) => number(part, 0) * context.unit)
        : [],
    dashOffset: number(attributes["stroke-dashoffset"], 0) * context.unit,
  };
}

/** SVG 2's `miter-clip` and `arcs` fall back to `miter`. */
const readJoin = (value: string | undefined): Stroke["join"] =>
  value === "round" || value === "bevel" ? value : "miter";
