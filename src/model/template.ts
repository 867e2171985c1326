/** What a designer writes: a pure function from a page's context to JSX. */

import type { Localized } from "../base/diagnostic.ts";
import type { Mm } from "../base/units.ts";
import type { Brief } from "./brief.ts";
import type { ColorToken } from "./color-token.ts";
import type { Format } from "./format.ts";
import type { PageGeometry } from "./page-geometry.ts";
import type { Palette } from "./palette.ts";
import type { MarkLook } from "./picture-facts.ts";
import type { Theme } from "./theme.ts";

/** Everything a template or component may depend on: same context, same page. */
export interface PageContext {
  readonly format: Format;
  readonly geometry: PageGeometry;
  readonly theme: Theme;
  readonly palette: Palette;
  readonly brief: Brief;
  readonly faces: { readonly display: string; readonly text: string };
  /** Pictures of the brief and the kit that are present, by role. */
  readonly pictures: Readonly<Partial<Record<PictureRole, Picture>>>;
  /** The colour of a token, `#rrggbb`. */
  color(token: ColorToken): string;
  /** The colour of a token mixed with paper: 0 % is paper, 100 % the token. Registers the result for print. */
  tint(token: ColorToken, percent: number): string;
  /** The width of a line set at 1 mm, kerning included; multiply by the size. */
  measure(line: string, face: Face): Mm;
  /** How far each letter of a line set at 1 mm reaches, in order. Blanks have no ink and are left out. */
  extents(line: string, face: Face): readonly LetterExtent[];
  /** How far a line set at 1 mm reaches up and down; `null` for one of blanks. */
  reach(line: string, face: Face): Reach | null;
  /** Vertical metrics of a face. */
  metrics(face: Face): FaceMetrics;
  /**
   * What `make` gives, kept from page to page: it is made again only when an input has changed, or something of the
   * brief or the pictures that it read. It may read nothing but its inputs and the page that it is given, and what it
   * returns holds no part of the page that it has not read.
   * @param maker whose result it is: the function that asks
   * @param inputs plain data, compared by content
   */
  once<Result>(
    this: PageContext,
    maker: object,
    inputs: readonly unknown[],
    make: (page: PageContext) => Result,
  ): Result;
}

/** A letter with its marks, or several that the face draws as one (fi), by its glyphs' outlines. Lengths in em. */
export interface LetterExtent {
  readonly letter: string;
  /** How many characters stand before it on its line, each with its letter spacing. */
  readonly before: number;
  /** Edges of the ink from the start of the line, without letter spacing. */
  readonly left: number;
  readonly right: number;
  /** The highest point above the baseline. */
  readonly above: number;
  /** The lowest point below the baseline; negative for what floats above it, such as a dash. */
  readonly below: number;
}

/** Of all letters together. Lengths in em, as of {@link LetterExtent}. */
export type Reach = Pick<LetterExtent, "above" | "below">;

/** Lengths in em. */
export interface FaceMetrics {
  /** From the baseline to the edges of what layout centres in a line's height; the descender is negative. */
  readonly ascender: number;
  readonly descender: number;
  readonly xHeight: number;
  readonly capHeight: number;
}

export interface Face {
  readonly family: string;
  readonly weight: number;
}

export type PictureRole = "logo" | "campaign-mark" | "authority-mark" | "photo";

/** An asset that JSX can show as `<img src={picture.src}>`. */
export interface Picture {
  readonly src: string;
  readonly pixelWidth: number;
  readonly pixelHeight: number;
  /** The point that must stay in view, 0–1 from the left and from the top. */
  readonly focus: { readonly x: number; readonly y: number };
  /** Of logos and marks; `null` for a photo. */
  readonly look: MarkLook | null;
}

/** Parts of the brief that cost time to gather and are gathered only when a template asks for them. */
export const BRIEF_NEEDS = ["directory"] as const;
export type BriefNeed = (typeof BRIEF_NEEDS)[number];

export interface TemplateDefinition {
  readonly id: string;
  readonly name: Localized;
  readonly description: Localized;
  /** Format ids, the preferred one first. */
  readonly formats: readonly string[];
  readonly themes: readonly string[];
  /** What the brief must bring besides the usual. Optional because nearly every template needs nothing more. */
  readonly needs?: readonly BriefNeed[];
  /** Sets headlines in the kit's formal face instead of the theme's. Optional: few pieces are formal. */
  readonly display?: "formal";
  /** The pages, each a `<Page>`; a single element is one page. */
  readonly pages: (page: PageContext) => unknown;
}
