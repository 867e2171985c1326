/** Opens a PDF that somebody else made, and measures its pages. */

import { PDFArray, type PDFDict, PDFDocument, PDFName, PDFNumber, type PDFPage } from "pdf-lib";
import { reasonOf } from "../../../base/diagnostic.ts";
import { type Insets, type Matrix, mapRect, type Rect, rect, type Size } from "../../../base/geometry.ts";
import { ptToMm } from "../../../base/units.ts";
import { lostAnnotations } from "./annotations.ts";
import { UnreadablePdf } from "./unreadable-pdf.ts";

export interface ExistingPdf {
  readonly document: PDFDocument;
  readonly pages: readonly ExistingPage[];
}

export interface ExistingPage {
  /** The trim as it is looked at, `/Rotate` and `/UserUnit` applied, mm. */
  readonly trimSize: Size;
  /** Ink past the trim on each side as it is looked at, mm. */
  readonly bleed: Insets;
  /** Which boxes say so: `TrimBox`, `CropBox`. */
  readonly trimFrom: string;
  readonly bleedFrom: string;
  /** Nothing of the page shows outside; user space. */
  readonly mediaBox: Box;
  /** Subtypes of annotations that should print but cannot. */
  readonly lostAnnotations: readonly string[];
  /** Maps the page's user space to millimetres from the trim's top left corner, y down. */
  readonly toPage: Matrix;
}

/** @throws UnreadablePdf when it is no PDF, broken, locked or empty */
export async function readExisting(bytes: Uint8Array): Promise<ExistingPdf> {
  const document = await open(bytes);
  try {
    const pages = document.getPages().map(measure);
    if (pages.length === 0) throw new UnreadablePdf("tệp không có trang nào", "it has no pages");
    return { document, pages };
  } catch (thrown) {
    if (thrown instanceof UnreadablePdf) throw thrown;
    throw new UnreadablePdf("tệp bị hỏng", `it is broken: ${reasonOf(thrown)}`, { cause: thrown });
  }
}

async function open(bytes: Uint8Array): Promise<PDFDocument> {
  try {
    return await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
  } catch (thrown) {
    const reason = reasonOf(thrown);
    if (/encrypted/i.test(reason)) {
      throw new UnreadablePdf("tệp có mật khẩu", "it is encrypted", { cause: thrown });
    }
    throw new UnreadablePdf("không phải là PDF hoặc bị hỏng", "it is no PDF, or broken", { cause: thrown });
  }
}

/** In user space, y up. */
export interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** Boxes (ISO 32000-1 §14.11.2): trim, else art (ISO 15930-7 §6.12), else crop, else media; each within the media box. */
function measure(page: PDFPage, index: number): ExistingPage {
  const media = boxOf(page.node, "MediaBox");
  if (!media) {
    const reasonVi = `trang ${index + 1} không có MediaBox nên không biết khổ`;
    throw new UnreadablePdf(reasonVi, `page ${index + 1} has no MediaBox, so its size is not known`);
  }
  const named = (names: readonly string[]) => {
    const from = names.find((name) => boxOf(page.node, name)) ?? "MediaBox";
    return { from, box: within(boxOf(page.node, from) ?? media, media) };
  };
  const { from: trimFrom, box: trim } = named(["TrimBox", "ArtBox", "CropBox"]);
  const { from: bleedFrom, box: bleed } = named(["BleedBox", "CropBox"]);
  const unit = page.node.lookupMaybe(PDFName.of("UserUnit"), PDFNumber)?.asNumber() ?? 1;
  const mm = ptToMm(unit);
  const width = (trim.right - trim.left) * mm;
  const height = (trim.top - trim.bottom) * mm;
  if (!(width > 0 && height > 0))
    throw new UnreadablePdf("có trang không có kích thước", "a page has no size");
  const turn = turnOf(page);
  const toPage = turned(trim, mm, turn);
  const trimSize = turn % 180 === 0 ? { width, height } : { width: height, height: width };
  return {
    trimSize,
    bleed: around(trimSize, mapRect(toPage, rectOf(bleed))),
    trimFrom,
    bleedFrom,
    mediaBox: media,
    lostAnnotations: lostAnnotations(page.node),
    toPage,
  };
}

/** Clockwise, 0 for what is no quarter of a turn: that is not allowed, and viewers show such a page upright. */
function turnOf(page: PDFPage): number {
  const { angle } = page.getRotation();
  return angle % 90 === 0 ? ((angle % 360) + 360) % 360 : 0;
}

const rectOf = ({ left, bottom, right, top }: Box): Rect =>
  rect(left, bottom, Math.max(0, right - left), Math.max(0, top - bottom));

/** How far a box reaches past a trim that has its corner at the origin. */
const around = (trim: Size, { x, y, width, height }: Rect): Insets => ({
  top: Math.max(0, -y),
  right: Math.max(0, x + width - trim.width),
  bottom: Math.max(0, y + height - trim.height),
  left: Math.max(0, -x),
});

/** `/Rotate` turns the page clockwise when it is shown (ISO 32000-1 table 30). */
function turned({ left, bottom, right, top }: Box, mm: number, turn: number): Matrix {
  switch (turn) {
    case 90:
      return [0, mm, mm, 0, -bottom * mm, -left * mm];
    case 180:
      return [-mm, 0, 0, mm, right * mm, -bottom * mm];
    case 270:
      return [0, -mm, -mm, 0, top * mm, right * mm];
    default:
      return [mm, 0, 0, -mm, -left * mm, top * mm];
  }
}

/** The box, inherited from the page tree where it may be (media and crop box). */
function boxOf(page: PDFDict, name: string): Box | null {
  const key = PDFName.of(name);
  let node: PDFDict | undefined = page;
  for (let depth = 0; node && depth < 64; depth++) {
    const found = node.lookup(key);
    if (found instanceof PDFArray && found.size() >= 4) {
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [0, 1, 2, 3].map((i) => found.lookup(i, PDFNumber).asNumber());
      return {
        left: Math.min(x1, x2),
        bottom: Math.min(y1, y2),
        right: Math.max(x1, x2),
        top: Math.max(y1, y2),
      };
    }
    if (name !== "MediaBox" && name !== "CropBox") return null;
    node = node.lookup(PDFName.of("Parent")) as PDFDict | undefined;
  }
  return null;
}

const within = (box: Box, outer: Box): Box => ({
  left: Math.max(box.left, outer.left),
  bottom: Math.max(box.bottom, outer.bottom),
  right: Math.min(box.right, outer.right),
  top: Math.min(box.top, outer.top),
});
