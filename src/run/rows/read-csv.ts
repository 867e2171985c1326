/** CSV as lines of cells, in a memory that does not grow with the file. */

import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { CsvError, parse } from "csv-parse";
import { diagnose } from "../../base/diagnostic.ts";
import { type GridRow, LIMITS } from "./raw-table.ts";
import type { CsvForm } from "./separator.ts";

/**
 * What quotes leave unclear is read as it stands; only a quote that never closes ends the table, with a last line that
 * says so (`rows.broken-quotes`).
 */
export async function* readCsv(
  text: AsyncIterable<string>,
  { separator, skippedLines }: CsvForm,
): AsyncGenerator<GridRow> {
  const parser = parse({
    delimiter: separator,
    relax_column_count: true,
    relax_quotes: true,
    trim: true,
    max_record_size: LIMITS.record,
  });
  let failure: unknown = null;
  const feeding = pipeline(Readable.from(text), parser).catch((thrown: unknown) => {
    failure = thrown;
  });
  let line = 1;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      if (line > skippedLines) yield { line, cells, noticed: [] };
      line += 1 + innerLines(cells);
    }
  } catch (thrown) {
    failure = thrown;
  }
  await feeding;
  if (failure instanceof CsvError) {
    const diagnostic = diagnose("rows.broken-quotes", { line }, { line });
    yield { line, cells: [], noticed: [{ index: null, diagnostic }] };
  } else if (failure !== null) throw failure;
}

/** Line breaks inside quoted cells. */
function innerLines(cells: readonly string[]): number {
  let lines = 0;
  for (const cell of cells) if (/[\r\n]/u.test(cell)) lines += cell.match(/\r\n|\r|\n/gu)!.length;
  return lines;
}
