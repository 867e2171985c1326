/** Pictures of many pieces on A4 pages, to look through and to sign. */

import type { Diagnostic } from "../../base/diagnostic.ts";
import type { FontFace } from "../../base/font/face.ts";
import { type ElementFont, type RenderedElement, renderPages } from "../../render-element.ts";
import {
  contactSheetPages,
  SHEET_SIZE,
  type SheetFinding,
  type SheetGrid,
  type SheetHeading,
  type SheetPiece,
} from "./sheet-page.ts";

/** Pages of a piece that are shown: front and back; a handbook shows its beginning. */
export const MOST_PICTURES = 2;

export interface ContactSheetOptions {
  readonly heading: SheetHeading;
  readonly pieces: readonly SheetPiece[];
  readonly grid: SheetGrid;
  /** The faces' family. */
  readonly family: string;
  readonly fonts: readonly FontFace[];
  /** Of the document. */
  readonly title: string;
}

/**
 * A PDF with live text. The same pieces give the same bytes.
 * @throws AnphamError as `renderElement`
 */
export async function contactSheet(options: ContactSheetOptions): Promise<RenderedElement> {
  const { heading, pieces, grid, family, fonts, title } = options;
  return await renderPages(contactSheetPages(heading, pieces, family, grid), {
    ...SHEET_SIZE,
    fonts: facesOf(family, fonts),
    as: "pdf",
    title,
  });
}

/** What has to be looked at, before what is only noted. */
export const sheetFindings = (diagnostics: readonly Diagnostic[]): readonly SheetFinding[] =>
  [
    ...diagnostics.filter(({ severity }) => severity !== "note"),
    ...diagnostics.filter(({ severity }) => severity === "note"),
  ].map(({ message, severity }) => ({ text: message.vi, isNote: severity === "note" }));

export const dataUrl = (mediaType: string, bytes: Uint8Array): string =>
  `data:${mediaType};base64,${Buffer.from(bytes).toString("base64")}`;

/** The family under its own name; every face when it is not there. */
function facesOf(wanted: string, fonts: readonly FontFace[]): readonly ElementFont[] {
  const own = fonts.filter(({ family }) => family === wanted);
  return (own.length > 0 ? own : fonts).map(({ family, weight, style, data }) => ({
    name: family,
    weight,
    style,
    data,
  }));
}
