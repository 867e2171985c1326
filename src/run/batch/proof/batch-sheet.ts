/** `contact-sheet.pdf`: every row of a run, twenty to a page. */

import sharp from "sharp";
import { renderRequest } from "../../../model/request.ts";
import { THEMES } from "../../../model/theme.ts";
import type { Library } from "../../../resolve/library.ts";
import { fileSize } from "../../../ticket/numbers.ts";
import { contactSheet, dataUrl, sheetFindings } from "../../contact-sheet/contact-sheet.ts";
import { MANY_PIECES, type SheetPiece } from "../../contact-sheet/sheet-page.ts";
import type { ArtifactStore } from "../../store.ts";
import { pieceSize } from "../../words.ts";
import type { BatchPiece } from "../batch-piece.ts";
import { isToLookAt, type RowReport } from "../batch-run.ts";
import { readThumbnails } from "./thumbnail-files.ts";

/** A row as its sheet shows it. */
export interface SheetRow {
  readonly row: number;
  readonly title: string;
  /** Bytes of its files. */
  readonly size: number;
  /** First page of its pictures; `null` when it could not be rendered. */
  readonly thumbnail: string | null;
}

/** Characters that two lines hold. */
const LONGEST_NAME = 36;
/** Rows of one file: 50 pages, so that no sheet needs the memory of all. */
const MOST_ROWS = 1000;

/**
 * Writes one sheet for each 1,000 rows and returns their names.
 * @throws AnphamError `output.cannot-write`
 */
export async function writeBatchSheets(
  rows: readonly SheetRow[],
  reports: readonly RowReport[],
  piece: BatchPiece,
  library: Library,
  store: ArtifactStore,
): Promise<readonly string[]> {
  const campaign = await library.campaigns.load(
    piece.content.campaign ?? renderRequest.shape.campaign.parse(undefined),
  );
  const [kit, fonts] = await Promise.all([library.kits.load(campaign.kit), library.fonts()]);
  const found = new Map(reports.map((report) => [report.row, report.diagnostics]));
  const { template, format } = piece;
  const theme = THEMES.find(({ id }) => id === piece.content.theme);
  const title = `${template.name.vi} · ${format.name.vi}`;
  const faulty = reports.filter(isToLookAt);
  const count = Math.max(1, Math.ceil(rows.length / MOST_ROWS));
  const written: string[] = [];
  for (let part = 0; part < count; part++) {
    const shown = rows.slice(part * MOST_ROWS, (part + 1) * MOST_ROWS);
    const span = count > 1 ? ` · dòng ${shown[0]!.row}–${shown.at(-1)!.row}` : "";
    const sheet = await contactSheet({
      heading: {
        kind: "LOẠT IN CHỜ DUYỆT",
        title,
        lines: [
          `${pieceSize(format)}${theme ? ` · Chủ đề: ${theme.name.vi}` : ""}`,
          `${rows.length} dòng, ${faulty.length} dòng cần xem${span}`,
        ],
      },
      pieces: await Promise.all(shown.map((row) => sheetPiece(row, found, store))),
      grid: MANY_PIECES,
      family: kit.faces.text,
      fonts,
      title: `Loạt in chờ duyệt: ${title}`,
    });
    const file = part === 0 ? "contact-sheet.pdf" : `contact-sheet-${part + 1}.pdf`;
    await store.write(file, sheet.bytes);
    written.push(file);
  }
  return written;
}

async function sheetPiece(
  { row, title, size, thumbnail }: SheetRow,
  found: ReadonlyMap<number, RowReport["diagnostics"]>,
  store: ArtifactStore,
): Promise<SheetPiece> {
  const pictures = thumbnail === null ? [] : await readThumbnails(thumbnail, store);
  return {
    name: title.length > LONGEST_NAME ? `${title.slice(0, LONGEST_NAME).trimEnd()}…` : title,
    facts: [`Dòng ${row}${size > 0 ? ` · ${fileSize(size)}` : ""}`],
    pictures: await Promise.all(
      pictures.map(async (bytes) => {
        const { width, height } = await sharp(bytes).metadata();
        return { url: dataUrl("image/jpeg", bytes), aspect: width / height };
      }),
    ),
    findings: sheetFindings(found.get(row) ?? []),
  };
}
