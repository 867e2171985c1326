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

/** In the order of pages. Their names tell how many there are, so that one that is missing is missed. */
export const thumbnailFiles = ({ name }: Pick<KitPiece, "name">, pages: number): readonly string[] =>
  Array.from({ length: pages }, (_, i) => {
    const page = pages > 1 ? `-${i + 1}-of-${pages}` : "";
    return `${THUMBNAILS}/${name}${page}.png`;
  });

/** “a5-2-of-3”: what stands behind the piece's name, and the number of pages. */
const PAGE_OF = /^(?:-\d+-of-(\d+))?\.png$/u;

/** Every thumbnail of a piece that a kit's folder holds, also of other numbers of pages; in no order. */
export async function anyThumbnails(
  folder: string,
  { name }: Pick<KitPiece, "name">,
): Promise<readonly string[]> {
  const there = await readdir(join(folder, THUMBNAILS)).catch(() => []);
  return there
    .filter((file) => file.startsWith(name) && PAGE_OF.test(file.slice(name.length)))
    .map((file) => `${THUMBNAILS}/${file}`);
}

/** The thumbnails of a piece that a kit's folder holds, in the order of pages; none where some are missing. */
export async function thumbnailsThere(
  folder: string,
  piece: Pick<KitPiece, "name">,
): Promise<readonly string[]> {
  const there = await anyThumbnails(folder, piece);
  const before = `${THUMBNAILS}/${piece.name}`.length;
  const counts = new Set(there.map((file) => Number(PAGE_OF.exec(file.slice(before))?.[1] ?? 1)));
  const whole = [...counts].map((pages) => thumbnailFiles(piece, pages));
  return whole.find((files) => files.every((file) => there.includes(file))) ?? [];
}
