/**
 * Reads an element tree into boxes of definite or natural size: the part of CSS that direct layout knows.
 * Flex rows and columns (also wrapped, of definite width), blocks of one line of unbroken text, inline SVG and images,
 * absolute boxes in positioned parents; plain lengths, gaps, top margins and paddings, growing,
 * plain grounds, borders and round corners. Lengths in px.
 */

import type { FontFace } from "../../base/font/face.ts";
import type { Size } from "../../base/geometry.ts";
import type { ChildNode, ElementNode } from "../../model/page-tree.ts";
import { readViewBox } from "../scene/picture.ts";
import { contentSize, outerSize, pressedSize } from "./content-size.ts";
import {
  type Border,
  type Declarations,
  FLEX,
  type FlexStyle,
  flexOf,
  INITIAL,
  type Inherited,
  inheritedBy,
  readDeclarations,
} from "./declarations.ts";
import { outside } from "./subset.ts";
import { setTextLine, type TextLine, type TextStyle } from "./text-line.ts";

/** Painted behind the content of a box. */
export interface Ground {
  readonly color: string | null;
  readonly border: Border | null;
  readonly radius: number;
}

export type Content =
  | { readonly kind: "flex"; readonly flex: FlexStyle; readonly children: readonly Box[] }
  | { readonly kind: "text"; readonly line: TextLine }
  /** The element itself: an SVG or an image. */
  | { readonly kind: "picture"; readonly element: ElementNode }
  | { readonly kind: "nothing" };

export interface Box {
  readonly content: Content;
  readonly ground: Ground | null;
  /** What the box asks for, border and padding included; `null` for what its content takes. */
  readonly asked: { readonly width: number | null; readonly height: number | null };
  /** What its content takes, border and padding included. */
  readonly natural: Size;
  /** What its content takes when it is pressed: as much of what parts ask for as their own contents need. */
  readonly least: Size;
  readonly border: number;
  readonly paddingTop: number;
  readonly marginTop: number;
  readonly grow: number;
  readonly shrink: number;
  /** Painted after what is not positioned. */
  readonly positioned: boolean;
  /** Taken out of the flow: its place in the parent's padding box. */
  readonly at: { readonly left: number; readonly top: number } | null;
}

export interface Reading {
  readonly pxPerMm: number;
  readonly faces: readonly FontFace[];
}

/** @throws OutsideSubset */
export function readFrameBox(element: ElementNode, size: Size, reading: Reading): Box {
  const root = readBox(withPercent(element, size, reading), INITIAL, false, reading);
  const flex: FlexStyle = { ...FLEX, direction: "column" };
  return {
    content: { kind: "flex", flex, children: [root] },
    ground: null,
    asked: size,
    natural: size,
    least: size,
    border: 0,
    paddingTop: 0,
    marginTop: 0,
    grow: 0,
    shrink: 1,
    positioned: false,
    at: null,
  };
}

/** The root of a frame may ask for the whole of it. */
function withPercent(element: ElementNode, { width, height }: Size, { pxPerMm }: Reading): ElementNode {
  const { style } = element.props;
  if (style?.width !== "100%" && style?.height !== "100%") return element;
  const whole = {
    ...(style.width === "100%" ? { width: width / pxPerMm } : {}),
    ...(style.height === "100%" ? { height: height / pxPerMm } : {}),
  };
  return { ...element, props: { ...element.props, style: { ...style, ...whole } } };
}

