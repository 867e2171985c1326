/** The contact sheet of a kit: every piece on A4 pages, to sign. */

import type { ResolvedJob } from "../../model/job.ts";
import { type ElementFont, type RenderedElement, renderPages } from "../../render-element.ts";
import { fileSize } from "../../ticket/numbers.ts";
import { pieceSize } from "../words.ts";
import { contactSheetPages, SHEET_SIZE, type SheetPiece } from "./contact-sheet-page.ts";
import type { FinishedPiece } from "./kit-result.ts";

/** Pages of a piece that are shown: front and back; a handbook shows its beginning. */
const MOST_PICTURES = 2;

/**
 * A PDF with live text. The same kit gives the same bytes.
 * @param job of any piece: the institution, the kit's faces
 * @param picture the PNG of a path that a piece names
 * @throws AnphamError as `renderElement`
 */
export async function contactSheet(
  job: ResolvedJob,
  pieces: readonly FinishedPiece[],
  picture: (path: string) => Uint8Array,
): Promise<RenderedElement> {
  const { brief, theme, kit } = job;
  const event = brief.event ? [`Sự kiện: ${brief.event.name.text}`] : [];
  const heading = {
    institution: brief.institution.name.text,
    lines: [
      `Thông điệp: ${brief.message.text}`,
      ...event,
      `Chủ đề: ${theme.name.vi} · ${pieces.length} ấn phẩm`,
    ],
  };
  const shown = pieces.map((piece) => sheetPiece(piece, picture));
  return await renderPages(contactSheetPages(heading, shown, kit.faces.text), {
    ...SHEET_SIZE,
    fonts: fontsOf(job),
    as: "pdf",
    title: `Bộ ấn phẩm chờ duyệt: ${brief.institution.name.text}`,
  });
}

function sheetPiece(
  { piece, files, thumbnails, diagnostics }: FinishedPiece,
  picture: (path: string) => Uint8Array,
): SheetPiece {
  const pages = thumbnails.length > 1 ? ` · ${thumbnails.length} trang` : "";
  return {
    name: piece.format.name.vi,
    facts: [
      `${pieceSize(piece.format)}${pages}`,
      ...files.slice(0, 2).map(({ path, bytes }) => `${path} · ${fileSize(bytes)}`),
    ],
    pictures: thumbnails.slice(0, MOST_PICTURES).map(({ path, width, height }) => ({
      url: `data:image/png;base64,${Buffer.from(picture(path)).toString("base64")}`,
      aspect: width / height,
    })),
    findings: [
      ...diagnostics.filter(({ severity }) => severity !== "note"),
      ...diagnostics.filter(({ severity }) => severity === "note"),
    ].map(({ message, severity }) => ({ text: message.vi, isNote: severity === "note" })),
  };
}

/** The kit's text family, under its own name; every face when the kit names one that is not there. */
function fontsOf({ fonts, kit }: ResolvedJob): readonly ElementFont[] {
  const own = fonts.filter(({ family }) => family === kit.faces.text);
  return (own.length > 0 ? own : fonts).map(({ family, weight, style, data }) => ({
    name: family,
    weight,
    style,
    data,
  }));
}
