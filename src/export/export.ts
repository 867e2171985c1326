/** Sheets → files: picks the exporter. */

import type { Diagnostic, Outcome } from "../base/diagnostic.ts";
import { sha256 } from "../base/hash.ts";
import type { Ppi } from "../base/units.ts";
import type { Artifact } from "../model/artifact.ts";
import type { OutputType } from "../model/request.ts";
import type { Sheet } from "../model/sheet.ts";

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
}

const MEDIA_TYPES: Readonly<Record<OutputType, string>> = {
  pdf: "application/pdf",
  png: "image/png",
  jpeg: "image/jpeg",
  webp: "image/webp",
  svg: "image/svg+xml",
};

/** One PDF for all sheets; one file a sheet for the other types. Exporters load when first needed. */
export async function exportSheets(
  sheets: readonly Sheet[],
  options: ExportOptions,
): Promise<Outcome<readonly Artifact[]>> {
  const { as } = options;
  const artifact = (bytes: Uint8Array, page: number | null): Artifact => ({
    mediaType: MEDIA_TYPES[as],
    bytes,
    sha256: sha256(bytes),
    page,
  });
  if (as === "pdf") {
    const [{ exportPdf }, { createRasterise }] = await Promise.all([
      import("./pdf/export-pdf.ts"),
      import("./raster/rasterise.ts"),
    ]);
    const { value, diagnostics } = await exportPdf(sheets, { ...options, rasterise: createRasterise() });
    return { value: [artifact(value, null)], diagnostics };
  }
  const artifacts: Artifact[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [index, sheet] of sheets.entries()) {
    if (as === "svg") {
      const { sheetToSvg } = await import("./svg/sheet-to-svg.ts");
      const svg = sheetToSvg(sheet, { ...options, text: "outlines" });
      artifacts.push(artifact(new TextEncoder().encode(svg), index + 1));
      continue;
    }
    const { exportRaster } = await import("./raster/export-raster.ts");
    const { value, diagnostics: found } = await exportRaster(sheet, { ...options, as });
    diagnostics.push(...found);
    artifacts.push(artifact(value, index + 1));
  }
  return { value: artifacts, diagnostics };
}
