/** What goes to a worker and what comes back: plain data, for both pass from thread to thread. */

import type { Diagnostic } from "../base/diagnostic.ts";
import type { ArtifactInParts } from "../model/artifact.ts";
import type { RenderRequest } from "../model/request.ts";
import type { Folders, Stage } from "../render.ts";

export interface RenderJob {
  readonly folders: Folders;
  /** Rendered one after the other by one worker: the same piece as another file type finds its frames laid out. */
  readonly requests: readonly RenderRequest[];
}

/** One request's files and findings. */
export interface RenderResult {
  /** Empty when it could not be rendered; then at least one diagnostic is an error. */
  readonly artifacts: readonly ArtifactInParts[];
  readonly diagnostics: readonly Diagnostic[];
  /** Milliseconds by stage, as far as it came. */
  readonly timings: Readonly<Partial<Record<Stage, number>>>;
}

/** In the order of the requests. */
export type RenderJobResult = readonly RenderResult[];

/** The same failure for every request of a job. */
export const failedJob = (job: RenderJob, diagnostics: readonly Diagnostic[]): RenderJobResult =>
  job.requests.map(() => ({ artifacts: [], diagnostics, timings: {} }));
