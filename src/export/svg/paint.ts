/** Fills and strokes as SVG presentation attributes (SVG 2 §13) and paint servers (§14). */

import type { Rgb } from "../../base/color.ts";
import { toHex } from "../../base/color.ts";
import { IDENTITY, isIdentity, type Matrix } from "../../base/geometry.ts";
import type {
  Fill,
  GradientStop,
  LinearGradient,
  Paint,
  Pattern,
  RadialGradient,
  Stroke,
} from "../../model/scene.ts";
import type { Definitions } from "./definitions.ts";
import { attribute, element } from "./markup.ts";
import { formatNumber, formatTransform } from "./number.ts";

/** What painting needs from the document being written. */
export interface PaintContext {
  readonly definitions: Definitions;
  /** Of lengths in the painted node's coordinates. */
  readonly decimals: number;
  /** Writes a pattern's tile; `transform` maps pattern coordinates to those of the painted node. */
  readonly patternContent: (pattern: Pattern) => string;
}

/** Black, solid and nonzero are SVG's initial values and are not written. */
export function fillAttributes(fill: Fill | null, context: PaintContext): string {
  if (!fill) return ' fill="none"';
  const { value, alpha } = paintValue(fill.paint, context);
  return (
    (value === "#000" ? "" : attribute("fill", value)) +
    (alpha < 1 ? attribute("fill-opacity", formatNumber(alpha, 4)) : "") +
    (fill.rule === "evenodd" ? ' fill-rule="evenodd"' : "")
  );
}

/** @param unit how many millimetres of the stroke one unit of the element's coordinates is */
export function strokeAttributes(stroke: Stroke | null, context: PaintContext, unit = 1): string {
  if (!stroke) return "";
  const { value, alpha } = paintValue(stroke.paint, context);
  const length = (mm: number) => formatNumber(mm / unit, context.decimals);
  return (
    attribute("stroke", value) +
    (alpha < 1 ? attribute("stroke-opacity", formatNumber(alpha, 4)) : "") +
    attribute("stroke-width", length(stroke.width)) +
    (stroke.cap === "butt" ? "" : attribute("stroke-linecap", stroke.cap)) +
    (stroke.join === "miter" ? "" : attribute("stroke-linejoin", stroke.join)) +
    (stroke.join !== "miter" || stroke.miterLimit === 4
      ? ""
      : attribute("stroke-miterlimit", formatNumber(stroke.miterLimit, 4))) +
    (stroke.dash.length === 0 ? "" : attribute("stroke-dasharray", stroke.dash.map(length).join(" "))) +
    (stroke.dash.length === 0 || stroke.dashOffset === 0
      ? ""
      : attribute("stroke-dashoffset", length(stroke.dashOffset)))
  );
}

function paintValue(paint: Paint, context: PaintContext): { readonly value: string; readonly alpha: number } {
  const { alpha } = paint;
  switch (paint.kind) {
    case "solid":
      return { value: formatColor(paint.color.rgb), alpha };
    case "linear":
      return { value: `url(#${linearGradient(paint, context)})`, alpha };
    case "radial":
      return { value: `url(#${radialGradient(paint, context)})`, alpha };
    case "pattern":
      return { value: `url(#${pattern(paint, context)})`, alpha };
  }
}

function linearGradient(paint: LinearGradient, { definitions, decimals }: PaintContext): string {
  const { x1, y1, x2, y2 } = paint;
  const line = Object.entries({ x1, y1, x2, y2 }).map(([name, at]) =>
    attribute(name, formatNumber(at, decimals)),
  );
  return definitions.define(
    "linearGradient",
    ` gradientUnits="userSpaceOnUse"${line.join("")}${gradientAttributes(paint, decimals)}`,
    stops(paint.stops),
  );
}

function radialGradient(paint: RadialGradient, { definitions, decimals }: PaintContext): string {
  const { cx, cy, r, fx, fy } = paint;
  const focus = fx === cx && fy === cy ? {} : { fx, fy };
  const circle = Object.entries({ cx, cy, r, ...focus }).map(([name, at]) =>
    attribute(name, formatNumber(at, decimals)),
  );
  return definitions.define(
    "radialGradient",
    ` gradientUnits="userSpaceOnUse"${circle.join("")}${gradientAttributes(paint, decimals)}`,
    stops(paint.stops),
  );
}

const gradientAttributes = (
  { spread, transform }: { readonly spread: string; readonly transform: Matrix },
  decimals: number,
): string =>
  (spread === "pad" ? "" : attribute("spreadMethod", spread)) +
  transformAttribute("gradientTransform", transform, decimals);

const stops = (list: readonly GradientStop[]): string =>
  list
    .map(({ offset, color, alpha }) =>
      element(
        "stop",
        attribute("offset", formatNumber(offset, 5)) +
          attribute("stop-color", formatColor(color.rgb)) +
          (alpha < 1 ? attribute("stop-opacity", formatNumber(alpha, 4)) : ""),
      ),
    )
    .join("");

function pattern(paint: Pattern, { definitions, decimals, patternContent }: PaintContext): string {
  const { x, y, width, height } = paint.tile;
  const tile = Object.entries({ x, y, width, height }).map(([name, at]) =>
    attribute(name, formatNumber(at, decimals)),
  );
  return definitions.define(
    "pattern",
    ' patternUnits="userSpaceOnUse"' +
      tile.join("") +
      transformAttribute("patternTransform", paint.transform, decimals),
    patternContent(paint),
  );
}

/** ` name="matrix(…)"`, or nothing for the identity. */
export const transformAttribute = (name: string, transform: Matrix, decimals: number): string =>
  transform === IDENTITY || isIdentity(transform)
    ? ""
    : attribute(name, formatTransform(transform, decimals));

/** `#rrggbb`, or `#rgb` where that is the same. */
function formatColor(rgb: Rgb): string {
  const hex = toHex(rgb);
  return hex[1] === hex[2] && hex[3] === hex[4] && hex[5] === hex[6] ? `#${hex[1]}${hex[3]}${hex[5]}` : hex;
}
