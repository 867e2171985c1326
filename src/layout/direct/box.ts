/**
 * Reads an element tree into boxes of definite or natural size: the part of CSS that direct layout knows.
 * Flex rows and columns (also wrapped, of definite width), blocks of one line of unbroken text, inline SVG and images,
 * absolute boxes in positioned parents; plain lengths, gaps, top margins and paddings, growing,
 * plain grounds, borders and round corners. Lengths in px.
 */

import type { FontFace } from "../../base/font/face.ts";
import type { Size } from "../../base/geometry.ts";
import type { ChildNode, ElementNode } from "../../model/page-tree.ts";
import { valueToPx } from "../css-lengths.ts";
import { outside } from "./subset.ts";
import { setTextLine, type TextLine, type TextStyle } from "./text-line.ts";

export type Edge = "flex-start" | "center" | "flex-end";

export interface Border {
  readonly width: number;
  readonly color: string;
}

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

export interface FlexStyle {
  readonly direction: "row" | "column";
  readonly wraps: boolean;
  readonly align: Edge | "stretch";
  readonly justify: Edge;
  readonly rowGap: number;
  readonly columnGap: number;
}

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

type Style = Readonly<Record<string, string | number>>;

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

/** What a box inherits from those around it. */
interface Inherited {
  readonly color: string | null;
  readonly family: string | null;
  readonly size: number;
  readonly weight: number;
  readonly lineHeight: number | null;
  readonly tracking: number;
  readonly keepsLine: boolean;
}

const INITIAL: Inherited = {
  color: null,
  family: null,
  size: 0,
  weight: 400,
  lineHeight: null,
  tracking: 0,
  keepsLine: false,
};

const FLEX: FlexStyle = {
  direction: "row",
  wraps: false,
  align: "stretch",
  justify: "flex-start",
  rowGap: 0,
  columnGap: 0,
};

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

/** Layout snaps to tenths of a px; what is measured is rounded up to them, so that it still fits. */
const SNAP = 10;

/**
 * @param width of the content box, where the box asks for one
 * @param sizeOf what each child takes
 */
function contentSize(
  content: Content,
  width: number | null,
  sizeOf: (box: Box, axis: FlexStyle["direction"]) => Size,
): Size {
  switch (content.kind) {
    case "text": {
      const { line } = content;
      return { width: Math.ceil(line.width * SNAP) / SNAP, height: line.height };
    }
    case "flex": {
      const { flex, children } = content;
      const flowing = children.filter(({ at }) => at === null).map((box) => sizeOf(box, flex.direction));
      if (flex.direction === "column") {
        return {
          width: Math.max(0, ...flowing.map((each) => each.width)),
          height: sumOf(flowing.map((each) => each.height)) + gaps(flowing.length, flex.rowGap),
        };
      }
      const lines = flex.wraps ? breakIntoLines(flowing, width!, flex.columnGap) : [flowing];
      const heights = lines.map((line) => Math.max(0, ...line.map((each) => each.height)));
      return {
        width: Math.max(0, ...lines.map((line) => lineWidth(line, flex.columnGap))),
        height: sumOf(heights) + gaps(lines.length, flex.rowGap),
      };
    }
    default:
      return { width: 0, height: 0 };
  }
}

/** What a box takes of its parent when nothing presses or stretches it, its margin included. */
export function outerSize({ asked, natural, marginTop }: Box): Size {
  return {
    width: asked.width ?? natural.width,
    height: (asked.height ?? natural.height) + marginTop,
  };
}

/** The same under pressure along an axis. */
function pressedSize(box: Box, axis: FlexStyle["direction"]): Size {
  const { asked, least, marginTop } = box;
  const { width, height } = outerSize(box);
  return axis === "row"
    ? { width: Math.min(asked.width ?? least.width, least.width), height }
    : { width, height: Math.min(asked.height ?? least.height, least.height) + marginTop };
}

export const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
export const gaps = (count: number, gap: number): number => Math.max(0, count - 1) * gap;

const lineWidth = (items: readonly Size[], gap: number): number =>
  sumOf(items.map(({ width }) => width)) + gaps(items.length, gap);

