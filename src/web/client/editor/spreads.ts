/** Which pages lie side by side: of a booklet the two that are open together, of everything else one. */

import type { FormatCard } from "../../model/catalogue.ts";

export const isBooklet = ({ family }: FormatCard, pageCount: number): boolean =>
  family === "handbook" && pageCount > 2;

/** @param page any page of the opening, from 0 */
export function opening(format: FormatCard, pageCount: number, page: number): readonly number[] {
  if (!isBooklet(format, pageCount) || page === 0) return [page];
  const left = page % 2 === 1 ? page : page - 1;
  return left + 1 < pageCount ? [left, left + 1] : [left];
}

/** The page to go to, `null` at the ends. */
export function turned(format: FormatCard, pageCount: number, page: number, by: 1 | -1): number | null {
  const open = opening(format, pageCount, page);
  const next = by === 1 ? open.at(-1)! + 1 : open[0]! - 1;
  if (next < 0 || next >= pageCount) return null;
  return opening(format, pageCount, next)[0]!;
}

/** “Mặt ngoài”, “Trang 4–5 / 20” */
export function pageName(format: FormatCard, pageCount: number, page: number): string {
  if (format.folds.length > 0 && pageCount === 2) return page === 0 ? "Mặt ngoài" : "Mặt trong";
  const open = opening(format, pageCount, page).map((each) => each + 1);
  return `Trang ${open.join("–")} / ${pageCount}`;
}
