/** What goes to a worker for a merged run, and what comes back: plain data. */

import type { Diagnostic } from "../../base/diagnostic.ts";
import type { CodedPages } from "../../export/pdf/page-coder.ts";
import type { PressSheet } from "../../model/output-profile.ts";
import type { RenderRequest } from "../../model/request.ts";
import type { Folders } from "../../render.ts";
import type { Task } from "../pool.ts";

/** Rows one after the other on press sheets. */
export interface SharedSheets {
  /** The paper, mm. */
  readonly sheet: PressSheet;
  readonly columns: number;
  readonly rows: number;
}

export interface MergeSettings {
  /** Its own of each run of a process: what went to one file is not in another. */
  readonly run: number;
  /** Output profile of every row: a file has one printing condition. */
  readonly profile: string;
  /** `null`: each row on pages of its own. */
  readonly sheets: SharedSheets | null;
  /** Whether a row that preflight finds an error in is left out. */
  readonly strict: boolean;
}

/** Rows that share sheets; one row where none do. */
export type RowGroup = readonly RowToCode[];

export interface RowToCode {
  /** As its table counts it. */
  readonly number: number;
  readonly request: RenderRequest;
}

export interface MergeJob {
  readonly folders: Folders;
  readonly settings: MergeSettings;
  readonly groups: readonly RowGroup[];
  /** Whether to send everything that the pages need, also what was sent before. */
  readonly whole: boolean;
}

export interface CodedRow {
  /** The page of the group on which it begins, 0 for the first; `null` when it is left out. */
  readonly page: number | null;
  /** The institution's name. */
  readonly name: string;
  /** What the piece says: the campaign's message. */
  readonly headline: string;
  /** The day that a file which begins with this row is dated. */
  readonly date: Date;
  readonly diagnostics: readonly Diagnostic[];
}

export interface CodedGroup {
  readonly rows: readonly CodedRow[];
  /** `null` when every row is left out. */
  readonly coded: CodedPages | null;
}

export type MergeJobResult = readonly CodedGroup[];

/** A row of which nothing is known but what is wrong with it. */
export const leftOut = (diagnostics: readonly Diagnostic[]): CodedRow => ({
  page: null,
  name: "",
  headline: "",
  date: new Date(0),
  diagnostics,
});

export const MERGING: Task<MergeJob, MergeJobResult> = {
  name: "mergeRows",
  plain: ({ folders, settings, groups, whole }) => ({ folders, settings, groups, whole }),
  pieces: ({ groups }) => groups.reduce((sum, rows) => sum + rows.length, 0),
  failed: ({ groups }, diagnostics) =>
    groups.map((rows) => ({ rows: rows.map(() => leftOut(diagnostics)), coded: null })),
};
