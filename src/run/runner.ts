/** Run after run on the same worker threads, for whoever uses the package as a library. */

import { count } from "../base/argument.ts";
import { joined } from "../base/byte-parts.ts";
import type { Artifact, ArtifactInParts } from "../model/artifact.ts";
import type { RenderRequest } from "../model/request.ts";
import { absoluteFolders, type Folders } from "../render.ts";
import { MERGING } from "./merge/merge-job.ts";
import { type MergeOptions, type MergeSummary, mergeRun } from "./merge/merge-run.ts";
import { forRuns, openThreads, RENDERING } from "./pool.ts";
import type { RenderJob, RenderResult } from "./render-job.ts";

export interface RunnerOptions {
  readonly folders: Folders;
  /** Threads, from 1; `null` for as many as cores. What is made does not depend on it. */
  readonly workers: number | null;
}

export interface RenderedPiece extends Omit<RenderResult, "artifacts"> {
  readonly request: RenderRequest;
  /** Empty when it could not be rendered; then at least one diagnostic is an error. */
  readonly artifacts: readonly RenderedFile[];
}

/** Its bytes are put together when they are asked for; whoever only writes them writes the parts. */
export interface RenderedFile extends Artifact, ArtifactInParts {}

/** Threads that stay warm from run to run. Several runs at once share them. */
export interface Runner {
  readonly workers: number;
  /**
   * Renders each piece as files of its own, in the order of the requests, which are taken as there is room. One that
   * cannot be rendered has no artifacts, and a diagnostic that says why.
   * @param signal begins no more pieces once it is aborted; those that were begun are still yielded
   * @throws AnphamError `run.cancelled` when the runner is closed before the last one
   */
  each(
    requests: Iterable<RenderRequest> | AsyncIterable<RenderRequest>,
    signal: AbortSignal,
  ): AsyncGenerator<RenderedPiece>;
  /**
   * A print run with variable data: all rows in one PDF, or in a few, written as they come. Every row that can be
   * rendered is written; the others are told with what is wrong with them. The same rows and options give the same
   * bytes, whatever the threads did before.
   * @throws AnphamError `run.cancelled`, `request.invalid-field`, `request.unknown-id`, `impose.no-sheet`,
   * `impose.sheet-too-small`, `output.cannot-write`, `export.not-x4`
   */
  merge(options: MergeOptions): Promise<MergeSummary>;
  /** Ends the threads; a run that is under way fails. */
  close(): Promise<void>;
}

interface PieceJob extends RenderJob {
  readonly request: RenderRequest;
}

/**
 * The threads start with the first run.
 * @throws AnphamError `request.invalid-field`
 */
export function openRunner(options: RunnerOptions): Runner {
  const { workers } = options;
  if (workers !== null) count("workers", workers);
  // A thread, or a later run, may find the process in another folder.
  const folders = absoluteFolders(options.folders);
  const threads = openThreads(forRuns(workers));
  const rendering = threads.pool(RENDERING);
  const merging = threads.pool(MERGING);
  return {
    workers: threads.workers,
    async *each(requests, signal) {
      for await (const { job, results } of rendering.each(jobsOf(folders, requests), signal)) {
        const [result] = results;
        yield { request: job.request, ...result!, artifacts: result!.artifacts.map(renderedFile) };
      }
    },
    merge(options) {
      merging.prepare({ folders, template: null, profile: options.profile });
      return mergeRun(merging, folders, options);
    },
    close: threads.close,
  };
}

const renderedFile = (artifact: ArtifactInParts): RenderedFile => ({
  ...artifact,
  get bytes() {
    return joined(artifact.parts);
  },
});

async function* jobsOf(
  folders: Folders,
  requests: Iterable<RenderRequest> | AsyncIterable<RenderRequest>,
): AsyncGenerator<PieceJob> {
  for await (const request of requests) yield { folders, requests: [request], request };
}
