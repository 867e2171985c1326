/** Sheets → files: picks the exporter. */

import { LRUCache } from "lru-cache";
import { type Diagnostic, fail, type Outcome } from "../base/diagnostic.ts";
import { foundOnce } from "../base/found-once.ts";
import { sha256 } from "../base/hash.ts";
import type { Ppi } from "../base/units.ts";
import { type Artifact, type ArtifactInParts, whole } from "../model/artifact.ts";
import type { InkTable } from "../model/ink.ts";
import type { OutputCondition } from "../model/output-condition.ts";
import { MEDIA_TYPES } from "../model/output-files.ts";
import type { OutputProfile } from "../model/output-profile.ts";
import type { OutputType } from "../model/request.ts";
import type { Sheet } from "../model/sheet.ts";
import type { InkConverter } from "./ink/ink-converter.ts";
import { lostPlates } from "./lost-plates.ts";
import type { PageCoder } from "./pdf/page-coder.ts";

export interface ExportOptions {
  readonly as: OutputType;
  /** Of pixel outputs, and of what must be pixels inside a PDF. */
  readonly ppi: Ppi;
  readonly title: string;
  readonly author: string | null;
  /** BCP 47: `vi-VN`. */
  readonly language: string;
  /** Written into the file's metadata when given: rendering itself knows no clock. */
  readonly date: Date | null;
  /** The printing condition for which colours become inks, or `null` for sRGB. */
  readonly condition: OutputCondition | null;
  /** The inks behind the colours' tokens. */
  readonly inks: InkTable;
  /** What a PDF says it keeps. */
  readonly standard: OutputProfile["standard"];
  /** Live text in a PDF, or shapes. */
  readonly text: OutputProfile["text"];
}

/** One PDF for all sheets; one file a sheet for the other types. Exporters load when first needed. */
export async function exportSheets(
  sheets: readonly Sheet[],
  options: ExportOptions,
): Promise<Outcome<readonly Artifact[]>> {
  const { value, diagnostics } = await exportInParts(sheets, options);
  return { value: value.map(whole), diagnostics };
}

/** {@link exportSheets} for whoever writes the files or hands them on. */
export async function exportInParts(
  sheets: readonly Sheet[],
  options: ExportOptions,
): Promise<Outcome<readonly ArtifactInParts[]>> {
  const { as } = options;
  const mediaType = MEDIA_TYPES[as];
  const artifact = (bytes: Uint8Array, page: number): ArtifactInParts => ({
    mediaType,
    parts: [bytes],
    sha256: sha256(bytes),
    page,
  });
  if (as === "pdf") {
    const [{ exportPdf }, coder] = await Promise.all([
      import("./pdf/export-pdf.ts"),
      pageCoder(options),
      startCompressing(options),
    ]);
    const { value, diagnostics } = await exportPdf(sheets, coder, options);
    return { value: [{ mediaType, ...value, page: null }], diagnostics };
  }
  const artifacts: ArtifactInParts[] = [];
  const inked = options.condition !== null && (as === "tiff" || as === "jpeg");
  const diagnostics: Diagnostic[] = inked ? [...lostPlates(sheets)] : [];
  for (const [index, sheet] of sheets.entries()) {
    if (as === "svg") {
      const { sheetToSvg } = await import("./svg/sheet-to-svg.ts");
      const svg = sheetToSvg(sheet, { ...options, text: "outlines" });
      artifacts.push(artifact(new TextEncoder().encode(svg), index + 1));
      continue;
    }
    if (as === "tiff") {
      const converter = await converterFor(options);
      if (!converter) return fail("request.needs-press-profile", { type: "TIFF" }, { path: "profile" });
      const { exportTiff } = await import("./tiff/export-tiff.ts");
      const { value, diagnostics: found } = await exportTiff(sheet, { ...options, converter });
      diagnostics.push(...found);
      artifacts.push(artifact(value, index + 1));
      continue;
    }
    if (as === "jpeg" && options.condition) {
      const converter = (await converterFor(options))!;
      const { exportPressJpeg } = await import("./tiff/press-jpeg.ts");
      const { value, diagnostics: found } = await exportPressJpeg(sheet, { ...options, converter });
      diagnostics.push(...found);
      artifacts.push(artifact(value, index + 1));
      continue;
    }
    const { exportRaster } = await import("./raster/export-raster.ts");
    const { value, diagnostics: found } = await exportRaster(sheet, { ...options, as });
    diagnostics.push(...found);
    artifacts.push(artifact(value, index + 1));
  }
  return { value: artifacts, diagnostics };
}

/** What pages depend on. */
type Coding = Pick<ExportOptions, "ppi" | "condition" | "inks" | "standard" | "text">;

/** Ways of coding pages that are kept, by condition: the kits of one run are few. */
const MOST_CODERS = 8;
const codersFor = foundOnce<object, LRUCache<string, Promise<PageCoder>>>(
  () => new LRUCache({ max: MOST_CODERS }),
);
const NO_CONDITION = {};

const written = foundOnce((inks: InkTable): string => JSON.stringify([...inks]));

/** What codes pages for files with these options: always the same, which keeps what it has coded. */
export function pageCoder(options: Coding): Promise<PageCoder> {
  const { ppi, condition, inks, standard, text } = options;
  const known = codersFor(condition ?? NO_CONDITION);
  const key = `${ppi} ${standard} ${text} ${written(inks)}`;
  let coder = known.get(key);
  if (!coder) {
    coder = openPageCoder(options);
    known.set(key, coder);
    coder.catch(() => known.delete(key));
  }
  return coder;
}

/** Loads what writes PDF files under a condition, `null` for screens, so that the first file finds it loaded. */
export async function prepareExport(condition: OutputCondition | null): Promise<void> {
  await loadCoding({ condition, inks: new Map() });
}

const loadCoding = (inks: Pick<Coding, "condition" | "inks">) =>
  Promise.all([import("./pdf/page-coder.ts"), import("./raster/rasterise.ts"), converterFor(inks)]);

async function openPageCoder(options: Coding): Promise<PageCoder> {
  const [{ PageCoder }, { createRasterise }, converter] = await loadCoding(options);
  const { ppi, inks, standard, text } = options;
  return new PageCoder({ ppi, inks, standard, text, rasterise: createRasterise(), converter });
}

/** The profile that the file will hold is compressed while the converter opens it and pages are coded. */
async function startCompressing({ condition }: ExportOptions): Promise<void> {
  if (!condition) return;
  const { compressProfile } = await import("./pdf/output-intent.ts");
  void compressProfile(condition);
}

async function converterFor({
  condition,
  inks,
}: Pick<Coding, "condition" | "inks">): Promise<InkConverter | null> {
  if (!condition) return null;
  const { createInkConverter } = await import("./ink/ink-converter.ts");
  return createInkConverter(condition, inks);
}
