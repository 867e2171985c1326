/** Sheets as a PDF 1.6 file, vector all through (ISO 32000-1:2008). */

import type { Outcome } from "../../base/diagnostic.ts";
import type { Ppi } from "../../base/units.ts";
import type { Group } from "../../model/scene.ts";
import type { Sheet } from "../../model/sheet.ts";
import type { Rasterise } from "../rasterise.ts";
import type { PdfDocument } from "./document.ts";
import { PdfFile, refTo } from "./file.ts";
import { type RasterisedGroup, rasteriseGroup } from "./filter.ts";
import { FontRegistry } from "./font.ts";
import { paintNodes } from "./group.ts";
import { ImageRegistry, type PreparedImage, prepareImage } from "./image.ts";
import { addInfo, addXmp, type DocumentInfo } from "./metadata.ts";
import { addPage } from "./page.ts";
import { textString } from "./string.ts";
import { loadSubsetter, type Subset } from "./subset.ts";
import { type Survey, survey } from "./survey.ts";

export interface PdfOptions extends DocumentInfo {
  /** Resolution of what cannot be vector. */
  readonly ppi: Ppi;
  readonly rasterise: Rasterise;
}

/**
 * Writes each sheet as a page. The same sheets and options give the same bytes.
 *
 * Diagnostics: `export.rasterised` for every effect that became pixels.
 */
export async function exportPdf(sheets: readonly Sheet[], options: PdfOptions): Promise<Outcome<Uint8Array>> {
  const found = survey(sheets, options.ppi);
  const [subset, images, rasterised] = await Promise.all([
    loadSubsetter(),
    prepareImages(found),
    rasteriseGroups(found, options.rasterise),
  ]);
  return { value: write(sheets, options, found, subset, images, rasterised), diagnostics: found.diagnostics };
}

async function prepareImages({ images }: Survey): Promise<Map<string, PreparedImage>> {
  return new Map(
    await Promise.all([...images].map(async ([id, asset]) => [id, await prepareImage(asset)] as const)),
  );
}

async function rasteriseGroups(
  { filtered }: Survey,
  rasterise: Rasterise,
): Promise<Map<Group, RasterisedGroup>> {
  return new Map(
    await Promise.all(
      [...filtered].map(
        async ([group, request]) => [group, await rasteriseGroup(request, rasterise)] as const,
      ),
    ),
  );
}

function write(
  sheets: readonly Sheet[],
  options: PdfOptions,
  { repeated }: Survey,
  subset: Subset,
  images: ReadonlyMap<string, PreparedImage>,
  rasterised: ReadonlyMap<Group, RasterisedGroup>,
): Uint8Array {
  const file = new PdfFile();
  const pdf: PdfDocument = {
    file,
    fonts: new FontRegistry(file, subset),
    images: new ImageRegistry(file, images),
    rasterised,
    fragments: new Map(),
    colors: { rgb: new Map(), luminance: new Map() },
    paintNodes,
  };
  const root = file.reserve();
  const tree = file.reserve();
  const pages = sheets.map((sheet) => addPage(pdf, sheet, tree, repeated));
  pdf.fonts.finish();
  file.define(tree, `<</Type/Pages/Count ${pages.length}/Kids[${pages.map(refTo).join(" ")}]>>`);
  file.define(
    root,
    `<</Type/Catalog/Pages ${refTo(tree)}/Lang${textString(options.language)}` +
      `/Metadata ${refTo(addXmp(file, options))}/ViewerPreferences<</DisplayDocTitle true>>>>`,
  );
  return file.write(root, addInfo(file, options));
}
