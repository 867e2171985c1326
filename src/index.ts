/** The package: render a piece of a campaign, or any JSX element. */

import type { RenderRequest } from "./model/request.ts";
import { packageFolders } from "./package-folders.ts";
import { createEngine, type Engine, type Rendering } from "./render.ts";
import type { MergeOptions, MergeSummary } from "./run/merge/merge-run.ts";

export type { Code } from "./base/codes.ts";
export {
  AnphamError,
  type Diagnostic,
  type Localized,
  type Severity,
  type Where,
} from "./base/diagnostic.ts";
export type { Artifact } from "./model/artifact.ts";
export type { RenderRequest } from "./model/request.ts";
export { packageFolders } from "./package-folders.ts";
export { createEngine, type Engine, type Folders, type Rendering, type Stage } from "./render.ts";
export {
  type ElementFont,
  type RenderElementOptions,
  type RenderedElement,
  renderElement,
} from "./render-element.ts";

export type {
  FinishedRow,
  MergeOptions,
  MergeRow,
  MergeSummary,
  NUp,
} from "./run/merge/merge-run.ts";

/**
 * A print run with variable data: all rows in one PDF, or in a few, rendered on worker threads and written as they
 * come. Every row that can be rendered is written; the others are told with what is wrong with them.
 * @throws AnphamError `run.cancelled`, `request.unknown-id`, `impose.sheet-too-small`, `output.cannot-write`,
 * `export.not-x4`
 */
export async function mergeRun(options: MergeOptions): Promise<MergeSummary> {
  // Threads are not needed to render one piece.
  const run = await import("./run/merge/merge-run.ts");
  return run.mergeRun(options);
}

let shared: Promise<Engine> | null = null;

/**
 * Renders a piece with the templates, brand folder and fonts that ship with the package.
 *
 * For other folders, or for engines that do not share caches, use {@link createEngine}.
 * @throws AnphamError when the request is wrong or cannot be rendered at all
 */
export async function render(request: RenderRequest): Promise<Rendering> {
  shared ??= createEngine(packageFolders());
  return (await shared).render(request);
}
