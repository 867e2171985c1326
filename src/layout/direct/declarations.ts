/** The declarations of CSS that direct layout knows, one by one. Lengths in px. */

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

type Style = Readonly<Record<string, string | number>>;

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

const HEX = /^#[0-9a-f]{6}$/i;
const EM = /^(-?[\d.]+)em$/;
const SOLID = /^([\d.]+)px solid (#[0-9a-f]{6})$/i;

/** Declarations of one element; each may be asked for once, and none may be left over. */
export class Declarations {
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
