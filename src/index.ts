/** The package: render a piece of a campaign, or any JSX element. */

import type { RenderRequest } from "./model/request.ts";
import { packageFolders } from "./package-folders.ts";
import { createEngine, type Engine, type Rendering } from "./render.ts";
import type { Runner, RunnerOptions } from "./run/runner.ts";

export type { Code } from "./base/codes.ts";
export {
  AnphamError,
  type Diagnostic,
  type Localized,
  type Severity,
  type Where,
} from "./base/diagnostic.ts";
export type { Artifact } from "./model/artifact.ts";
export type { PressSheet } from "./model/output-profile.ts";
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
  RowPlace,
} from "./run/merge/merge-run.ts";
export type { WrittenPart } from "./run/merge/part-files.ts";
export type { RenderedFile, RenderedPiece, Runner, RunnerOptions } from "./run/runner.ts";

/**
 * Worker threads for print runs: separate files, or all rows in one PDF. They stay until they are closed: what the
 * first run loads and compiles, the next ones find there.
 */
export async function openRunner(options: RunnerOptions): Promise<Runner> {
  // Threads are not needed to render one piece.
  const runs = await import("./run/runner.ts");
  return runs.openRunner(options);
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
