/**
 * Puts the pages of an existing PDF on sheets, in the document itself: its fonts, images, layers and output
 * intent stay as they are, its pages become form XObjects of new pages (ISO 32000-1 §8.10).
 */

import {
  decodePDFRawStream,
  PDFArray,
  type PDFDocument,
  PDFName,
  PDFNumber,
  PDFPage,
  PDFPageLeaf,
  PDFRawStream,
  type PDFRef,
  PDFStream,
} from "pdf-lib";
import { compose, type Matrix, type Rect } from "../../../base/geometry.ts";
import { MM_PER_INCH, mmToPt, PT_PER_INCH } from "../../../base/units.ts";
import type { SheetLayer } from "../../../model/sheet.ts";
import type { SheetPlan } from "../../../model/sheet-plan.ts";
import { matrixOperands, num } from "../number.ts";
import { annotationForms } from "./annotations.ts";
import { formGroup, sheetGroup } from "./blending.ts";
import { MarkPainter } from "./paint-marks.ts";
import type { Box, ExistingPage, ExistingPdf } from "./read.ts";
import { deleteUnreachable } from "./unreachable.ts";
import { UnreadablePdf } from "./unreadable-pdf.ts";

export interface PlannedSheet {
  readonly plan: SheetPlan;
  readonly layers: readonly SheetLayer[];
}

/** The longest side in user space units (ISO 32000-1 annex C). */
const LONGEST_SIDE = 14400;

/** Entries of the catalogue that speak of the old pages. */
const ABOUT_OLD_PAGES = [
  "Outlines",
  "Names",
  "Dests",
  "AcroForm",
  "StructTreeRoot",
  "MarkInfo",
  "PageLabels",
  "OpenAction",
  "AA",
  "PageMode",
  "PageLayout",
  "Threads",
];

/**
 * Links, bookmarks and what does not print are left out: they belong to the pages. Uses up `pdf`.
 * @throws UnreadablePdf when the content of a page is broken
 */
export async function writeImposed(pdf: ExistingPdf, sheets: readonly PlannedSheet[]): Promise<Uint8Array> {
  const { document, pages } = pdf;
  const { context, catalog } = document;
  const used = new Set(sheets.flatMap(({ plan }) => plan.cells.map((cell) => cell.page)));
  const forms = new Map([...used].map((page) => [page, formsOf(document, pages[page]!, page)]));
  const painter = new MarkPainter(context);
  const old = document.getPages();
  for (const { plan, layers } of sheets) {
    const unit = Math.max(
      1,
      Math.ceil(Math.max(mmToPt(plan.size.width), mmToPt(plan.size.height)) / LONGEST_SIDE),
    );
    const perMm = PT_PER_INCH / MM_PER_INCH / unit;
    const base: Matrix = [perMm, 0, 0, -perMm, 0, plan.size.height * perMm];
    const operators = [`${matrixOperands(base)} cm`];
    for (const { page, transform, window } of plan.cells) {
      const matrix = compose(transform, pages[page]!.toPage);
      const paint = forms.get(page)!.map(({ name }) => `/${name} Do`);
      operators.push(`q ${rectangle(window)} W n ${matrixOperands(matrix)} cm ${paint.join(" ")} Q`);
    }
    for (const layer of layers) operators.push(painter.operators(layer.nodes));
    const xObjects = context.obj(
      Object.fromEntries(
        plan.cells.flatMap(({ page }) => forms.get(page)!.map(({ name, ref }) => [name, ref])),
      ),
    );
    const leaf = PDFPageLeaf.withContextAndParent(context, catalog.get(PDFName.of("Pages")) as PDFRef);
    const resources = context.obj({ XObject: xObjects, ColorSpace: painter.colorSpaces() });
    leaf.set(PDFName.of("Resources"), resources);
    const group = sheetGroup(
      context,
      plan.cells.map(({ page }) => old[page]!),
    );
    if (group) leaf.set(PDFName.of("Group"), group);
    leaf.set(PDFName.of("Contents"), context.register(context.flateStream(operators.join("\n"))));
    const box = ({ x, y, width, height }: Rect) =>
      context.obj(
        [x, plan.size.height - y - height, x + width, plan.size.height - y].map((side) => side * perMm),
      );
    leaf.set(PDFName.of("MediaBox"), box({ x: 0, y: 0, ...plan.size }));
    // The file's page tree may hold these two for all pages below (ISO 32000-1 table 30); they are the old pages'.
    leaf.set(PDFName.of("CropBox"), box({ x: 0, y: 0, ...plan.size }));
    leaf.set(PDFName.of("Rotate"), PDFNumber.of(0));
    leaf.set(PDFName.of("BleedBox"), box(plan.bleedBox));
    leaf.set(PDFName.of("TrimBox"), box(plan.trimBox));
    if (unit > 1) leaf.set(PDFName.of("UserUnit"), PDFNumber.of(unit));
    document.addPage(PDFPage.of(leaf, context.register(leaf), document));
  }
  old.forEach(() => {
    document.removePage(0);
  });
  for (const entry of ABOUT_OLD_PAGES) catalog.delete(PDFName.of(entry));
  deleteUnreachable(context);
  const bytes = await document.save({
    addDefaultPage: false,
    updateFieldAppearances: false,
    objectsPerTick: Number.POSITIVE_INFINITY,
  });
  // pdf-lib always writes %PDF-1.7, which print files must not say (ISO 15930-7: PDF 1.6); offsets stay as they are.
  bytes[MINOR_VERSION] = "6".charCodeAt(0);
  return bytes;
}

