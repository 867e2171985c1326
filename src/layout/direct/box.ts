/**
 * Reads an element tree into boxes of definite or natural size: the part of CSS that direct layout knows.
 * Flex rows and columns (also wrapped, of definite width), blocks of one line of unbroken text, inline SVG and images,
 * absolute boxes in positioned parents; plain lengths, gaps, top margins and paddings, growing,
 * plain grounds, borders and round corners. Lengths in px.
 */

import type { FontFace } from "../../base/font/face.ts";
import type { Size } from "../../base/geometry.ts";
import type { ChildNode, ElementNode } from "../../model/page-tree.ts";
import { contentSize, outerSize, pressedSize } from "./content-size.ts";
import { type Border, Declarations, FLEX, type FlexStyle, INITIAL, type Inherited } from "./declarations.ts";
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
  const { style = {}, children, ...attributes } = node.props;
  const declared = new Declarations(style, reading.pxPerMm);
  const own = declared.inherited(outer);
  const position = declared.word("position", ["relative", "absolute"]);
  const isAbsolute = position === "absolute";
  if (isAbsolute && !parentPositioned) outside("an absolute box in a parent that is not positioned");
  const border = declared.border();
  const paddingTop = declared.length("paddingTop") ?? 0;
  const ground: Ground = {
    color: declared.color("backgroundColor"),
    border,
    radius: declared.length("borderRadius") ?? 0,
  };
  const edge = border?.width ?? 0;
  const edges = { width: 2 * edge, height: 2 * edge + paddingTop };
  const isBorderBox = declared.word("boxSizing", ["border-box"]) !== null;
  const isReplaced = node.type === "svg" || node.type === "img";
  const sized = (side: "width" | "height") => {
    const value = declared.length(side) ?? (isReplaced ? attribute(attributes[side], reading) : null);
    if (value === null) return null;
    return isBorderBox ? Math.max(value, edges[side]) : value + edges[side];
  };
  const asked = { width: sized("width"), height: sized("height") };
  const left = declared.length("left");
  const top = declared.length("top");
  if (isAbsolute !== (left !== null) || isAbsolute !== (top !== null))
    outside("a box that is only half placed");
  const content = readContent(node, declared, own, position !== null, asked, reading);
  const room = asked.width === null ? null : asked.width - edges.width;
  const withEdges = ({ width, height }: Size): Size => ({
    width: width + edges.width,
    height: height + edges.height,
  });
  const box: Box = {
    content,
    ground: ground.color !== null || ground.border !== null ? ground : null,
    asked,
    natural: withEdges(contentSize(content, room, outerSize)),
    // A picture has the proportions of its content: nothing presses it on one side alone.
    least:
      content.kind === "picture"
        ? { width: asked.width!, height: asked.height! }
        : withEdges(contentSize(content, room, pressedSize)),
    border: edge,
    paddingTop,
    marginTop: declared.length("marginTop") ?? 0,
    grow: declared.number("flexGrow") ?? 0,
    shrink: declared.number("flexShrink") ?? 1,
    positioned: position !== null,
    at: isAbsolute ? { left: left!, top: top! } : null,
  };
  declared.refuseOthers();
  return box;
}

function readContent(
  node: ElementNode,
  declared: Declarations,
  own: Inherited,
  positioned: boolean,
  asked: Box["asked"],
  reading: Reading,
): Content {
  const { style: _, children, ...attributes } = node.props;
  if (node.type === "svg" || node.type === "img") {
    if (asked.width === null || asked.height === null) outside("a picture without a size");
    if (node.type === "img" && declared.word("objectFit", ["contain"]) === null) outside("a stretched image");
    return { kind: "picture", element: node };
  }
  if (node.type !== "div") outside(`<${node.type}>`);
  if (Object.keys(attributes).length > 0) outside("attributes of a <div>");
  const isFlex = declared.word("display", ["flex"]) !== null;
  if (children === undefined) {
    if (isFlex) declared.flex();
    return { kind: "nothing" };
  }
  if (typeof children === "string") {
    if (isFlex) outside("text straight in a flex box");
    return { kind: "text", line: setTextLine(children, textStyle(own), reading.faces) };
  }
  if (!isFlex) outside("blocks in a block");
  const list = (Array.isArray(children) ? children : [children]) as readonly ChildNode[];
  const flex = declared.flex();
  if (flex.wraps && (flex.direction !== "row" || asked.width === null))
    outside("a wrapped box without a width");
  return {
    kind: "flex",
    flex,
    children: list.map((child) =>
      typeof child === "object"
        ? readBox(child, own, positioned, reading)
        : outside("text straight in a flex box"),
    ),
  };
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
