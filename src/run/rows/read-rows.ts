/** A file of rows, each as what it says in a render request. */

import { type Diagnostic, diagnose } from "../../base/diagnostic.ts";
import { nameKey } from "../../base/vietnamese/slug.ts";
import type { EncodingChoice } from "./encodings.ts";
import { GroupGaps } from "./group-gaps.ts";
import { type MappedRow, mapRow } from "./map-row.ts";
import { type ColumnMap, columnMatcher, kindOfName, type Match, type NameKind } from "./match-columns.ts";
import { openTable } from "./open-table.ts";
import { type Column, failOnTable, placed, type RawTable } from "./raw-table.ts";

export interface RowsOptions {
  readonly encoding: EncodingChoice;
  /** Of XLSX; `null` for the first visible one. */
  readonly sheet: string | null;
  /** What the names of columns do not say, or say wrongly. */
  readonly map: ColumnMap;
  /** Ids of the brand folder's institutions: a row may name one. */
  readonly institutions: readonly string[];
  /** Whether the run names an institution for all rows: then a row's own data lies over it. */
  readonly hasInstitution: boolean;
}

/** A column, what it fills, and the first value in it. */
export interface ColumnReport {
  readonly column: Column;
  readonly match: Match;
  /** `null` while it is empty. */
  readonly example: unknown;
}

export interface Rows {
  readonly table: Pick<RawTable, "file" | "sheet" | "encoding">;
  /** Can be read once, as the rows are needed: the file is never in memory as a whole. */
  readonly rows: AsyncIterable<MappedRow>;
  /**
   * How many rows there are, `most` at most, without asking what they say. Reads them: instead of {@link rows}.
   * @param most `null` for all
   */
  count(most: number | null, signal: AbortSignal): Promise<number>;
  /** Columns seen so far. */
  columns(): readonly ColumnReport[];
  /** About the table and its columns; complete when the rows have been read. */
  findings(): readonly Diagnostic[];
}

/**
 * @throws AnphamError what {@link openTable} throws, and `rows.no-known-column`
 */
export async function readRows(file: string, options: RowsOptions): Promise<Rows> {
  const matcher = columnMatcher(options.map);
  const wished = new Map<string, NameKind>(
    Object.entries(options.map).map(([name, path]) => [nameKey(name), path === null ? "unused" : "field"]),
  );
  const kindOf = (header: string) => wished.get(nameKey(header)) ?? kindOfName(header);
  const table = await openTable(file, { encoding: options.encoding, sheet: options.sheet, kindOf });
  const first = table.columns();
  if (first.length > 0 && !first.some((column) => matcher.match(column).kind === "field")) {
    const headers = first.slice(0, 8).map(({ header }) => header.slice(0, 40));
    failOnTable("rows.no-known-column", { file, headers: headers.join(", ") }, table);
  }
  const gaps = new GroupGaps(first.map((column) => ({ column, match: matcher.match(column) })));
  const examples = new Map<number, unknown>();
  const names = new Map<string, number>();
  const mapping = {
    matcher,
    institutions: new Set(options.institutions),
    hasInstitution: options.hasInstitution,
  };

  async function* rows(): AsyncGenerator<MappedRow> {
    for await (const raw of table.rows) {
      const row = mapRow(raw, mapping);
      remember(row);
      gaps.add(row);
      yield withNameFinding(row, names);
    }
  }

  async function count(most: number | null, signal: AbortSignal): Promise<number> {
    let counted = 0;
    for await (const { number } of table.rows) {
      if (signal.aborted || (most !== null && number > most)) break;
      counted = number;
    }
    return counted;
  }

  function remember({ cells }: MappedRow): void {
    for (const { column, value } of cells) {
      if (!examples.has(column.index)) examples.set(column.index, value);
    }
  }

  return {
    table,
    rows: rows(),
    count,
    columns: () =>
      table.columns().map((column) => ({
        column,
        match: matcher.match(column),
        example: examples.get(column.index) ?? null,
      })),
    findings: () => [
      ...table.findings(),
      ...[...matcher.findings(), ...gaps.findings()].map((each) => placed(each, { file })),
    ],
  };
}

/** Two rows of one name: perhaps one is there twice. */
function withNameFinding(row: MappedRow, names: Map<string, number>): MappedRow {
  const other = names.get(row.slug);
  if (other === undefined) {
    names.set(row.slug, row.number);
    return row;
  }
  const where = { row: row.number, line: row.line };
  const told = diagnose("rows.same-name", { row: row.number, other, name: row.slug }, where);
  return { ...row, diagnostics: [...row.diagnostics, told] };
}
