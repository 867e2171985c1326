/** The declarations of CSS that direct layout knows. Lengths in px. */

import { valueToPx } from "../css-lengths.ts";
import { outside } from "./subset.ts";

export type Edge = "flex-start" | "center" | "flex-end";

export interface Border {
  readonly width: number;
  readonly color: string;
}

export interface FlexStyle {
  readonly direction: "row" | "column";
  readonly wraps: boolean;
  readonly align: Edge | "stretch";
  readonly justify: Edge;
  readonly rowGap: number;
  readonly columnGap: number;
}

/** What a box inherits from those around it. */
export interface Inherited {
  readonly color: string | null;
  readonly family: string | null;
  readonly size: number;
  readonly weight: number;
  readonly lineHeight: number | null;
  readonly tracking: number;
  readonly keepsLine: boolean;
}

export const INITIAL: Inherited = {
  color: null,
  family: null,
  size: 0,
  weight: 400,
  lineHeight: null,
  tracking: 0,
  keepsLine: false,
};

export const FLEX: FlexStyle = {
  direction: "row",
  wraps: false,
  align: "stretch",
  justify: "flex-start",
  rowGap: 0,
  columnGap: 0,
};

/** Layout snaps to tenths of a px; what is measured is rounded up to them, so that it still fits. */
export const SNAP = 10;

/** What one element declares; `null` where it says nothing. */
export interface Declarations {
  position: "relative" | "absolute" | null;
  left: number | null;
  top: number | null;
  width: number | null;
  height: number | null;
  isBorderBox: boolean;
  border: Border | null;
  radius: number;
  ground: string | null;
  paddingTop: number;
  marginTop: number;
  grow: number;
  shrink: number;
  isFlex: boolean;
  /** Of an image: it keeps its proportions. */
  contains: boolean;
  /** Only of flex boxes. */
  direction: FlexStyle["direction"] | null;
  wraps: boolean;
  align: FlexStyle["align"] | null;
  justify: FlexStyle["justify"] | null;
  gap: number | null;
  rowGap: number | null;
  columnGap: number | null;
  /** How many of the last seven were declared. */
  ofFlex: number;
  color: string | null;
  family: string | null;
  size: number | null;
  weight: number | null;
  lineHeight: number | null;
  /** In em. */
  tracking: number | null;
  keepsLine: boolean;
  /** How many of the last seven were declared. */
  ofText: number;
}