/** Fills lines one after the other (CSS Flexible Box 1, § 9.3). */
export function breakIntoLines<Item extends Size>(
  items: readonly Item[],
  width: number,
  gap: number,
): readonly (readonly Item[])[] {
  const lines: Item[][] = [];
  let taken = 0;
  for (const item of items) {
    const line = lines.at(-1);
    if (line && taken + gap + item.width <= width) {
      line.push(item);
      taken += gap + item.width;
    } else {
      lines.push([item]);
      taken = item.width;
    }
  }
  return lines;
}

const HEX = /^#[0-9a-f]{6}$/i;
const EM = /^(-?[\d.]+)em$/;
const SOLID = /^([\d.]+)px solid (#[0-9a-f]{6})$/i;

/** Declarations of one element; each may be asked for once, and none may be left over. */
class Declarations {
  readonly #style: Style;
  readonly #pxPerMm: number;
  #read = 0;

  constructor(style: Style, pxPerMm: number) {
    this.#style = style;
    this.#pxPerMm = pxPerMm;
  }

  number(name: string): number | null {
    const value = this.#take(name);
    if (value === undefined) return null;
    return typeof value === "number" ? value : outside(`${name}: ${value}`);
  }

  length(name: string): number | null {
    const value = this.number(name);
    return value === null ? null : value * this.#pxPerMm;
  }

  word<Word extends string>(name: string, words: readonly Word[]): Word | null {
    const value = this.#take(name);
    if (value === undefined) return null;
    return words.find((word) => word === value) ?? outside(`${name}: ${value}`);
  }

  color(name: string): string | null {
    const value = this.#take(name);
    if (value === undefined) return null;
    return typeof value === "string" && HEX.test(value) ? value : outside(`${name}: ${value}`);
  }

  border(): Border | null {
    const value = this.#take("border");
    if (value === undefined) return null;
    const [, width, color] =
      SOLID.exec(valueToPx(String(value), this.#pxPerMm)) ?? outside(`border: ${value}`);
    // Borders are snapped like boxes, but never rounded up.
    return { width: Math.max(1, Math.floor(Number(width) * SNAP + 1e-6)) / SNAP, color: color! };
  }

  flex(): FlexStyle {
    const gap = this.length("gap");
    const edges = ["flex-start", "center", "flex-end"] as const;
    return {
      direction: this.word("flexDirection", ["row", "column"]) ?? FLEX.direction,
      wraps: this.word("flexWrap", ["wrap"]) !== null,
      align: this.word("alignItems", [...edges, "stretch"]) ?? FLEX.align,
      justify: this.word("justifyContent", edges) ?? FLEX.justify,
      rowGap: this.length("rowGap") ?? gap ?? FLEX.rowGap,
      columnGap: this.length("columnGap") ?? gap ?? FLEX.columnGap,
    };
  }

  inherited(outer: Inherited): Inherited {
    const size = this.length("fontSize") ?? outer.size;
    const family = this.#take("fontFamily");
    if (family !== undefined && (typeof family !== "string" || /[,"']/.test(family)))
      outside("a list of families");
    return {
      color: this.color("color") ?? outer.color,
      family: (family as string | undefined) ?? outer.family,
      size,
      weight: this.number("fontWeight") ?? outer.weight,
      lineHeight: this.number("lineHeight") ?? outer.lineHeight,
      tracking: this.#tracking(size) ?? outer.tracking,
      keepsLine: this.word("whiteSpace", ["pre"]) !== null || outer.keepsLine,
    };
  }

  #tracking(size: number): number | null {
    const value = this.#take("letterSpacing");
    if (value === undefined) return null;
    const [, em] = EM.exec(String(value)) ?? outside(`letterSpacing: ${value}`);
    return Number(em) * size;
  }

  /** @throws OutsideSubset when anything was declared that nobody asked for */
  refuseOthers(): void {
    if (this.#read < Object.keys(this.#style).length) outside("other declarations");
  }

  #take(name: string): string | number | undefined {
    const value = this.#style[name];
    if (value !== undefined) this.#read++;
    return value;
  }
}
