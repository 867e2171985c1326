/** What the interpreter tells about every painting operation. */

import type { Rect } from "../../base/geometry.ts";
import type { Mm } from "../../base/units.ts";
import type { Stream, Value } from "../file/object.ts";
import type { ColorSpace } from "./color-space.ts";
import type { FontUse } from "./font-use.ts";

export type PaintKind = "text" | "fill" | "stroke" | "image" | "stencil" | "shading";

/**
 * Whose content it is. Forms count as the page's own: they paint on it directly. `soft-mask` is never printed,
 * only its shade counts.
 */
export type Within = "page" | "pattern" | "soft-mask" | "glyph" | "annotation";

export interface Color {
  readonly space: ColorSpace;
  readonly components: readonly number[];
  /** The pattern, when the space is one. */
  readonly pattern: Value;
}

/** One painting operation, as it reaches the page. Lengths: mm of the file, not of a scaled final piece. */
export interface Painted {
  readonly kind: PaintKind;
  readonly within: Within;
  /** The place: mm from the trim's top left corner, y down, cut to the clip's bounding box. */
  readonly area: Rect;
  readonly color: Color;
  /** All values that a shading may take, where they are known. */
  readonly shades: readonly (readonly number[])[];
  readonly overprint: boolean;
  /** OPM (§11.7.4.5): with 1, a zero of DeviceCMYK leaves what is below. */
  readonly overprintMode: number;
  /** 0–1. */
  readonly alpha: number;
  /** `Normal`, `Multiply` … */
  readonly blend: string;
  readonly masked: boolean;
  /** What it is blended in: the space of the innermost isolated group, by name; `null` where none says. */
  readonly blendingSpace: string | null;
  /** Groups around it that are see-through as a whole, the outermost first. */
  readonly groups: readonly SeeThroughGroup[];
  /** Whether it is on paper too: false on layers that are switched off or never print. */
  readonly prints: boolean;
  /** The width of a stroke, around letters too, or the shorter side of a filled rectangle; `null` for other shapes. */
  readonly thickness: Mm | null;
  readonly text: PaintedText | null;
  readonly image: PaintedImage | null;
}

/** A transparency group that is painted as one object (§11.4.5). */
export interface SeeThroughGroup {
  readonly alpha: number;
  readonly blend: string;
  /** What it is blended in, as {@link Painted.blendingSpace}. */
  readonly blendingSpace: string | null;
}

export interface PaintedText {
  readonly font: FontUse;
  /** The em as it is printed. */
  readonly size: Mm;
  /** Whether a glyph without a design is among them (glyph 0). */
  readonly notdef: boolean;
}

export interface PaintedImage {
  /** `null` for an inline picture. */
  readonly stream: Stream | null;
  /** The dictionary with full key names. */
  readonly pixelWidth: number;
  readonly pixelHeight: number;
  readonly bits: number;
  /** The smaller of the two resolutions at its size in the file. */
  readonly ppi: number;
  /** Filters by name, in order. */
  readonly filters: readonly string[];
  readonly softMask: boolean;
}

/** Receives every painting operation in paint order. */
export type Sink = (painted: Painted) => void;
