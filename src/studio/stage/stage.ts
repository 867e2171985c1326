/**
 * One designer's pieces, kept while they are looked at: lays them out, judges them, and answers what the page asks
 * about them. Lives on a thread of its own, so that a template that never ends can be stopped.
 */

import { randomUUID } from "node:crypto";
import { diagnosticsOf } from "../../base/diagnostic.ts";
import { compose } from "../../compose/compose.ts";
import { type LiveOptions, type LiveTemplates, openLiveTemplates } from "../../compose/live-templates.ts";
import { exportSheets } from "../../export/export.ts";
import { sheetToSvg } from "../../export/svg/sheet-to-svg.ts";
import { impose } from "../../impose/impose.ts";
import { imposeJobOf } from "../../impose/impose-job.ts";
import { createFrameCache } from "../../layout/frame-cache.ts";
import { layout } from "../../layout/layout.ts";
import type { Artifact } from "../../model/artifact.ts";
import type { ResolvedJob } from "../../model/job.ts";
import type { PageTree } from "../../model/page-tree.ts";
import type { Scene } from "../../model/scene.ts";
import { preflight } from "../../preflight/preflight.ts";
import { samplePictures } from "../../preflight/sample-pictures.ts";
import { exportOptionsOf, type Folders } from "../../render.ts";
import { type Library, openLibrary } from "../../resolve/library.ts";
import { resolve } from "../../resolve/resolve.ts";
import { type TemplateField, templateFields } from "../../run/fields/template-fields.ts";
import { readDataSets } from "../../run/gallery/run-gallery.ts";
import { thumbnailPpi } from "../../run/thumbnail.ts";
import type {
  Catalogue,
  Choice,
  Finding,
  LoadedTable,
  PageParts,
  Plates,
  StageView,
} from "../shared/wire.ts";
import { bleedSheet } from "./bleed-sheet.ts";
import { catalogueOf } from "./catalogue.ts";
import { locate } from "./findings.ts";
import { pageFacts } from "./page-facts.ts";
import { pageParts } from "./page-parts.ts";
import { placesIn } from "./places.ts";
import { heatPicture, type PageInks, pageInks, platePicture } from "./plates.ts";
import { type DataSets, type Output, requestOf } from "./request-of.ts";
import { openTables } from "./tables.ts";

/** What can be asked of a stage. Arguments and answers pass from thread to thread: plain data. */
export interface Stage {
  catalogue(): Promise<Catalogue>;
  /** `view` is `null` when it cannot be laid out at all; then a finding says why. */
  view(choice: Choice): Promise<{ readonly view: StageView | null; readonly findings: readonly Finding[] }>;
  /** @param page 0-based. `null` for a revision that is no longer kept. */
  picture(revision: string, page: number): Promise<string | null>;
  parts(revision: string, page: number): Promise<PageParts | null>;
  plates(revision: string, page: number): Promise<Plates | null>;
  /** PNG of one plate by its name, or of all together as `heat`. */
  plate(revision: string, page: number, name: string): Promise<Uint8Array | null>;
  /** A small PNG of the first page, or of the page asked for. */
  thumbnail(choice: Choice, width: number, page: number): Promise<Thumbnail>;
  export(choice: Choice, output: Output): Promise<Exported>;
  /** What a template asks of a brief, with how to ask for it. */
  fields(template: string): Promise<readonly TemplateField[]>;
  /** Keeps a table, whose rows can then be chosen. @param name of its file */
  rows(name: string, bytes: Uint8Array): Promise<LoadedTable>;
  /** Files changed: templates by id, and whether anything of the brand folder did. */
  refresh(templates: readonly string[], brand: boolean): Promise<void>;
}

export interface Thumbnail {
  readonly png: Uint8Array | null;
  readonly pages: number;
  readonly findings: readonly Finding[];
}

export interface Exported {
  readonly artifacts: readonly Artifact[];
  readonly findings: readonly Finding[];
}

interface Laid {
  readonly job: ResolvedJob;
  readonly pages: readonly PageTree[];
  readonly scenes: readonly Scene[];
  readonly places: ReturnType<typeof placesIn>;
  readonly inks: Map<number, Promise<PageInks | null>>;
  /** SVG by page. */
  readonly pictures: Map<number, string>;
}

/** Layouts kept for later questions about them: that on the page, and those of saves that came in between. */
const KEPT = 12;

