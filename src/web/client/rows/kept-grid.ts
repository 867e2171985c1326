/** The table in this browser's own memory, so that a reload loses no mended cell. */

import { forgetInTab, keepInTab, keptInTab } from "../local/tab-memory.ts";
import type { Table } from "./steps.tsx";

const KEY = "anpham.rows";

/** One that is too large to keep still is in its file. */
export const saveGrid = (table: Table): void => keepInTab(KEY, table);

export function lastGrid(): Table | null {
  const kept = keptInTab(KEY) as Table | null;
  return kept && Array.isArray(kept.headers) && Array.isArray(kept.rows) ? kept : null;
}

export const forgetGrid = (): void => forgetInTab(KEY);
