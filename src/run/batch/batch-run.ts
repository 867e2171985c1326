/** What a run is asked for and what it answers. */

import type { Diagnostic } from "../../base/diagnostic.ts";
import type { Folders } from "../../render.ts";
import type { JobQueue } from "../queue/job-queue.ts";
import type { Rows } from "../rows/read-rows.ts";
import type { ArtifactStore } from "../store.ts";
import type { BatchSelection } from "./batch-piece.ts";
import type { NamePattern } from "./name-pattern.ts";

/** Begins from the first row each time: a run reads its rows to count them, to render them and to proof them. */
export type RowSource = () => Promise<Pick<Rows, "rows" | "count" | "findings">>;

export interface BatchOptions {
  readonly folders: Folders;
  readonly selection: BatchSelection;
  readonly rows: RowSource;
  readonly nameOf: NamePattern;
  /** Folder of the manifest. */
  readonly out: string;
  /** Where the files go: by default that folder. */
  readonly store: ArtifactStore;
  /** Rows from the first; `null` for all. */
  readonly limit: number | null;
  /** Render nothing when any row has an error. */
  readonly strict: boolean;
  /** Trust no file of an earlier run by its size: compare its content. */
  readonly verify: boolean;
  /** Also write `proof.xlsx` and `contact-sheet.pdf` of all rows. */
  readonly proof: boolean;
  readonly queue: Pick<JobQueue, "each">;
  /** No row is begun after an abort; those that were are finished. */
  readonly signal: AbortSignal;
  readonly onRow: (progress: BatchProgress) => void;
}

export interface BatchProgress {
  readonly done: number;
  readonly total: number;
  /** Rows with errors or warnings. */
  readonly problems: number;
  /** Rows whose files were all there. */
  readonly kept: number;
}

export interface RowReport {
  /** 1-based, the heading not counted. */
  readonly row: number;
  /** 1-based line of the file or row of the sheet. */
  readonly line: number;
  readonly title: string | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Whether somebody has to look at the row: notes ask for nothing. */
export const isToLookAt = ({ diagnostics }: Pick<RowReport, "diagnostics">): boolean =>
  diagnostics.some(({ severity }) => severity !== "note");

export interface BatchRun {
  /** Rows that were looked at. */
  readonly rows: number;
  /** Rows of which a file was written. */
  readonly rendered: number;
  readonly kept: number;
  /** Rows with an error that kept them from being rendered. */
  readonly failed: number;
  /** Files written. */
  readonly files: number;
  /** Of the files written. */
  readonly bytes: number;
  /** Rows with findings, in their order. */
  readonly reports: readonly RowReport[];
  /** About the run, its table and its folder. */
  readonly diagnostics: readonly Diagnostic[];
  /** Names of what was written for the proof. */
  readonly proof: readonly string[];
  /** Ended before its last row: interrupted, or the folder could not be written any more. */
  readonly stopped: boolean;
}
