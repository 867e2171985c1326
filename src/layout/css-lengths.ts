/** Turns a template's millimetres into the px of a layout. */

import { CSS_PPI, MM_PER_INCH, PT_PER_INCH } from "../base/units.ts";
import type { ChildNode, ElementNode } from "../model/page-tree.ts";

/** CSS properties whose plain numbers are not lengths. */
const UNITLESS = new Set([
  "aspectRatio",
  "columnCount",
  "fillOpacity",
  "flex",
  "flexGrow",
  "flexShrink",
  "floodOpacity",
  "fontWeight",
  "gridColumn",
  "gridColumnEnd",
  "gridColumnStart",
  "gridRow",
  "gridRowEnd",
  "gridRowStart",
  "lineClamp",
  "lineHeight",
  "opacity",
  "order",
  "scale",
  "stopOpacity",
  "strokeOpacity",
  "WebkitLineClamp",
  "zIndex",
]);

const MM_PER: Readonly<Record<string, number>> = {
  mm: 1,
  cm: 10,
  in: MM_PER_INCH,
  pt: MM_PER_INCH / PT_PER_INCH,
  px: MM_PER_INCH / CSS_PPI,
};

const LENGTH = /(?<![\w#.-])(-?(?:\d+\.?\d*|\.\d+))(mm|cm|in|pt|px)\b/g;

/**
 * The tree with every length in px.
 * @param pxPerMm the layout's resolution
 * @param source what an `<img src>` becomes, for pictures that are given by name
 */
export function toLayoutPx(node: ElementNode, pxPerMm: number, source: (src: string) => string): ElementNode {
  const { style, children, ...attributes } = node.props;
  const props: Record<string, unknown> = { ...attributes };
  if (style) props.style = typeof style === "object" ? styleToPx(style, pxPerMm) : style;
  if (node.type === "svg" || node.type === "img") {
    for (const side of ["width", "height"]) {
      const value = attributes[side];
      if (typeof value === "number") props[side] = value * pxPerMm;
      if (typeof value === "string") props[side] = valueToPx(value, pxPerMm);
    }
  }
  if (typeof attributes.src === "string") props.src = source(attributes.src);
  if (children !== undefined) {
    // Inside an SVG everything is in the units of its view box.
    props.children = node.type === "svg" ? children : childrenToPx(children, pxPerMm, source);
  }
  return { type: node.type, props };
}

function childrenToPx(
  children: ChildNode | readonly ChildNode[],
  pxPerMm: number,
  source: (src: string) => string,
): ChildNode | readonly ChildNode[] {
  const one = (child: ChildNode): ChildNode =>
    typeof child === "object" ? toLayoutPx(child, pxPerMm, source) : child;
  return isList(children) ? children.map(one) : one(children);
}

const isList = (children: ChildNode | readonly ChildNode[]): children is readonly ChildNode[] =>
  Array.isArray(children);

function styleToPx(
  style: Readonly<Record<string, string | number>>,
  pxPerMm: number,
): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(style).map(([name, value]) => {
      if (typeof value === "string") return [name, valueToPx(value, pxPerMm)];
      return [name, UNITLESS.has(name) || name.startsWith("--") ? value : value * pxPerMm];
    }),
  );
}

/** A CSS value with its absolute lengths in px. */
export const valueToPx = (value: string, pxPerMm: number) =>
  value.replace(
    LENGTH,
    (_, amount: string, unit: string) => `${Number(amount) * (MM_PER[unit] ?? 1) * pxPerMm}px`,
  );
