/** The table in this browser's own memory, so that a reload loses no mended cell. */

import type { Table } from "./steps.tsx";

const KEY = "anpham.rows";

export function saveGrid(table: Table): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(table));
  } catch {
    // Too large to keep: the file is still there.
  }
}

export function lastGrid(): Table | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "null") as Table | null;
    return kept && Array.isArray(kept.headers) && Array.isArray(kept.rows) ? kept : null;
  } catch {
    return null;
  }
}

export function forgetGrid(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}
