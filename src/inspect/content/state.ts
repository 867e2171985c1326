/** The graphics state (ISO 32000-1 §8.4) and what surrounds a content stream. */

import { compose, type Matrix, type Rect } from "../../base/geometry.ts";
import type { PdfDocument } from "../file/document.ts";
import type { Dict, Stream } from "../file/object.ts";
import { DEVICE_GRAY } from "./color-space.ts";
import type { FontUse } from "./font-use.ts";
import type { LayerStates } from "./layers.ts";
import type { Color, SeeThroughGroup, Sink, Within } from "./painted.ts";

export interface GraphicsState {
  /** Maps user space to mm from the trim's top left corner, y down. */
  ctm: Matrix;
  /** Bounding box of the clip, mm; `null` when nothing can show. */
  clip: Rect | null;
  fill: Color;
  stroke: Color;
  /** In user space units. */
  lineWidth: number;
  fillOverprint: boolean;
  strokeOverprint: boolean;
  overprintMode: number;
  fillAlpha: number;
  strokeAlpha: number;
  blend: string;
  masked: boolean;
  font: FontUse | null;
  fontSize: number;
  charSpace: number;
  wordSpace: number;
  /** 1 for 100 %. */
  horizontalScale: number;
  leading: number;
  rise: number;
  textMode: number;
}

const BLACK: Color = { space: DEVICE_GRAY, components: [0], pattern: null };

/** The state at the beginning of a page (§8.4.1). */
export const initialState = (ctm: Matrix, clip: Rect | null): GraphicsState => ({
  ctm,
  clip,
  fill: BLACK,
  stroke: BLACK,
  lineWidth: 1,
  fillOverprint: false,
  strokeOverprint: false,
  overprintMode: 0,
  fillAlpha: 1,
  strokeAlpha: 1,
  blend: "Normal",
  masked: false,
  font: null,
  fontSize: 0,
  charSpace: 0,
  wordSpace: 0,
  horizontalScale: 1,
  leading: 0,
  rise: 0,
  textMode: 0,
});

/** One content stream being read. Nested streams get one of their own. */
export interface Run {
  readonly document: PdfDocument;
  readonly resources: Dict;
  /** The state now; replaced by `q` and `Q`. */
  state: GraphicsState;
  /** Where patterns start from: the coordinates that this stream began with. */
  readonly base: Matrix;
  readonly within: Within;
  /** Colour space by name of the innermost isolated group around it (§11.4.7); `null` where none says. */
  readonly blendingSpace: string | null;
  /** See-through groups around it, the outermost first. */
  readonly groups: readonly SeeThroughGroup[];
  /** Everything it paints is at this place, because its own coordinates mean nothing (tiles, glyphs). */
  readonly place: Rect | null;
  /** Whether what is painted now is printed: layers in and around this stream decide. */
  prints: boolean;
  /** Set by `d1`: the glyph is a stencil, its colours are ignored (§9.6.5). */
  colorless: boolean;
  readonly page: PageRun;
  readonly depth: number;
}

/** What all content of one page shares. */
export interface PageRun {
  readonly sink: Sink;
  readonly layers: LayerStates;
  /** Streams being read right now: one that leads to itself is not read again. */
  readonly active: Set<Stream>;
  /** Tiles, masks and glyphs that were read already: once tells all. */
  readonly seen: Set<object>;
  /** What is not seen by painting: told once each. */
  readonly notices: Set<Notice>;
  /** Dictionaries that judges look at. */
  readonly used: UsedResources;
  /** Reads a content stream; held here so that what content contains can be read too. */
  readonly read: (run: Run, content: Uint8Array) => void;
}

export type Notice = "recursion" | "depth" | "unbalanced" | "damaged-stream" | "deep-states";

export interface UsedResources {
  readonly extGStates: Set<Dict>;
  readonly xObjects: Set<Stream>;
  readonly groups: Set<Dict>;
  readonly fonts: Set<FontUse>;
}

/** `cm`: the matrix comes before what the state already does (§8.3.4). */
export const concat = (state: GraphicsState, matrix: Matrix): void => {
  state.ctm = compose(state.ctm, matrix);
};
