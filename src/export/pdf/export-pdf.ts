/** Sheets as a PDF 1.6 file, vector all through (ISO 32000-1:2008), for screens or for a press. */

import type { Diagnostic, Outcome } from "../../base/diagnostic.ts";
import type { Ppi } from "../../base/units.ts";
import type { InkTable } from "../../model/ink.ts";
import type { OutputProfile } from "../../model/output-profile.ts";
import type { Group } from "../../model/scene.ts";
import type { Sheet } from "../../model/sheet.ts";
import type { InkConverter } from "../ink/ink-converter.ts";
import type { Rasterise } from "../rasterise.ts";
import { Assembly } from "./assembly.ts";
import { FileBuilder } from "./builder.ts";
import { LUMINANCE_MODEL, RGB_MODEL } from "./color.ts";
import type { SharedForm } from "./content.ts";
import type { PdfDocument } from "./document.ts";
import { type Body, type FinishedFile, finishedFile, serialise } from "./file.ts";
import { type RasterisedGroup, rasteriseGroup } from "./filter.ts";
import { paintNodes } from "./group.ts";
import { ImageRegistry, type PreparedImage } from "./image.ts";
import type { DocumentInfo } from "./metadata.ts";
import { ObjectStore } from "./object.ts";
import { codePage, fragmentForm, type Sharing, scaleOf } from "./page.ts";
import { prepareImage } from "./prepare-image.ts";
import { PressColors } from "./press-color.ts";
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
  const { converter, inks, standard, text } = options;
  const objects = new ObjectStore();
  const press = converter && new PressColors(objects, converter, inks);
  const pdf: PdfDocument = {
    objects,
    text,
    images: new ImageRegistry(objects, images),
    rasterised,
    standard,
    colors: { color: press ?? RGB_MODEL, luminance: LUMINANCE_MODEL },
    paintNodes,
  };
  const sharing = sharingOf(pdf, repeated);
  const finished = new Map<number, Body>();
  const file = new FileBuilder((number, body) => finished.set(number, body));
  const assembly = new Assembly(file);
  for (const sheet of sheets) {
    assembly.addPage(
      codePage(pdf, sheet, sharing),
      () => true,
      (ref) => objects.get(ref),
    );
  }
  const condition = converter?.condition ?? null;
  const { root, info, id } = assembly.finish({ ...options, condition, subset }, "");
  const diagnostics: readonly Diagnostic[] = press?.diagnostics ?? [];
  return { value: finishedFile(finished, root, info, id), diagnostics };
}

/** Fragments that occur more than once become forms. */
function sharingOf(pdf: PdfDocument, repeated: ReadonlySet<string>): Sharing {
  const forms = new Map<string, SharedForm | "nothing">();
  return {
    layers: false,
    formOf(placed, placement) {
      const { hash, nodes } = placed.fragment;
      if (!repeated.has(hash)) return null;
      let form = forms.get(hash);
      if (form === undefined) {
        form = fragmentForm(pdf, nodes, placement.scene.resources, scaleOf(placed, placement));
        forms.set(hash, form);
      }
      return form;
    },
  };
}