function readBox(node: ElementNode, outer: Inherited, parentPositioned: boolean, reading: Reading): Box {
  const { type, props } = node;
  const declared = readDeclarations(props.style ?? NONE, reading.pxPerMm);
  const { border, ground, radius, paddingTop, position, left, top } = declared;
  const isAbsolute = position === "absolute";
  if (isAbsolute && !parentPositioned) outside("an absolute box in a parent that is not positioned");
  if (isAbsolute !== (left !== null) || isAbsolute !== (top !== null))
    outside("a box that is only half placed");
  const edge = border?.width ?? 0;
  const edgesWidth = 2 * edge;
  const edgesHeight = 2 * edge + paddingTop;
  let { width, height } = declared;
  if (type === "svg" || type === "img") {
    width ??= attribute(props.width, reading);
    height ??= attribute(props.height, reading);
  }
  if (width !== null) width = declared.isBorderBox ? Math.max(width, edgesWidth) : width + edgesWidth;
  if (height !== null) height = declared.isBorderBox ? Math.max(height, edgesHeight) : height + edgesHeight;
  const asked = { width, height };
  const content = readContent(node, declared, inheritedBy(declared, outer), asked, reading);
  const room = width === null ? null : width - edgesWidth;
  const natural = contentSize(content, room, outerSize);
  const least =
    content.kind === "picture"
      ? leastOfPicture(props.viewBox, asked)
      : contentSize(content, room, pressedSize);
  return {
    content,
    ground: ground !== null || border !== null ? { color: ground, border, radius } : null,
    asked,
    natural: { width: natural.width + edgesWidth, height: natural.height + edgesHeight },
    least: { width: least.width + edgesWidth, height: least.height + edgesHeight },
    border: edge,
    paddingTop,
    marginTop: declared.marginTop,
    grow: declared.grow,
    shrink: declared.shrink,
    positioned: position !== null,
    at: isAbsolute ? { left: left!, top: top! } : null,
  };
}

const NONE: NonNullable<ElementNode["props"]["style"]> = {};

/** A drawing gives way on one side until it has the proportions of its `viewBox` (CSS Flexible Box 1, § 4.5). */
function leastOfPicture(viewBox: unknown, { width, height }: Box["asked"]): Size {
  const [, , across = 0, down = 0] = readViewBox(typeof viewBox === "string" ? viewBox : undefined) ?? [];
  if (!(across > 0 && down > 0)) return { width: 0, height: 0 };
  return {
    width: Math.min(width!, (height! * across) / down),
    height: Math.min(height!, (width! * down) / across),
  };
}

function readContent(
  node: ElementNode,
  declared: Declarations,
  own: Inherited,
  asked: Box["asked"],
  reading: Reading,
): Content {
  const { type, props } = node;
  const { isFlex } = declared;
  if (!isFlex && declared.ofFlex > 0) outside("declarations of flex boxes");
  if (type === "svg" || type === "img") {
    if (isFlex) outside("a picture that is a flex box");
    if (asked.width === null || asked.height === null) outside("a picture without a size");
    if (declared.contains !== (type === "img")) outside("a stretched image");
    return { kind: "picture", element: node };
  }
  if (type !== "div") outside(`<${type}>`);
  if (declared.contains) outside("a fitted box");
  for (const name in props) if (name !== "style" && name !== "children") outside("attributes of a <div>");
  const { children } = props;
  if (children === undefined) return { kind: "nothing" };
  if (typeof children === "string") {
    if (isFlex) outside("text straight in a flex box");
    return { kind: "text", line: setTextLine(children, textStyle(own), reading.faces) };
  }
  if (!isFlex) outside("blocks in a block");
  const flex = flexOf(declared);
  if (flex.wraps && (flex.direction !== "row" || asked.width === null))
    outside("a wrapped box without a width");
  const list = (Array.isArray(children) ? children : [children]) as readonly ChildNode[];
  const positioned = declared.position !== null;
  const boxes: Box[] = [];
  for (const child of list) {
    boxes.push(
      typeof child === "object"
        ? readBox(child, own, positioned, reading)
        : outside("text straight in a flex box"),
    );
  }
  return { kind: "flex", flex, children: boxes };
}

function textStyle({ color, family, size, weight, lineHeight, tracking, keepsLine }: Inherited): TextStyle {
  if (color === null || family === null || lineHeight === null || size <= 0) outside("text of unsaid style");
  if (!keepsLine) outside("text that may break");
  return { color, family, size, weight, lineHeight, tracking };
}

function attribute(value: unknown, { pxPerMm }: Reading): number | null {
  if (value === undefined) return null;
  return typeof value === "number" ? value * pxPerMm : outside("a size in words");
}
