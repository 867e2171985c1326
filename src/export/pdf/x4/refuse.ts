/** Looks at a finished file before it leaves: PDF/X-4 is claimed only for what keeps every clause that can be checked. */

import { AnphamError, diagnose } from "../../../base/diagnostic.ts";
import { keptWith } from "../../../base/kept-with.ts";
import type { AssembledFile } from "../assembly.ts";
import { type Body, type FinishedFile, finishedFile } from "../file.ts";
import type { EmbeddedFont } from "../font.ts";
import type { DocumentInfo } from "../metadata.ts";
import type { Objects, PdfObject, Ref } from "../object.ts";
import type { CodedPage } from "../page.ts";
import type { X4Clause, X4Piece } from "./clause.ts";
import { COLOR_CLAUSES } from "./color-clauses.ts";
import { contentFile } from "./content-file.ts";
import { DOCUMENT_CLAUSES } from "./document-clauses.ts";
import { isFamiliar, isFamiliarPage, noteSound } from "./familiar.ts";
import { isFamiliarDocument, kindOfDocument, noteSoundDocument } from "./familiar-document.ts";
import { X4File } from "./open.ts";
import { PAGE_CLAUSES } from "./page-clauses.ts";

export const X4_CLAUSES: readonly X4Clause[] = [...DOCUMENT_CLAUSES, ...PAGE_CLAUSES, ...COLOR_CLAUSES];

export interface X4Breach {
  readonly clause: string;
  readonly found: string;
}

/** Every way in which a file breaks a clause, each said once. */
export function x4Breaches(finished: FinishedFile, clauses = X4_CLAUSES): readonly X4Breach[] {
  const file = new X4File(finished);
  return clauses.flatMap((clause) => breaches(clause, file));
}

const clausesOf = (piece: X4Piece) => X4_CLAUSES.filter((clause) => clause.of.includes(piece));
const CLAUSES = {
  content: clausesOf("content"),
  font: clausesOf("font"),
  document: clausesOf("document"),
} as const;

/**
 * Checks pages and objects that are to go into a file.
 * @throws AnphamError `export.not-x4`, once for every breach
 */
export function refuseUnlessX4Content(pages: readonly CodedPage[], pieces: readonly Objects[]): void {
  const newPages = pages.filter((page) => !isFamiliarPage(page));
  const found = new Map<Ref, PdfObject>();
  for (const piece of pieces)
    for (const [ref, object] of piece) if (!isFamiliar(ref, object)) found.set(ref, object);
  if (newPages.length + found.size === 0) return;
  refuse(x4Breaches(contentFile(newPages, found), CLAUSES.content));
  noteSound(newPages, found);
}

/** Fonts that kept every clause; they keep it in every file. */
const sound = keptWith<EmbeddedFont, true>();

/**
 * Checks what a file holds beside its pages.
 * @param objects everything but pages and fonts
 * @param said what Info and XMP were made of
 * @throws AnphamError `export.not-x4`, once for every breach
 */
export function refuseUnlessX4Document(
  objects: ReadonlyMap<number, Body>,
  finished: AssembledFile,
  said: DocumentInfo,
  fonts: readonly EmbeddedFont[],
): void {
  const unchecked = fonts.filter((font) => !sound.get(font));
  if (unchecked.length > 0) {
    const inFonts = unchecked.flatMap((font, i) => [...font.objects, [`${i}`, font.dictionary] as const]);
    refuse(x4Breaches(contentFile([], inFonts), CLAUSES.font));
    for (const font of unchecked) sound.set(font, true);
  }
  const kind = kindOfDocument(objects, finished, said);
  if (isFamiliarDocument(kind)) return;
  const { root, info, id } = finished;
  refuse(x4Breaches(finishedFile(objects, root, info, id, null), CLAUSES.document));
  noteSoundDocument(kind);
}

const breaches = (clause: X4Clause, file: X4File): readonly X4Breach[] =>
  [...new Set(clause.check(file))].map((found) => ({ clause: clause.clause, found }));

function refuse(found: readonly X4Breach[]): void {
  if (found.length > 0) throw new AnphamError(found.map((each) => diagnose("export.not-x4", { ...each })));
}

const SEPARATION = /^\[\/Separation\/([^/[\]]+)/;

/**
 * Checks objects that are to go into a file together with others: a separation's name has one meaning.
 * @param known the spaces that names stand for so far; takes over those of the objects
 * @throws AnphamError `export.not-x4`
 */
export function refuseOtherInks(objects: ReadonlyMap<Ref, PdfObject>, known: Map<string, Ref>): void {
  const found: [name: string, ref: Ref][] = [];
  for (const [ref, object] of objects) {
    const name = typeof object === "string" ? SEPARATION.exec(object)?.[1] : undefined;
    if (name === undefined) continue;
    if ((known.get(name) ?? ref) !== ref)
      refuse([{ clause: "ISO 15930-7 §6.6", found: `two meanings of ${name}` }]);
    found.push([name, ref]);
  }
  for (const [name, ref] of found) known.set(name, ref);
}
