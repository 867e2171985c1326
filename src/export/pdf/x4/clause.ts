import type { X4File } from "./open.ts";

/** One thing that PDF/X-4 asks for. The ledger beside the code, PDFX4.md, has a line for each. */
export interface X4Clause {
  /**
   * What it can be checked on when a file is written piece by piece: pages with what they show, or everything else.
   * Every clause is checked on a file that is whole.
   */
  readonly of: readonly ("content" | "document")[];
  /** Where the standard says so; a subject where the number of the clause is not known. */
  readonly clause: string;
  readonly requirement: string;
  /** What breaks it, each in a few words; nothing when it is kept. */
  check(file: X4File): Iterable<string>;
}
