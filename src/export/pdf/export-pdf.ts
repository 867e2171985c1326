/** Sheets as a PDF 1.6 file, vector all through (ISO 32000-1:2008), for screens or for a press. */

import type { Diagnostic, Outcome } from "../../base/diagnostic.ts";
import type { Ppi } from "../../base/units.ts";
import type { InkTable } from "../../model/ink.ts";
import type { OutputProfile } from "../../model/output-profile.ts";
import type { Group } from "../../model/scene.ts";
import type { Sheet } from "../../model/sheet.ts";
import type { InkConverter } from "../ink/ink-converter.ts";
import type { Rasterise } from "../rasterise.ts";
import { LUMINANCE_MODEL, RGB_MODEL } from "./color.ts";
import type { PdfDocument } from "./document.ts";
import { type FinishedFile, PdfFile, refTo, serialise } from "./file.ts";
import { type RasterisedGroup, rasteriseGroup } from "./filter.ts";
import { FontRegistry } from "./font.ts";
import { paintNodes } from "./group.ts";
import { ImageRegistry, type PreparedImage } from "./image.ts";
import { LayerRegistry } from "./layers.ts";
import { type DocumentInfo, infoDictionary, xmpStream } from "./metadata.ts";
import { addOutputIntent } from "./output-intent.ts";
import { addPage } from "./page.ts";
import { prepareImage } from "./prepare-image.ts";
import { PressColors } from "./press-color.ts";
import { textString } from "./string.ts";
import { loadSubsetter, type Subset } from "./subset.ts";
import { type Survey, survey } from "./survey.ts";
import { refuseUnlessX4 } from "./x4/refuse.ts";

export interface PdfOptions extends DocumentInfo {
  /** Resolution of what cannot be vector, and on a press of pictures too. */
  readonly ppi: Ppi;
  readonly rasterise: Rasterise;
  /** Makes inks of colours for a press; `null` for sRGB. */
  readonly converter: InkConverter | null;
  /** The inks behind the colours' tokens. */
  readonly inks: InkTable;
  /** Live text with fonts, or shapes. */
  readonly text: OutputProfile["text"];
}

/** What had to be waited for. */
interface Supplies {
  readonly subset: Subset | null;
  readonly images: ReadonlyMap<string, PreparedImage>;
  readonly rasterised: ReadonlyMap<Group, RasterisedGroup>;
}

/**
 * Writes each sheet as a page. The same sheets and options give the same bytes.
 *
 * Diagnostics: `export.rasterised` for every effect that became pixels, `export.ink-limit` for every ink of the table
 * that was too much for the condition.
 * @throws AnphamError `export.not-x4` when PDF/X-4 is asked for and the file breaks one of its clauses
 */
export async function exportPdf(sheets: readonly Sheet[], options: PdfOptions): Promise<Outcome<Uint8Array>> {
  const found = survey(sheets, options.ppi);
  const [subset, images, rasterised] = await Promise.all([
    options.text === "live" ? loadSubsetter() : null,
    prepareImages(found, options),
    rasteriseGroups(found, options),
  ]);
  const { value: file, diagnostics } = assemble(sheets, options, found, { subset, images, rasterised });
  if (options.standard === "pdf/x-4") refuseUnlessX4(file);
  return { value: serialise(file), diagnostics: [...found.diagnostics, ...diagnostics] };
}

const prepareImages = async ({ images }: Survey, options: PdfOptions): Promise<Map<string, PreparedImage>> =>
  new Map(
    await Promise.all(
      [...images].map(async ([key, request]) => [key, await prepareImage(request, options)] as const),
    ),
  );

const rasteriseGroups = async (
  { filtered }: Survey,
  options: PdfOptions,
): Promise<Map<Group, RasterisedGroup>> =>
  new Map(
    await Promise.all(
      [...filtered].map(async ([group, request]) => [group, await rasteriseGroup(request, options)] as const),
    ),
  );

function assemble(
  sheets: readonly Sheet[],
  options: PdfOptions,
  { repeated }: Survey,
  { subset, images, rasterised }: Supplies,
): Outcome<FinishedFile> {
  const { converter, inks, standard } = options;
  const file = new PdfFile();
  const press = converter && new PressColors(file, converter, inks);
  const pdf: PdfDocument = {
    file,
    fonts: subset && new FontRegistry(file, subset),
    images: new ImageRegistry(file, images),
    rasterised,
    fragments: new Map(),
    layers: new LayerRegistry(file, standard),
    colors: { color: press ?? RGB_MODEL, luminance: LUMINANCE_MODEL },
    paintNodes,
  };
  const [root, tree, metadata] = [file.reserve(), file.reserve(), file.reserve()];
  const pages = sheets.map((sheet) => addPage(pdf, sheet, tree, repeated));
  pdf.fonts?.finish();
  file.define(tree, `<</Type/Pages/Count ${pages.length}/Kids[${pages.map(refTo).join(" ")}]>>`);
  const intent = converter ? `/OutputIntents[${refTo(addOutputIntent(file, converter.condition))}]` : "";
  file.define(
    root,
    `<</Type/Catalog/Pages ${refTo(tree)}/Lang${textString(options.language)}/Metadata ${refTo(metadata)}` +
      `${intent}${pdf.layers.catalogEntry}/ViewerPreferences<</DisplayDocTitle true>>>>`,
  );
  const info = file.add(infoDictionary(options));
  const id = file.digest();
  file.define(metadata, xmpStream(options, id));
  const diagnostics: readonly Diagnostic[] = press?.diagnostics ?? [];
  return { value: file.finish(root, info, id), diagnostics };
}
