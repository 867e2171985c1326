/** What came out of one institution's kit. */

import type { Diagnostic } from "../../base/diagnostic.ts";
import type { Px } from "../../base/units.ts";
import type { KitPiece } from "./kit-plan.ts";

/** A file of a piece; paths are relative to the institution's folder. */
export interface KitFile {
  readonly path: string;
  /** Size. */
  readonly bytes: number;
  readonly sha256: string;
}

export interface Thumbnail extends KitFile {
  readonly width: Px;
  readonly height: Px;
}

export interface FinishedPiece {
  readonly piece: KitPiece;
  readonly files: readonly KitFile[];
  /** One a page. */
  readonly thumbnails: readonly Thumbnail[];
  /** Each said once, though several files were rendered. */
  readonly diagnostics: readonly Diagnostic[];
  /** Whether an earlier run had made it, from the same. */
  readonly isKept: boolean;
}

export interface FinishedKit {
  /** Folder of its files, inside that of the run. */
  readonly folder: string;
  /** Full name; the row's number when the row cannot be read. */
  readonly institution: string;
  readonly pieces: readonly FinishedPiece[];
  /** What is wrong with the institution itself; then there are no pieces. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Every finding of the kit, its institution's first. */
export const findingsOf = ({ diagnostics, pieces }: FinishedKit): readonly Diagnostic[] => [
  ...diagnostics,
  ...pieces.flatMap((piece) => piece.diagnostics),
];
