/** What a form asks the engine between two keystrokes: plain data, for it passes from thread to thread. */

import type { Diagnostic } from "../../base/diagnostic.ts";
import type { Rect } from "../../base/geometry.ts";
import type { Artifact } from "../../model/artifact.ts";
import type { RenderRequest } from "../../model/request.ts";
import type { Folders, Stage } from "../../render.ts";

interface OfFolders {
  readonly folders: Folders;
  readonly request: RenderRequest;
}

/** The piece as it is now. */
export interface PreviewJob extends OfFolders {
  readonly kind: "preview";
  /** Pages to draw, from 0; those that the piece does not have are left out. `null` for all. */
  readonly pages: readonly number[] | null;
}

/** How much longer a text may become. */
export interface FitJob extends OfFolders {
  readonly kind: "fit";
  /** Path of a text in the brief: `lead`, `benefits.1`. */
  readonly path: string;
  /** The most characters that its schema takes. */
  readonly limit: number;
}

/** A file to hand over, and, when wanted, its print ticket. */
export interface FilesJob extends OfFolders {
  readonly kind: "files";
  /** The name by which the ticket calls the file; `null` for no ticket. */
  readonly ticket: string | null;
}

/** One page as a picture of pixels. */
export interface PictureJob extends OfFolders {
  readonly kind: "picture";
  /** From 0; the first for one that the piece does not have. */
  readonly page: number;
}

/** Whether a request can be rendered at all, as far as it and what it names say. */
export interface CheckJob extends OfFolders {
  readonly kind: "check";
}

export type FormJob = PreviewJob | FitJob | FilesJob | PictureJob | CheckJob;

/** How a text of the brief comes out: as it is, in its short form, or not at all. */
export type Saying = "whole" | "short" | "unsaid";

export interface PreviewPage {
  /** From 0. */
  readonly page: number;
  /** SVG of the page with its bleed. */
  readonly svg: string;
}

export interface Preview {
  readonly kind: "preview";
  readonly pages: readonly PreviewPage[];
  readonly pageCount: number;
  /** mm round the trim that the pictures show. */
  readonly bleed: number;
  /** Findings, those about a text with the field that says it as `where.path`. */
  readonly diagnostics: readonly Diagnostic[];
  /** By path of every text of the brief. */
  readonly sayings: Readonly<Record<string, Saying>>;
  /** Where the texts stand: by path, the first place that says it, mm from the trim's top left corner. */
  readonly places: Readonly<Record<string, { readonly page: number; readonly area: Rect }>>;
  readonly timings: Readonly<Partial<Record<Stage, number>>>;
}

export interface Fit {
  readonly kind: "fit";
  /** Characters that may be added; negative: that must go; `null` when no length helps, or the text is not said at all. */
  readonly room: number | null;
  /** Compositions it took. */
  readonly tries: number;
}

export interface Files {
  readonly kind: "files";
  readonly artifacts: readonly Artifact[];
  readonly ticket: Artifact | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** What failed as a whole; at least one diagnostic is an error. */
export interface Refusal {
  readonly kind: "refusal";
  readonly diagnostics: readonly Diagnostic[];
}

export interface Picture {
  readonly kind: "picture";
  readonly artifact: Artifact;
}

export interface Check {
  readonly kind: "check";
}

export type FormResult = Preview | Fit | Files | Picture | Check | Refusal;
