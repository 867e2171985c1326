/** What an inspection tells about a file besides its findings. Plain data, fit for JSON. */

import type { Localized } from "../base/diagnostic.ts";
import type { Insets, Rect, Size } from "../base/geometry.ts";
import type { Ppi } from "../base/units.ts";
import type { PaintKind, Within } from "./content/painted.ts";

export interface PdfReport {
  readonly byteLength: number;
  /** Of the header or the catalogue, the newer: `1.6`; `null` when it is no PDF. */
  readonly version: string | null;
  readonly title: string | null;
  readonly pages: readonly PageReport[];
  readonly layers: readonly LayerReport[];
  readonly outputIntent: OutputIntentReport | null;
  readonly pdfX: PdfXReport;
}

export interface PageReport {
  /** 1-based. */
  readonly number: number;
  /** The finished size as the page is shown. */
  readonly trim: Size;
  /** The box that says so. */
  readonly trimFrom: string;
  /** mm from the trim's top left corner. */
  readonly boxes: { readonly media: Rect; readonly crop: Rect; readonly bleed: Rect };
  readonly bleed: Insets;
  /** Clockwise degrees. */
  readonly rotation: number;
  readonly userUnit: number;
  readonly fonts: readonly FontReport[];
  readonly colors: readonly ColorReport[];
  /** Plates that it needs, process inks first; only those that colours name. */
  readonly inks: readonly string[];
  readonly images: readonly ImageReport[];
  /** The heaviest colour: C + M + Y + K in percent; `null` when no ink could be told. */
  readonly maximumInk: { readonly percent: number; readonly area: Rect } | null;
  readonly transparency: {
    /** Whether anything is see-through, blended or masked. */
    readonly used: boolean;
    readonly blendModes: readonly string[];
  };
  /** How many operations overprint. */
  readonly overprinting: number;
  /** Whether nothing is printed on it: no ink, or none on trim and bleed. */
  readonly blank: boolean;
}

export interface FontReport {
  readonly name: string;
  readonly type: string;
  readonly embedded: boolean;
  readonly subset: boolean;
  readonly toUnicode: boolean;
}

/** One colour space in one kind of object. */
export interface ColorReport {
  readonly space: string;
  readonly kind: PaintKind;
  readonly within: Within;
  readonly count: number;
  /** The first of them. */
  readonly area: Rect;
}

/** One placement of a picture. */
export interface ImageReport {
  readonly area: Rect;
  readonly pixelWidth: number;
  readonly pixelHeight: number;
  /** At the size of the final piece. */
  readonly ppi: Ppi;
  readonly space: string;
  readonly bits: number;
  /** Filters; empty for raw data. */
  readonly compression: readonly string[];
}

export interface LayerReport {
  readonly name: string;
  readonly visible: boolean;
  readonly prints: boolean;
}

export interface OutputIntentReport {
  readonly identifier: string | null;
  readonly info: string | null;
  /** Whether an ICC profile is in the file. */
  readonly embedded: boolean;
  /** Colour space of that profile: `CMYK`. */
  readonly space: string | null;
}

export interface PdfXReport {
  /** What the file says it is: `PDF/X-4`; `null` when it claims nothing. */
  readonly claims: string | null;
  /** Whether every clause that is checked holds. */
  readonly meets: boolean;
  readonly broken: readonly BrokenClause[];
}

export interface BrokenClause {
  /** Permanent: `output-intent`. */
  readonly id: string;
  /** ISO 15930-7 clause, or the table it comes from. */
  readonly clause: string;
  readonly requirement: Localized;
  /** What was found instead. */
  readonly found: Localized;
}