const HEX = /^#[0-9a-f]{6}$/i;
const EM = /^(-?[\d.]+)em$/;
const SOLID = /^([\d.]+)px solid (#[0-9a-f]{6})$/i;

type Value = string | number | undefined;

/** @throws OutsideSubset for any declaration or value that direct layout does not know */
export function readDeclarations(style: Readonly<Record<string, Value>>, pxPerMm: number): Declarations {
  const read: Declarations = {
    position: null,
    left: null,
    top: null,
    width: null,
    height: null,
    isBorderBox: false,
    border: null,
    radius: 0,
    ground: null,
    paddingTop: 0,
    marginTop: 0,
    grow: 0,
    shrink: 1,
    isFlex: false,
    contains: false,
    direction: null,
    wraps: false,
    align: null,
    justify: null,
    gap: null,
    rowGap: null,
    columnGap: null,
    ofFlex: 0,
    color: null,
    family: null,
    size: null,
    weight: null,
    lineHeight: null,
    tracking: null,
    keepsLine: false,
    ofText: 0,
  };
  for (const name in style) take(read, name, style[name], pxPerMm);
  return read;
}

function take(read: Declarations, name: string, value: Value, pxPerMm: number): void {
  switch (name) {
    case "display":
      read.isFlex = word(name, value, DISPLAYS) === "flex";
      break;
    case "width":
      read.width = number(name, value) * pxPerMm;
      break;
    case "height":
      read.height = number(name, value) * pxPerMm;
      break;
    case "flexDirection":
      read.direction = word(name, value, DIRECTIONS);
      read.ofFlex++;
      break;
    case "flexShrink":
      read.shrink = number(name, value);
      break;
    case "flexGrow":
      read.grow = number(name, value);
      break;
    case "alignItems":
      read.align = word(name, value, ALIGNS);
      read.ofFlex++;
      break;
    case "justifyContent":
      read.justify = word(name, value, EDGES);
      read.ofFlex++;
      break;
    case "gap":
      read.gap = number(name, value) * pxPerMm;
      read.ofFlex++;
      break;
    case "rowGap":
      read.rowGap = number(name, value) * pxPerMm;
      read.ofFlex++;
      break;
    case "columnGap":
      read.columnGap = number(name, value) * pxPerMm;
      read.ofFlex++;
      break;
    case "flexWrap":
      read.wraps = word(name, value, WRAPS) === "wrap";
      read.ofFlex++;
      break;
    case "position":
      read.position = word(name, value, POSITIONS);
      break;
    case "left":
      read.left = number(name, value) * pxPerMm;
      break;
    case "top":
      read.top = number(name, value) * pxPerMm;
      break;
    case "paddingTop":
      read.paddingTop = number(name, value) * pxPerMm;
      break;
    case "marginTop":
      read.marginTop = number(name, value) * pxPerMm;
      break;
    case "color":
      read.color = color(name, value);
      read.ofText++;
      break;
    case "fontFamily":
      read.family = family(value);
      read.ofText++;
      break;
    case "fontSize":
      read.size = number(name, value) * pxPerMm;
      read.ofText++;
      break;
    case "fontWeight":
      read.weight = number(name, value);
      read.ofText++;
      break;
    case "lineHeight":
      read.lineHeight = number(name, value);
      read.ofText++;
      break;
    case "letterSpacing":
      read.tracking = em(name, value);
      read.ofText++;
      break;
    case "whiteSpace":
      read.keepsLine = word(name, value, SPACES) === "pre";
      read.ofText++;
      break;
    case "backgroundColor":
      read.ground = color(name, value);
      break;
    case "border":
      read.border = border(value, pxPerMm);
      break;
    case "borderRadius":
      read.radius = number(name, value) * pxPerMm;
      break;
    case "boxSizing":
      read.isBorderBox = word(name, value, SIZINGS) === "border-box";
      break;
    case "objectFit":
      read.contains = word(name, value, FITS) === "contain";
      break;
    default:
      outside("other declarations");
  }
}

const DISPLAYS = ["flex"] as const;
const DIRECTIONS = ["row", "column"] as const;
const EDGES = ["flex-start", "center", "flex-end"] as const;
const ALIGNS = [...EDGES, "stretch"] as const;
const WRAPS = ["wrap"] as const;
const POSITIONS = ["relative", "absolute"] as const;
const SPACES = ["pre"] as const;
const SIZINGS = ["border-box"] as const;
const FITS = ["contain"] as const;

const number = (name: string, value: Value): number =>
  typeof value === "number" ? value : outside(`${name}: ${value}`);

const word = <Word extends string>(name: string, value: Value, words: readonly Word[]): Word =>
  words.includes(value as Word) ? (value as Word) : outside(`${name}: ${value}`);

const color = (name: string, value: Value): string =>
  typeof value === "string" && HEX.test(value) ? value : outside(`${name}: ${value}`);

const family = (value: Value): string =>
  typeof value === "string" && !/[,"']/.test(value) ? value : outside("a list of families");

function em(name: string, value: Value): number {
  const [, number] = EM.exec(String(value)) ?? outside(`${name}: ${value}`);
  return Number(number);
}

function border(value: Value, pxPerMm: number): Border {
  const [, width, color] = SOLID.exec(valueToPx(String(value), pxPerMm)) ?? outside(`border: ${value}`);
  // Borders are snapped like boxes, but never rounded up.
  return { width: Math.max(1, Math.floor(Number(width) * SNAP + 1e-6)) / SNAP, color: color! };
}

export const flexOf = (declared: Declarations): FlexStyle => ({
  direction: declared.direction ?? FLEX.direction,
  wraps: declared.wraps,
  align: declared.align ?? FLEX.align,
  justify: declared.justify ?? FLEX.justify,
  rowGap: declared.rowGap ?? declared.gap ?? FLEX.rowGap,
  columnGap: declared.columnGap ?? declared.gap ?? FLEX.columnGap,
});

export function inheritedBy(declared: Declarations, outer: Inherited): Inherited {
  if (declared.ofText === 0) return outer;
  const size = declared.size ?? outer.size;
  return {
    color: declared.color ?? outer.color,
    family: declared.family ?? outer.family,
    size,
    weight: declared.weight ?? outer.weight,
    lineHeight: declared.lineHeight ?? outer.lineHeight,
    tracking: declared.tracking === null ? outer.tracking : declared.tracking * size,
    keepsLine: declared.keepsLine || outer.keepsLine,
  };
}
