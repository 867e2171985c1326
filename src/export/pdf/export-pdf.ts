/** Sheets as a PDF 1.6 file, vector all through (ISO 32000-1:2008), for screens or for a press. */

import { type Diagnostic, diagnose, type Outcome } from "../../base/diagnostic.ts";
import type { Sheet } from "../../model/sheet.ts";
import { Assembly } from "./assembly.ts";
import { FileBuilder, type ObjectSource } from "./builder.ts";
import { type Body, finishedFile, serialise, type WrittenFile } from "./file.ts";
import type { DocumentInfo } from "./metadata.ts";
import { allOf, type Ref } from "./object.ts";
import { compressProfile } from "./output-intent.ts";
import { userUnitOf } from "./page.ts";
import type { CodedPages, PageCoder } from "./page-coder.ts";
import { loadSubsetter, type Subset } from "./subset.ts";
import type { ContentOptions } from "./supplies.ts";
import { countUses, isRepeated } from "./uses.ts";
import { refuseOtherInks, refuseUnlessX4Document } from "./x4/refuse.ts";

/** What a document says about itself beside the standard, which is that of its pages. */
export type PdfInfo = Omit<DocumentInfo, "standard">;

/**
 * Writes each sheet as a page. The same sheets and options give the same bytes, whatever the coder has coded before.
 *
 * Diagnostics: `export.rasterised` for every effect that became pixels, `export.ink-limit` for every ink of the table
 * that was too much for the condition, `export.user-unit` for a press file of more than 5.08 m.
 * @throws AnphamError `export.not-x4` when PDF/X-4 is asked for and the file breaks one of its clauses
 */
export async function exportPdf(
  sheets: readonly Sheet[],
  coder: PageCoder,
  info: PdfInfo,
): Promise<Outcome<WrittenFile>> {
  const { options } = coder;
  const { converter, text } = options;
  const [subset, { value: coded, diagnostics }] = await Promise.all([
    text === "live" ? loadSubsetter() : null,
    coder.code(sheets, true),
    converter && compressProfile(converter.condition),
  ]);
  const told = converter ? [...diagnostics, ...userUnitFindings(sheets)] : diagnostics;
  return { value: wholeFile(coded, options, info, subset), diagnostics: told };
}

/** A shop has to know it; on a screen the size of a page is nothing. */
function userUnitFindings(sheets: readonly Sheet[]): readonly Diagnostic[] {
  const unit = Math.max(1, ...sheets.map(({ size }) => userUnitOf(size)));
  return unit === 1 ? [] : [diagnose("export.user-unit", { unit, percent: unit * 100 })];
}

/** A form that occurs once is written out where it stands. */
function wholeFile(
  { pages, pieces }: CodedPages,
  { standard, converter }: ContentOptions,
  info: PdfInfo,
  subset: Subset | null,
): WrittenFile {
  const objects = allOf(pieces);
  const source: ObjectSource = (ref) => objects.get(ref);
  const uses = new Map<Ref, number>();
  countUses(pages, uses, source, () => false);
  const written = new Map<number, Body>();
  const ending = new Map<number, Body>();
  let isEnding = false;
  const file = new FileBuilder(
    (number, body) => {
      written.set(number, body);
      if (isEnding) ending.set(number, body);
    },
    (form) => isRepeated(uses, form),
  );
  const assembly = new Assembly(file);
  for (const page of pages) assembly.addPage(page, source);
  const fonts = subset ? file.finishFonts(subset) : [];
  isEnding = true;
  const condition = converter?.condition ?? null;
  const said: DocumentInfo = { ...info, standard };
  const finished = assembly.finish({ ...said, condition }, "");
  if (standard === "pdf/x-4") {
    refuseOtherInks(objects, new Map());
    refuseUnlessX4Document(ending, finished, said, fonts);
  }
  const { root, info: infoNumber, id, profile } = finished;
  return serialise(finishedFile(written, root, infoNumber, id, profile));
}
