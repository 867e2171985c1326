/** Where the transparency of imposed pages is blended (ISO 32000-1 §11.4.7, §11.6.6). */

import { PDFArray, type PDFContext, PDFDict, PDFName, PDFNumber, type PDFPage, PDFStream } from "pdf-lib";

/**
 * The group of the form that a page becomes. A page's group is isolated whether it says so or not, a form's only
 * with `/I true`; without, its colour space would be ignored.
 */
export function formGroup(context: PDFContext, { node }: PDFPage): PDFDict | null {
  const group = node.lookup(PDFName.of("Group"));
  if (!(group instanceof PDFDict)) return null;
  return context.obj({ ...Object.fromEntries(entriesOf(group)), I: true });
}

/**
 * The group of a sheet: inks, where its pages are blended in inks. Any other space would change the marks and the
 * pages that have no group.
 */
export function sheetGroup(context: PDFContext, pages: readonly PDFPage[]): PDFDict | null {
  const space = pages.map(blendingSpace).find((each) => each !== undefined);
  return space ? context.obj({ Type: "Group", S: "Transparency", I: true, CS: space }) : null;
}

function blendingSpace({ node }: PDFPage) {
  const group = node.lookup(PDFName.of("Group"));
  if (!(group instanceof PDFDict)) return undefined;
  const space = group.get(PDFName.of("CS"));
  return space && isInks(group.lookup(PDFName.of("CS"))) ? space : undefined;
}

/** DeviceCMYK, or an ICC profile of four inks. */
function isInks(space: unknown): boolean {
  if (space === PDFName.of("DeviceCMYK")) return true;
  if (!(space instanceof PDFArray) || space.lookup(0) !== PDFName.of("ICCBased")) return false;
  const profile = space.lookup(1);
  const components = profile instanceof PDFStream ? profile.dict.lookup(PDFName.of("N")) : null;
  return components instanceof PDFNumber && components.asNumber() === 4;
}

const entriesOf = (dict: PDFDict) => dict.entries().map(([key, value]) => [key.decodeText(), value] as const);
