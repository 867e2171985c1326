/** What the studio's page and its server say to each other: plain data, JSON on the way. */

import type { Diagnostic, Localized } from "../../base/diagnostic.ts";
import type { Insets, Rect, Size } from "../../base/geometry.ts";
import type { FrameRole } from "../../model/scene.ts";

/** What is looked at. All of it stands in the page's address. */
export interface Choice {
  readonly template: string;
  readonly format: string;
  readonly theme: string;
  readonly institution: string;
  readonly campaign: string;
  readonly message: string | null;
  readonly audience: string | null;
  readonly event: string | null;
  readonly profile: string;
  /** A data set of the samples laid over the brief; `null` for the institution as it is. */
  readonly dataSet: string | null;
  /** A row of a table that was loaded, which says whose piece it is; `null` for none. */
  readonly row: RowChoice | null;
  /** Values of controls by dotted path into the brief. */
  readonly set: Readonly<Record<string, unknown>>;
  readonly stress: Stress;
}

/** A row of a table that the server keeps. */
export interface RowChoice {
  /** By which the server knows the table. */
  readonly table: string;
  /** 1-based, the heading not counted. */
  readonly number: number;
}

/** A table of rows that was read. */
export interface LoadedTable {
  readonly table: string;
  readonly rows: readonly { readonly number: number; readonly title: string; readonly faults: number }[];
  /** What could not be read, or was not understood. */
  readonly findings: readonly Diagnostic[];
}

/** What a designer's sliders do to the texts. */
export interface Stress {
  /** Length of every text in parts of what it is: 0.5 halves it, 2 doubles it. */
  readonly text: number;
  /** How many programmes there are; `null` as they are. */
  readonly programmes: number | null;
}

/** A place in a file that an editor can open. */
export interface FilePlace {
  /** Absolute. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
}

/** Some lines of a file around a place. */
export interface CodeFrame {
  /** As a person knows the file: relative to the working directory where it lies inside. */
  readonly shown: string;
  readonly place: FilePlace;
  readonly lines: readonly { readonly number: number; readonly text: string }[];
}

/** A diagnostic, and where in which file it is mended. */
export interface Finding extends Diagnostic {
  readonly source: CodeFrame | null;
}

export interface Named {
  readonly id: string;
  readonly name: Localized;
}

export interface CatalogueFormat extends Named {
  readonly family: string;
  readonly medium: "print" | "screen";
  readonly profile: string;
  /** mm. */
  readonly width: number;
  readonly height: number;
}

export interface CatalogueTemplate {
  readonly id: string;
  /** `null` while it does not compile. */
  readonly definition: {
    readonly name: Localized;
    readonly description: Localized;
    readonly formats: readonly string[];
    readonly themes: readonly string[];
  } | null;
}

/** Everything that can be chosen. */
export interface Catalogue {
  readonly templates: readonly CatalogueTemplate[];
  readonly formats: readonly CatalogueFormat[];
  readonly themes: readonly Named[];
  readonly institutions: readonly Named[];
  readonly campaigns: readonly (Named & {
    readonly messages: readonly Named[];
    readonly audiences: readonly Named[];
    readonly events: readonly Named[];
  })[];
  readonly profiles: readonly (Named & {
    readonly use: Localized;
    readonly colorSpace: "rgb" | "cmyk";
  })[];
  readonly dataSets: readonly string[];
}

/** A piece, laid out. Lengths are mm; places start at the trim's top left corner. */
export interface StageView {
  /** Names this layout in later questions; only the latest few are kept. */
  readonly revision: string;
  readonly title: string;
  readonly pages: readonly StagePage[];
  readonly findings: readonly Finding[];
  /** Milliseconds by stage, compiling included. */
  readonly timings: Readonly<Record<string, number>>;
  readonly viewingDistance: number;
  /** What is said on it: the values that controls begin with. */
  readonly brief: Readonly<Record<string, unknown>>;
}

export interface StagePage {
  readonly trim: Rect;
  readonly bleedBox: Rect;
  readonly safe: Rect;
  readonly shape: "rectangle" | "circle";
  readonly wrap: number;
  readonly folds: readonly { readonly axis: "vertical" | "horizontal"; readonly at: number }[];
  readonly covered: readonly (Rect & { readonly name: Localized })[];
  /** From one line of the baseline grid to the next, and where content stands. */
  readonly baseline: number;
  readonly box: Rect;
  readonly frames: readonly StageFrame[];
}

export interface StageFrame {
  readonly name: string;
  readonly role: FrameRole;
  readonly box: Rect;
  /** The scale that auto-fit chose, and the range that it had. */
  readonly scale: number;
  readonly fit: { readonly minimum: number; readonly maximum: number };
  /** Which of the frame's contents it shows, from 1, and how many there are. */
  readonly variant: number;
  readonly variants: number;
  readonly overflow: Insets;
  /** The part of the frame's height that its text reaches down to, 0–1 and more; `null` without text. */
  readonly filled: number | null;
  readonly source: FilePlace | null;
}

/** What stands on a page, for overlays and for clicks. */
export interface PageParts {
  readonly texts: readonly TextPart[];
  readonly images: readonly ImagePart[];
  /** In document order: the last that holds a point is the innermost. */
  readonly elements: readonly ElementPart[];
}

export interface TextPart {
  readonly text: string;
  readonly frame: string;
  readonly box: Rect;
  /** pt. */
  readonly size: number;
  /** mm. */
  readonly xHeight: number;
  /** The worst contrast ratio of its letters; `null` where it cannot be measured. */
  readonly contrast: number | null;
  readonly needed: number;
}

export interface ImagePart {
  readonly frame: string;
  readonly box: Rect;
  readonly ppi: number;
  readonly needed: number;
}

export interface ElementPart {
  readonly frame: string;
  readonly type: string;
  readonly box: Rect;
  readonly source: FilePlace | null;
}

/** One printing plate, or what all of them lay on the paper together. */
export interface Plates {
  readonly condition: string;
  /** Percent: the most ink that the condition can hold. */
  readonly inkLimit: number;
  /** Percent: the most that is laid on any pixel. */
  readonly most: number;
  /** `C`, `M`, `Y`, `K`, then spots by name. */
  readonly names: readonly string[];
  readonly pixelSize: Size;
}

/** What the page is told without asking. */
export type StudioEvent =
  | { readonly kind: "hello"; readonly version: string }
  /** Files changed, and laying out anew takes a while: what is shown is of files that are no more. */
  | { readonly kind: "reading" }
  /** Files changed and the piece that was looked at last is laid out anew, so long after they were saved. */
  | {
      readonly kind: "changed";
      readonly files: readonly string[];
      readonly ms: number;
      /** `null` when nothing has been looked at yet. */
      readonly laid: { readonly choice: Choice; readonly answer: ViewAnswer } | null;
    }
  /** Everything else knows of the change by now: small pictures, and what can be chosen. */
  | { readonly kind: "settled" };

/** A piece that was laid out, or what is against it. */
export interface ViewAnswer {
  readonly view: StageView | null;
  readonly findings: readonly Finding[];
}
