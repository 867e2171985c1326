/** Judging a piece without making its files: what goes to a worker and what comes back. */

import type { Diagnostic } from "../base/diagnostic.ts";
import type { RenderRequest } from "../model/request.ts";
import type { Folders, Stage } from "../render.ts";
import type { Task } from "./pool.ts";

export interface PreflightJob {
  readonly folders: Folders;
  readonly request: RenderRequest;
}

export interface PreflightResult {
  /** 0 when it could not be laid out; then at least one diagnostic is an error. */
  readonly pages: number;
  readonly diagnostics: readonly Diagnostic[];
  /** Milliseconds by stage, as far as it came. */
  readonly timings: Readonly<Partial<Record<Stage, number>>>;
}

export const PREFLIGHT: Task<PreflightJob, PreflightResult> = {
  name: "preflightPiece",
  plain: (job) => job,
  pieces: () => 1,
  failed: (_, diagnostics) => ({ pages: 0, diagnostics, timings: {} }),
};
