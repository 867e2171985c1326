/** The fields of a form, and the values that they have before anybody types. Plain data. */

import type { Diagnostic } from "../../base/diagnostic.ts";
import type { Rect } from "../../base/geometry.ts";

/** How a text of the brief comes out: as it is, in its short form, or not at all. */
export type Saying = "whole" | "short" | "unsaid";

export type ControlKind =
  | "text"
  | "textarea"
  | "date"
  | "time"
  | "list"
  | "phones"
  | "programmes"
  | "photo"
  | "logo"
  | "url"
  | "email";

export interface FormField {
  /** Path in a request's `data`. */
  readonly path: string;
  readonly group: string;
  readonly control: ControlKind;
  readonly label: string;
  readonly hint: string | null;
  readonly example: string | null;
  /** Characters that the schema takes. */
  readonly maxLength: number | null;
  readonly maxItems: number | null;
  readonly required: boolean;
  /** Pieces (`template/format`) in which it can show. */
  readonly pieces: readonly string[];
}

export interface FormGroup {
  readonly id: string;
  readonly name: string;
}

export interface Form {
  readonly groups: readonly FormGroup[];
  readonly fields: readonly FormField[];
}

export interface ProgrammeValue {
  readonly name: string;
  readonly levels: readonly ("so-cap" | "trung-cap" | "cao-dang")[];
  readonly duration?: string | null;
  readonly [detail: string]: unknown;
}

/** What fields say on their own, by path: texts, lists of texts, programmes. A phrase's short form is at `….short`. */
export type BaseValues = Readonly<Record<string, unknown>>;

/** A picture that was sent in. */
export interface Upload {
  /** What a draft says for it: `upload:…`. */
  readonly ref: string;
  readonly width: number;
  readonly height: number;
  readonly mediaType: string;
  readonly notes: readonly string[];
}

export interface PreviewReply {
  readonly pages: readonly { readonly page: number; readonly svg: string }[];
  readonly pageCount: number;
  readonly bleed: number;
  readonly diagnostics: readonly Diagnostic[];
  readonly sayings: Readonly<Record<string, Saying>>;
  readonly places: Readonly<Record<string, { readonly page: number; readonly area: Rect }>>;
  /** Milliseconds on the server. */
  readonly took: number;
}

export interface FitReply {
  readonly room: number | null;
}

/** What a server says when it cannot do what was asked. */
export interface Refused {
  readonly title: string;
  readonly diagnostics: readonly Diagnostic[];
}
