/** What a job's thread and the service say to each other: plain data. */

import type { Diagnostic } from "../../base/diagnostic.ts";
import type { Folders } from "../../render.ts";
import type { RenderJob, RenderJobResult } from "../../run/render-job.ts";
import type { Principal } from "../access/principal.ts";
import type { JobRecord } from "./job-record.ts";

/** What the thread is started with. */
export interface JobSpec {
  readonly job: Pick<JobRecord, "id" | "rows"> & Pick<JobRecord, "kind" | "request">;
  readonly principal: Principal;
  readonly folders: Folders;
  /** The job's folder; its files go to {@link OUT} there. */
  readonly folder: string;
  /** The most rows. */
  readonly mostRows: number;
  /** Where jobs are rendered: `null` for the service's own threads. */
  readonly redis: { readonly address: string; readonly store: string } | null;
}

export const OUT = "out";
/** In the folder of files: findings row by row, for programs. */
export const REPORT = "report.json";

export interface JobProgress {
  readonly done: number;
  readonly total: number;
  /** Rows or pieces with errors or warnings. */
  readonly problems: number;
}

export interface JobEnd {
  readonly counts: Readonly<Record<string, number>>;
  readonly diagnostics: readonly Diagnostic[];
  /** Ended before its last row. */
  readonly stopped: boolean;
}

export type FromThread =
  | { readonly type: "render"; readonly seq: number; readonly job: RenderJob }
  | { readonly type: "progress"; readonly progress: JobProgress }
  /** What holds its queue up. */
  | { readonly type: "trouble"; readonly trouble: Diagnostic }
  | { readonly type: "end"; readonly end: JobEnd };

export type ToThread =
  /** `null`: taken back before it was begun. */
  | { readonly type: "rendered"; readonly seq: number; readonly results: RenderJobResult | null }
  | { readonly type: "stop" };
