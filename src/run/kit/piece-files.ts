/** Names of a piece's files in the folder of its kit. */

import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { EXTENSIONS } from "../../model/output-files.ts";
import type { KitOutput, KitPiece } from "./kit-plan.ts";

export const THUMBNAILS = "thumbnails";

/** “a5.pdf”; of several pages, 1-based, “a5-2.png”. */
export const pieceFile = (
  { stem, as }: Pick<KitOutput, "stem" | "as">,
  page: number,
  files: number,
): string => `${stem}${files > 1 ? `-${page}` : ""}.${EXTENSIONS[as]}`;

/** In the order of pages. */
export const thumbnailFiles = ({ name }: Pick<KitPiece, "name">, pages: number): readonly string[] => {
  const file = (page: number) => pieceFile({ stem: name, as: "png" }, page, pages);
  return Array.from({ length: pages }, (_, i) => `${THUMBNAILS}/${file(i + 1)}`);
};

/** The thumbnails of a piece that a kit's folder holds, in the order of pages; none where some are missing. */
export async function thumbnailsThere(
  folder: string,
  piece: Pick<KitPiece, "name">,
): Promise<readonly string[]> {
  const there = new Set(await readdir(join(folder, THUMBNAILS)).catch(() => []));
  const isThere = (file: string) => there.has(file.slice(THUMBNAILS.length + 1));
  let pages = 2;
  while (isThere(thumbnailFiles(piece, pages)[pages - 1]!)) pages++;
  return (
    [thumbnailFiles(piece, 1), thumbnailFiles(piece, pages - 1)].find((files) => files.every(isThere)) ?? []
  );
}
