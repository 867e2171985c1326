/** What compose hands to layout: pages as named frames of plain, fully expanded JSX. */

import type { Mm } from "../base/units.ts";
import type { PageGeometry } from "./page-geometry.ts";
import type { PaletteColor } from "./palette.ts";
import type { FrameRole } from "./scene.ts";
import type { SOURCE, SourcePlace } from "./source-place.ts";

export interface PageTree {
  readonly geometry: PageGeometry;
  /** In paint order. */
  readonly frames: readonly Frame[];
  /** Every colour the page may use, so that layout can name the token behind a value. */
  readonly colors: readonly PaletteColor[];
}

export interface Frame {
  readonly name: string;
  readonly role: FrameRole;
  /** mm from the trim's top left corner. */
  readonly x: Mm;
  readonly y: Mm;
  readonly width: Mm;
  readonly height: Mm;
  readonly clipped: boolean;
  /** The range in which auto-fit may scale the content; 1 and 1 for none. */
  readonly fit: { readonly minimum: number; readonly maximum: number };
  /** From the fullest to the shortest; the first that fits is used, else the last. */
  readonly variants: readonly ElementNode[];
  /** Where it was written; `null` where its template was compiled without places. */
  readonly source: SourcePlace | null;
}

/** An intrinsic element. In `style`, numbers are millimetres (CSS unitless properties stay plain numbers). */
export interface ElementNode {
  readonly type: string;
  readonly props: ElementProps;
  /** Optional and no content: only templates compiled for the studio have it. */
  readonly [SOURCE]?: SourcePlace;
}

export interface ElementProps {
  readonly style?: Readonly<Record<string, string | number>>;
  readonly children?: ChildNode | readonly ChildNode[];
  readonly [attribute: string]: unknown;
}

export type ChildNode = ElementNode | string | number;