/** Where the 7 of `%PDF-1.7` stands. */
const MINOR_VERSION = 7;

const rectangle = ({ x, y, width, height }: Rect): string =>
  `${[x, y, width, height].map((value) => num(value)).join(" ")} re`;

interface PageForm {
  readonly name: string;
  readonly ref: PDFRef;
}

/** The page itself, then its annotations that print. */
function formsOf(document: PDFDocument, { mediaBox }: ExistingPage, index: number): readonly PageForm[] {
  const page = document.getPage(index);
  const name = `Pg${index + 1}`;
  return [
    { name, ref: formOf(document, page, mediaBox, index + 1) },
    ...annotationForms(document.context, page.node).map((ref, i) => ({ name: `${name}A${i + 1}`, ref })),
  ];
}

/** The page's content with its resources and transparency group; what shows of it is clipped by the sheet. */
function formOf(
  { context }: PDFDocument,
  page: PDFPage,
  { left, bottom, right, top }: Box,
  number: number,
): PDFRef {
  const { node } = page;
  const contents = node.Contents();
  const parts =
    contents instanceof PDFArray
      ? Array.from({ length: contents.size() }, (_, i) => contents.lookup(i)).flatMap((part) =>
          // What is not in the file is nothing (§7.3.10).
          part instanceof PDFStream ? [decoded(part, number)] : [],
        )
      : contents
        ? [decoded(contents, number)]
        : [];
  const group = formGroup(context, page);
  const form = context.flateStream(Buffer.concat(parts.flatMap((part) => [part, Buffer.from("\n")])), {
    Type: "XObject",
    Subtype: "Form",
    FormType: 1,
    BBox: [left, bottom, right, top],
    Resources: node.Resources() ?? context.obj({}),
    ...(group ? { Group: group } : {}),
  });
  return context.register(form);
}

/** @param page 1-based */
function decoded(stream: PDFStream, page: number): Uint8Array {
  if (!(stream instanceof PDFRawStream)) return stream.getContents();
  try {
    return decodePDFRawStream(stream).decode();
  } catch (thrown) {
    throw new UnreadablePdf(`nội dung trang ${page} bị hỏng`, `the content of page ${page} is broken`, {
      cause: thrown,
    });
  }
}
