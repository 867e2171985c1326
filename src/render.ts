/**
 * The pipeline. Each arrow returns its value together with diagnostics.
 *
 * ```
 * RenderRequest ─resolve→ ResolvedJob ─compose→ PageTree[] ─layout→ Scene[] ─preflight→ Diagnostic[]
 *                                                                      └─impose→ Sheet[] ─export→ Artifact[]
 * ```
 *
 * resolve reads files; compose runs the template, a pure function; layout is the only stage that knows
 * satori; preflight judges scenes; impose puts them on sheets; export writes bytes.
 */

import { resolve as resolvePath } from "node:path";
import { AnphamError, type Diagnostic, type Outcome } from "./base/diagnostic.ts";
import { compose } from "./compose/compose.ts";
import { openTemplates } from "./compose/registry.ts";
import { foldersOf, type TemplateFolders } from "./compose/template-folders.ts";
import { type ExportOptions, exportInParts } from "./export/export.ts";
import { impose } from "./impose/impose.ts";
import { imposeJobOf } from "./impose/impose-job.ts";
import { createFrameCache } from "./layout/frame-cache.ts";
import { layout } from "./layout/layout.ts";
import { type Artifact, type ArtifactInParts, whole } from "./model/artifact.ts";
import type { ResolvedJob } from "./model/job.ts";
import type { RenderRequest } from "./model/request.ts";
import type { Scene } from "./model/scene.ts";
import type { Sheet } from "./model/sheet.ts";
import { preflight } from "./preflight/preflight.ts";
import { samplePictures } from "./preflight/sample-pictures.ts";
import { type Library, openLibrary } from "./resolve/library.ts";
import { resolve } from "./resolve/resolve.ts";

/** Folders to work from; relative ones from the process's own at the time that they are given. */
export interface Folders {
  readonly brand: string;
  readonly fonts: string;
  readonly templates: TemplateFolders;
  /** With it, requests name pictures of this folder by the id that they were uploaded under, and no file at all. */
  readonly uploads?: string;
}

/** The same folders wherever the process goes later. */
export const absoluteFolders = ({ brand, fonts, templates, uploads }: Folders): Folders => ({
  brand: resolvePath(brand),
  fonts: resolvePath(fonts),
  templates: foldersOf(templates).map((folder) => resolvePath(folder)),
  ...(uploads === undefined ? {} : { uploads: resolvePath(uploads) }),
});

export interface Rendering {
  /** One file, or one a page for types that hold a single page. */
  readonly artifacts: readonly Artifact[];
  readonly diagnostics: readonly Diagnostic[];
  /** Milliseconds by stage, in order. */
  readonly timings: Readonly<Record<Stage, number>>;
  /** What was rendered, for what goes with it: proofs, print tickets. */
  readonly job: ResolvedJob;
  /** As they were exported. */
  readonly sheets: readonly Sheet[];
}

/** The same for whoever writes the files or hands them on. */
export interface RenderingInParts extends Omit<Rendering, "artifacts"> {
  readonly artifacts: readonly ArtifactInParts[];
}

export const STAGES = ["resolve", "compose", "layout", "preflight", "impose", "export"] as const;
export type Stage = (typeof STAGES)[number];

/** Laid out and judged, but on no sheet yet. */
export interface Composition {
  readonly job: ResolvedJob;
  /** One a page. */
  readonly scenes: readonly Scene[];
  readonly diagnostics: readonly Diagnostic[];
  /** Milliseconds by stage, in order. */
  readonly timings: Readonly<Partial<Record<Stage, number>>>;
}

/** Holds what is worth keeping between renders: parsed data, compiled templates, laid-out frames. */
export interface Engine {
  readonly library: Library;
  /** @throws AnphamError when the request is wrong or cannot be rendered at all */
  render(request: RenderRequest): Promise<Rendering>;
  /**
   * {@link render} without a copy of what many files have in common.
   * @throws AnphamError as {@link render}
   */
  renderInParts(request: RenderRequest): Promise<RenderingInParts>;
  /**
   * The first half of {@link render}, for what puts several pieces into one file.
   * @throws AnphamError as {@link render}
   */
  compose(request: RenderRequest): Promise<Composition>;
}

