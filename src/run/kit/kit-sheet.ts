/** The contact sheet of a kit: every piece on A4 pages, to sign. */

import type { ResolvedJob } from "../../model/job.ts";
import type { RenderedElement } from "../../render-element.ts";
import { fileSize } from "../../ticket/numbers.ts";
import { contactSheet, dataUrl, MOST_PICTURES, sheetFindings } from "../contact-sheet/contact-sheet.ts";
import { FEW_PIECES, type SheetPiece } from "../contact-sheet/sheet-page.ts";
import { pieceSize } from "../words.ts";
import type { FinishedPiece } from "./kit-result.ts";

/**
 * A PDF with live text. The same kit gives the same bytes.
 * @param job of any piece: the institution, the kit's faces
 * @param picture the PNG of a path that a piece names
 * @throws AnphamError as `renderElement`
 */
export async function kitSheet(
  job: ResolvedJob,
  pieces: readonly FinishedPiece[],
  picture: (path: string) => Uint8Array,
): Promise<RenderedElement> {
  const { brief, theme, kit } = job;
  const event = brief.event ? [`Sự kiện: ${brief.event.name.text}`] : [];
  const heading = {
    kind: "BỘ ẤN PHẨM CHỜ DUYỆT",
    title: brief.institution.name.text,
    lines: [
      `Thông điệp: ${brief.message.text}`,
      ...event,
      `Chủ đề: ${theme.name.vi} · ${pieces.length} ấn phẩm`,
    ],
  };
  const shown = pieces.map((piece) => sheetPiece(piece, picture));
  return await contactSheet({
    heading,
    pieces: shown,
    grid: FEW_PIECES,
    family: kit.faces.text,
    fonts: job.fonts,
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
      url: dataUrl("image/png", picture(path)),
      aspect: width / height,
    })),
    findings: sheetFindings(diagnostics),
  };
}
