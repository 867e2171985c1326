/** What was found about the rows of a run, kept until its end: little, since runs are long. */

import type { Diagnostic } from "../../base/diagnostic.ts";
import { wordingKeeper } from "../known-wording.ts";
import type { MappedRow } from "../rows/map-row.ts";
import type { RowReport } from "./batch-run.ts";

export class RowReports {
  readonly #reports: RowReport[] = [];
  readonly #known = wordingKeeper();

  /** Each row once, in any order; those without findings are not kept. */
  add(
    { number, line, title }: Pick<MappedRow, "number" | "line" | "title">,
    found: readonly Diagnostic[],
  ): void {
    if (found.length === 0) return;
    this.#reports.push({ row: number, line, title, diagnostics: found.map(this.#known) });
  }

  /** By row. */
  get all(): readonly RowReport[] {
    return this.#reports.toSorted((a, b) => a.row - b.row);
  }
}
