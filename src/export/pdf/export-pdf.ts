/** Sheets as a PDF 1.6 file, vector all through (ISO 32000-1:2008), for screens or for a press. */

import type { Outcome } from "../../base/diagnostic.ts";
import type { Sheet } from "../../model/sheet.ts";
import { Assembly } from "./assembly.ts";
import { FileBuilder } from "./builder.ts";
import type { PdfDocument } from "./document.ts";
import { type Body, type FinishedFile, finishedFile, serialise } from "./file.ts";
import type { DocumentInfo } from "./metadata.ts";
import type { SharedForm } from "./object.ts";
import { codePage, fragmentForm, type Sharing, scaleOf } from "./page.ts";
import { loadSubsetter, type Subset } from "./subset.ts";
import { type ContentOptions, gatherSupplies, openGround, type Supplies } from "./supplies.ts";
import { type Survey, survey } from "./survey.ts";
import { refuseUnlessX4 } from "./x4/refuse.ts";

export type PdfOptions = DocumentInfo & ContentOptions;

/**
 * Writes each sheet as a page. The same sheets and options give the same bytes.
 *
 * Diagnostics: `export.rasterised` for every effect that became pixels, `export.ink-limit` for every ink of the table
 * that was too much for the condition.
 * @throws AnphamError `export.not-x4` when PDF/X-4 is asked for and the file breaks one of its clauses
 */
export async function exportPdf(sheets: readonly Sheet[], options: PdfOptions): Promise<Outcome<Uint8Array>> {
  const found = survey(sheets, options.ppi);
  const [subset, supplies] = await Promise.all([
    options.text === "live" ? loadSubsetter() : null,
    gatherSupplies(found, options),
  ]);
  const { value: file, diagnostics } = assemble(sheets, options, found, supplies, subset);
  if (options.standard === "pdf/x-4") refuseUnlessX4(file);
  return { value: serialise(file), diagnostics: [...found.diagnostics, ...diagnostics] };
}

function assemble(
  sheets: readonly Sheet[],
  options: PdfOptions,
  { repeated }: Survey,
  supplies: Supplies,
  subset: Subset | null,
): Outcome<FinishedFile> {
  const { pdf, press } = openGround(options, supplies);
  const sharing = sharingOf(pdf, repeated);
  const finished = new Map<number, Body>();
  const file = new FileBuilder(
    (number, body) => finished.set(number, body),
    () => true,
  );
  const assembly = new Assembly(file);
  for (const sheet of sheets) {
    assembly.addPage(codePage(pdf, sheet, sharing), (ref) => pdf.objects.get(ref));
  }
  const condition = options.converter?.condition ?? null;
  const { root, info, id, profile } = assembly.finish({ ...options, condition, subset }, "");
  return { value: finishedFile(finished, root, info, id, profile), diagnostics: press?.diagnostics ?? [] };
}

/** Fragments that occur more than once become forms. */
function sharingOf(pdf: PdfDocument, repeated: ReadonlySet<string>): Sharing {
  const forms = new Map<string, SharedForm | "nothing">();
  return {
    markForm: null,
    formOf(placed, placement) {
      const { hash, nodes } = placed.fragment;
      if (!repeated.has(hash)) return null;
      let form = forms.get(hash);
      if (form === undefined) {
        form = fragmentForm(pdf, nodes, placement.scene.resources, scaleOf(placed, placement), false);
        forms.set(hash, form);
      }
      return form;
    },
  };
}
