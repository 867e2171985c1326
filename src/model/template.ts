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

export interface TemplateDefinition {
  readonly id: string;
  readonly name: Localized;
  readonly description: Localized;
  /** Format ids, the preferred one first. */
  readonly formats: readonly string[];
  readonly themes: readonly string[];
  /** The pages, each a `<Page>`; a single element is one page. */
  readonly pages: (page: PageContext) => unknown;
}
