import type { X4File } from "./open.ts";

/** Pages with what they show, fonts, everything else. */
export type X4Piece = "content" | "font" | "document";

/** One thing that PDF/X-4 asks for. The ledger beside the code, PDFX4.md, has a line for each. */
export interface X4Clause {
  /**
   * What it is checked on, for a file is written piece by piece: pages with what they show, fonts, or everything else.
   * Nothing for what holds by construction.
   */
  readonly of: readonly X4Piece[];
  /** Where the standard says so; a subject where the number of the clause is not known. */
  readonly clause: string;
  readonly requirement: string;
  /** What breaks it, each in a few words; nothing when it is kept. */
  check(file: X4File): Iterable<string>;
}
