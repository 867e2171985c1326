/** Columns that are filled once for a group of rows, as merged cells are in a file that keeps no merging. */

import { type Diagnostic, diagnose } from "../../base/diagnostic.ts";
import type { MappedRow } from "./map-row.ts";
import type { Match } from "./match-columns.ts";
import type { Column } from "./raw-table.ts";

/** Rows named in a sentence. */
const SHOWN = 8;
/** What people call a row, by the fields that say it; the first that a table has. */
const NAMES = ["person.name", "institution.name", "institution"];

interface Watched {
  readonly column: Column;
  filled: number;
  gaps: number;
  /** The first of them. */
  readonly rows: number[];
  /** Of the row above; `null` where it was empty. */
  above: string | null;
  /** The same value stands in two rows running: whoever fills this column fills it row by row. */
  isRepeated: boolean;
}

/** Looks at the columns up to the names, where groups stand; what is empty behind them is nothing to say. */
export class GroupGaps {
  readonly #watched: readonly Watched[];

  /** @param columns in their order; of JSON, whose rows have no columns, none */
  constructor(columns: readonly { readonly column: Column; readonly match: Match }[]) {
    const fields = columns.flatMap(({ column, match }) =>
      match.kind === "field" ? [{ column, path: match.target.field.path }] : [],
    );
    const last = NAMES.map((name) => fields.find(({ path }) => path === name)).find((each) => each);
    this.#watched = fields
      .filter(({ column }) => last !== undefined && column.index <= last.column.index)
      .map(({ column }) => ({ column, filled: 0, gaps: 0, rows: [], above: null, isRepeated: false }));
  }

  add({ number, cells }: Pick<MappedRow, "number" | "cells">): void {
    for (const watched of this.#watched) {
      const cell = cells.find(({ column }) => column.index === watched.column.index);
      const value = cell === undefined ? null : String(cell.value);
      if (value !== null) {
        watched.filled++;
        if (value === watched.above) watched.isRepeated = true;
      } else if (watched.filled > 0) {
        watched.gaps++;
        if (watched.rows.length < SHOWN) watched.rows.push(number);
      }
      watched.above = value;
    }
  }

  /** `rows.group-gaps`, one for each column of which at least every other row is empty. */
  findings(): readonly Diagnostic[] {
    return this.#watched.flatMap(({ column: { index, header }, filled, gaps, rows, isRepeated }) => {
      if (gaps === 0 || gaps < filled || isRepeated) return [];
      const shown = rows.join(", ") + (gaps > rows.length ? ", …" : "");
      return [
        diagnose("rows.group-gaps", { header, count: gaps, rows: shown }, { column: index + 1, header }),
      ];
    });
  }
}
