/** Names rows of a table: as it counts them, and by their lines, where people look them up. */

import type { Localized } from "../base/diagnostic.ts";

/** How many rows a finding names. */
export const SHOWN_ROWS = 8;

export interface RowPlace {
  /** 1-based, the heading not counted. */
  readonly row: number;
  /** 1-based line of the file or row of the sheet. */
  readonly line: number;
}

/**
 * “Dòng 3, 7 và 2 dòng khác (hàng 4, 8 … của tệp)”.
 * @param places the first of them
 * @param count of all
 */
export function rowPlaces(places: readonly RowPlace[], count: number): Localized {
  const shown = places.slice(0, SHOWN_ROWS);
  const more = count - shown.length;
  const rows = shown.map(({ row }) => row).join(", ");
  const lines = shown.map(({ line }) => line).join(", ") + (more > 0 ? " …" : "");
  const isCounted = shown.every(({ row, line }) => row === line);
  const vi = `Dòng ${rows}${more > 0 ? ` và ${more} dòng khác` : ""}${isCounted ? "" : ` (hàng ${lines} của tệp)`}`;
  const en = `Row ${rows}${more > 0 ? ` and ${more} more` : ""}${isCounted ? "" : ` (line ${lines} of the file)`}`;
  return { vi, en };
}
