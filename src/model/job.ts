/** A request with every default filled and every reference loaded: nothing later reads a file. */

import type { FontFace } from "../base/font/face.ts";
import type { Ppi } from "../base/units.ts";
import type { BrandKit } from "./brand-kit.ts";
import type { Brief } from "./brief.ts";
import type { Format } from "./format.ts";
import type { InkTable } from "./ink.ts";
import type { OutputCondition } from "./output-condition.ts";
import type { OutputProfile } from "./output-profile.ts";
import type { Palette } from "./palette.ts";
import type { MarkLook, Tones } from "./picture-facts.ts";
import type { OutputType } from "./request.ts";
import type { PictureRole, TemplateDefinition } from "./template.ts";
import type { Theme } from "./theme.ts";

export interface ResolvedJob {
  readonly template: TemplateDefinition;
  readonly format: Format;
  readonly theme: Theme;
  readonly kit: BrandKit;
  /** Font families by role. */
  readonly faces: { readonly display: string; readonly text: string };
  readonly palette: Palette;
  readonly brief: Brief;
  /** Title of the finished document. */
  readonly title: string;
  /** The day that stands in files whose standard wants one: rendering knows no clock. */
  readonly date: Date;
  /** The day that the request gives, `2026-09-30`; `null` when it gives none. */
  readonly day: string | null;
  readonly profile: OutputProfile;
  /** The printing condition of a CMYK profile, else `null`. */
  readonly condition: OutputCondition | null;
  /** The inks behind the palette's tokens and the tints, marks and lines that go with them. */
  readonly inks: InkTable;
  readonly as: OutputType;
  /** Resolution of pixel outputs, and of what must be pixels inside a PDF. */
  readonly ppi: Ppi;
  /** The faces of the kit's families: all that layout may use. Always the same array for the same families. */
  readonly fonts: readonly FontFace[];
  readonly assets: readonly Asset[];
}

/** A picture that was read, checked and bounded. */
export interface Asset {
  readonly role: PictureRole;
  readonly name: string;
  /** SHA-256 of the data. */
  readonly id: string;
  readonly mediaType: "image/png" | "image/jpeg" | "image/svg+xml";
  readonly pixelWidth: number;
  readonly pixelHeight: number;
  readonly data: Uint8Array;
  /** The point that must stay in view, 0–1 from the left and from the top. */
  readonly focus: { readonly x: number; readonly y: number };
  /** For measuring text over it; `null` for drawings, whose shapes the scene holds. */
  readonly tones: Tones | null;
  /** Of logos and marks; `null` for a photo. */
  readonly look: MarkLook | null;
}