/** How a job's sheets are exported. */
export function exportOptionsOf({
  as,
  ppi,
  title,
  condition,
  inks,
  date,
  profile,
  brief,
}: ResolvedJob): ExportOptions {
  const { standard, text, scale } = profile;
  return {
    as,
    // Resolution is asked for at final size: a file at 1:10 holds ten times as many pixels to its inch.
    ppi: ppi / scale,
    title,
    author: brief.institution.name.text,
    language: "vi-VN",
    condition,
    inks,
    standard,
    text,
    date: standard === "pdf/x-4" ? date : null,
  };
}

/** Runs stages and keeps their times and findings. */
function openStages() {
  const diagnostics: Diagnostic[] = [];
  const timings = {} as Record<Stage, number>;
  const stage = async <T>(name: Stage, run: () => Outcome<T> | Promise<Outcome<T>>): Promise<T> => {
    const start = performance.now();
    const outcome = await run();
    timings[name] = performance.now() - start;
    diagnostics.push(...outcome.diagnostics);
    return outcome.value;
  };
  return { diagnostics, timings, stage };
}

/** Failures of templates whose places are kept. */
const MOST_PLACED = 100;

/** @throws AnphamError `request.unreadable-file` for a templates folder that cannot be read */
export async function createEngine(given: Folders): Promise<Engine> {
  const folders = absoluteFolders(given);
  const templates = await openTemplates(folders.templates);
  const library = openLibrary({ ...folders, templates });
  const cache = createFrameCache();
  /** By what it is told as: thousands of rows fail in one place. */
  const placed = new Map<string, Promise<AnphamError>>();
  const composed = async (job: ResolvedJob) => {
    try {
      return compose(job);
    } catch (thrown) {
      const told = thrown instanceof AnphamError ? thrown.diagnostics[0] : undefined;
      if (!(thrown instanceof AnphamError) || told?.code !== "template.broken") throw thrown;
      let fault = placed.get(told.message.en);
      if (!fault) {
        // Most processes never need it.
        const { placedFault } = await import("./compose/placed-fault.ts");
        fault = placedFault(thrown, job, folders.templates);
        if (placed.size < MOST_PLACED) placed.set(told.message.en, fault);
      }
      throw await fault;
    }
  };
  const composeIn = async (request: RenderRequest, { stage }: ReturnType<typeof openStages>) => {
    const job = await stage("resolve", () => resolve(request, library));
    const pages = await stage("compose", () => composed(job));
    const { fonts, assets } = job;
    const scenes = await stage("layout", () => layout(pages, { fonts, assets, cache }));
    await stage("preflight", () => ({
      value: null,
      diagnostics: preflight(scenes, job.format, job.profile, job.brief, samplePictures(assets)),
    }));
    return { job, scenes };
  };
  const renderInParts = async (request: RenderRequest): Promise<RenderingInParts> => {
    const stages = openStages();
    const { job, scenes } = await composeIn(request, stages);
    const { stage, diagnostics, timings } = stages;
    const sheets = await stage("impose", () => impose(scenes, imposeJobOf(job)));
    const artifacts = await stage("export", () => exportInParts(sheets, exportOptionsOf(job)));
    return { artifacts, diagnostics, timings, job, sheets };
  };
  return {
    library,
    async compose(request) {
      const stages = openStages();
      const { job, scenes } = await composeIn(request, stages);
      return { job, scenes, diagnostics: stages.diagnostics, timings: stages.timings };
    },
    async render(request) {
      const { artifacts, ...rendering } = await renderInParts(request);
      return { artifacts: artifacts.map(whole), ...rendering };
    },
    renderInParts,
  };
}