/** @param samples folder of the data sets */
export async function openStage(folders: Folders, samples: string, live: LiveOptions): Promise<Stage> {
  const templates: LiveTemplates = await openLiveTemplates(folders.templates, live);
  const cache = createFrameCache();
  const kept = new Map<string, Laid>();
  let library = openLibraryOf(folders, templates);
  const tables = openTables();
  let dataSets = readSets(samples);
  /** Fields are found once for a library; for a changed template it is another one. */
  let ofFields: Library = { ...library };
  // Another stage's pictures may still lie in a browser's cache: no two of them ever have one address.
  const name = randomUUID().slice(0, 8);
  let count = 0;

  /** Runs the pipeline as far as preflight; what is thrown is told with where it is mended. */
  const layOut = async (choice: Choice, output: Output) => {
    const timings: Record<string, number> = {};
    const timed = async <T>(stage: string, run: () => T | Promise<T>): Promise<T> => {
      const start = performance.now();
      const value = await run();
      timings[stage] = performance.now() - start;
      return value;
    };
    let pages: readonly PageTree[] = [];
    const told = (diagnostics: Parameters<typeof locate>[0], thrown: unknown) =>
      locate(diagnostics, { choice, templates, samples, pages, thrown });
    try {
      await timed("compile", () => templates.load(choice.template));
      const { value: job, diagnostics: resolved } = await timed("resolve", async () =>
        resolve(
          await requestOf(choice, await dataSets, await tables.row(choice.row), library, output),
          library,
        ),
      );
      const composed = await timed("compose", () => compose(job));
      pages = composed.value;
      const { fonts, assets } = job;
      const laidOut = await timed("layout", () => layout(pages, { fonts, assets, cache }));
      const scenes = laidOut.value;
      const judged = await timed("preflight", () =>
        preflight(scenes, job.format, job.profile, job.brief, samplePictures(assets)),
      );
      const findings = await told(
        [...resolved, ...composed.diagnostics, ...laidOut.diagnostics, ...judged],
        null,
      );
      return { laid: { job, pages, scenes }, findings, timings };
    } catch (thrown) {
      return { laid: null, findings: await told(diagnosticsOf(thrown), thrown), timings };
    }
  };

  const draw = (revision: string, page: number): string | null => {
    const laid = kept.get(revision);
    const scene = laid?.scenes[page];
    if (!laid || !scene) return null;
    let svg = laid.pictures.get(page);
    if (svg === undefined) {
      svg = sheetToSvg(bleedSheet(scene), { title: laid.job.title, language: "vi", text: "outlines" });
      laid.pictures.set(page, svg);
    }
    return svg;
  };

  const inksOf = (laid: Laid, page: number): Promise<PageInks | null> => {
    const scene = laid.scenes[page];
    let inks = laid.inks.get(page);
    if (!inks) {
      inks = scene ? pageInks(scene, laid.job) : Promise.resolve(null);
      laid.inks.set(page, inks);
    }
    return inks;
  };

  return {
    catalogue: async () => catalogueOf(library, templates, await dataSets),
    async view(choice) {
      const { laid, findings, timings } = await layOut(choice, { as: "svg", ppi: null });
      if (!laid) return { view: null, findings };
      const { job, pages, scenes } = laid;
      const revision = `${name}-${++count}`;
      const places = placesIn(templates.folderOf(choice.template));
      const pictures = new Map<number, string>();
      kept.set(revision, { ...laid, places, inks: new Map(), pictures });
      // It will be asked for as soon as the answer is there; then it is drawn already.
      setImmediate(() => draw(revision, 0));
      for (const old of kept.keys()) if (kept.size > KEPT) kept.delete(old);
      return {
        view: {
          revision,
          title: job.title,
          pages: scenes.map((scene, i) => pageFacts(pages[i]!, scene, job, i, places)),
          findings,
          timings,
          viewingDistance: job.format.viewingDistance,
          brief: { ...job.brief, handbook: null, directory: [] },
        },
        findings,
      };
    },
    async picture(revision, page) {
      return draw(revision, page);
    },
    async parts(revision, page) {
      const laid = kept.get(revision);
      const scene = laid?.scenes[page];
      return laid && scene ? pageParts(laid.pages[page]!, scene, laid.job, page, laid.places) : null;
    },
    async plates(revision, page) {
      const laid = kept.get(revision);
      const inks = laid && (await inksOf(laid, page));
      if (!inks) return null;
      const { cmyk: _, spots: __, ...plates } = inks;
      return plates;
    },
    async plate(revision, page, name) {
      const laid = kept.get(revision);
      const inks = laid && (await inksOf(laid, page));
      if (!inks) return null;
      return name === "heat" ? heatPicture(inks) : platePicture(inks, name);
    },
    async thumbnail(choice, width, page) {
      const { laid, findings } = await layOut(choice, { as: "png", ppi: null });
      const scene = laid?.scenes[page];
      if (!laid || !scene) return { png: null, pages: laid?.scenes.length ?? 0, findings };
      const sheet = bleedSheet(scene);
      const options = {
        ...exportOptionsOf(laid.job),
        as: "png" as const,
        ppi: thumbnailPpi(sheet.size, width),
      };
      const { value } = await exportSheets([sheet], options);
      return { png: value[0]!.bytes, pages: laid.scenes.length, findings };
    },
    async export(choice, output) {
      const { laid, findings } = await layOut(choice, output);
      if (!laid) return { artifacts: [], findings };
      const { job, scenes, pages } = laid;
      try {
        const sheets = impose(scenes, imposeJobOf(job));
        const files = await exportSheets(sheets.value, exportOptionsOf(job));
        const more = [...sheets.diagnostics, ...files.diagnostics];
        const about = { choice, templates, samples, pages, thrown: null };
        return { artifacts: files.value, findings: [...findings, ...(await locate(more, about))] };
      } catch (thrown) {
        const about = { choice, templates, samples, pages, thrown };
        return { artifacts: [], findings: [...findings, ...(await locate(diagnosticsOf(thrown), about))] };
      }
    },
    fields: (template) => templateFields(ofFields, template),
    rows: (name, bytes) => tables.load(name, bytes, () => library.institutions.ids()),
    async refresh(changed, brand) {
      await templates.refresh(changed);
      ofFields = { ...library };
      if (!brand) return;
      library = openLibraryOf(folders, templates);
      ofFields = { ...library };
      dataSets = readSets(samples);
    },
  };
}

function openLibraryOf({ brand, fonts }: Folders, templates: LiveTemplates): Library {
  return openLibrary({ brand, fonts, templates });
}

const readSets = async (samples: string): Promise<DataSets> =>
  new Map((await readDataSets(samples)).map(({ id, content }) => [id, content]));
