/** What rules about the whole piece look at: all its pages, and what it is meant to say. */

import type { Diagnostic } from "../base/diagnostic.ts";
import type { Brief } from "../model/brief.ts";
import type { Format } from "../model/format.ts";
import type { OutputProfile } from "../model/output-profile.ts";
import type { PreflightPage } from "./page.ts";

/** What of a brief the whole piece is asked for: by the law, and by whoever wears it. */
export type Asked = Pick<Brief, "institution" | "contact" | "person">;

export interface PreflightPiece {
  readonly pages: readonly PreflightPage[];
  readonly format: Format;
  readonly profile: OutputProfile;
  readonly brief: Asked;
}

export type PieceRule = (piece: PreflightPiece) => readonly Diagnostic[];
