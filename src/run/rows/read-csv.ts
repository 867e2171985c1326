/** CSV as lines of cells, in a memory that does not grow with the file. */

import { finished } from "node:stream/promises";
import { CsvError, parse } from "csv-parse";
import { diagnose } from "../../base/diagnostic.ts";
import { type GridRow, LIMITS, PLAIN_CELLS } from "./raw-table.ts";
import type { CsvForm } from "./separator.ts";

/**
 * What quotes leave unclear is read as it stands; only a quote that never closes ends the table, with a last line that
 * says so (`rows.broken-quotes`).
 * @param text pieces of whole characters
 */
export async function* readCsv(
  text: AsyncIterable<string>,
  { separator, skippedLines }: CsvForm,
): AsyncGenerator<GridRow> {
  const records: string[][] = [];
  const parser = parse({
    delimiter: separator,
    // Files put together from several have several, and the parser would keep to the first that it meets.
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    relax_quotes: true,
    trim: true,
    max_record_size: LIMITS.record,
    // Taken here rather than from the stream, which drops what it holds when it fails.
    on_record: (record: string[]) => {
      records.push(record);
      return null;
    },
  });
  let failure: unknown = null;
  const ended = finished(parser.resume()).catch((thrown: unknown) => {
    failure = thrown;
  });
  let line = 1;
  function* linesSoFar(): Generator<GridRow> {
    for (const cells of records) {
      if (line > skippedLines) yield { line, cells, ...PLAIN_CELLS, noticed: [] };
      line += 1 + innerLines(cells);
    }
    records.length = 0;
  }
  try {
    for await (const part of text) {
      await new Promise<void>((done) => parser.write(part, () => done()));
      yield* linesSoFar();
      if (parser.destroyed) break;
    }
    if (!parser.destroyed) parser.end();
    await ended;
  } finally {
    parser.destroy();
  }
  yield* linesSoFar();
  if (failure instanceof CsvError) {
    const diagnostic = diagnose("rows.broken-quotes", { line }, { line });
    yield { line, cells: [], ...PLAIN_CELLS, noticed: [{ index: null, diagnostic }] };
  } else if (failure !== null) throw failure;
}

/** Line breaks inside quoted cells. */
function innerLines(cells: readonly string[]): number {
  let lines = 0;
  for (const cell of cells) if (/[\r\n]/u.test(cell)) lines += cell.match(/\r\n|\r|\n/gu)!.length;
  return lines;
}
