/** Which character parts the cells of a CSV file. */

export const SEPARATORS = [",", ";", "\t", "|"] as const;
export type Separator = (typeof SEPARATORS)[number];

/** Enough lines to see a pattern. */
const LINES = 30;

/** “sep=;”: quoted, and filled up with separators, by programs that take it for a row. */
const NAMED = /^"?sep=([,;\t|])"?[,;\t|]*(?:\r\n?|\n)/iu;

export interface CsvForm {
  readonly separator: Separator;
  /** Lines above the table that only name the separator: Excel's “sep=;”. */
  readonly skippedLines: number;
}

/**
 * The separator that parts the lines into the same number of cells, at least two; the one with most cells when several
 * do. Separators inside double quotes do not count.
 * @param start the first characters of the file; its last line may be cut
 */
export function csvForm(start: string): CsvForm {
  const named = NAMED.exec(start);
  if (named) return { separator: named[1] as Separator, skippedLines: 1 };
  const scores = SEPARATORS.map((separator) => ({ separator, score: regularity(start, separator) }));
  const [best] = scores.sort((a, b) => b.score - a.score);
  return { separator: best!.separator, skippedLines: 0 };
}

/** Share of the lines that have the most frequent number of cells, and a little for more cells; 0 for one cell. */
function regularity(start: string, separator: string): number {
  const counts = countCells(start, separator);
  const frequency = new Map<number, number>();
  for (const count of counts) frequency.set(count, (frequency.get(count) ?? 0) + 1);
  // Title lines without separators say nothing.
  const usual = [...frequency].filter(([count]) => count > 1).sort((a, b) => b[1] - a[1] || b[0] - a[0])[0];
  if (!usual) return 0;
  const [cells, lines] = usual;
  return lines / counts.length + Math.min(cells, 100) / 1000;
}

function countCells(start: string, separator: string): readonly number[] {
  const counts: number[] = [];
  let cells = 1;
  let isQuoted = false;
  let isBlank = true;
  for (const character of start) {
    if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (character === "\n" || character === "\r")) {
      if (!isBlank) counts.push(cells);
      if (counts.length === LINES) return counts;
      [cells, isBlank] = [1, true];
      continue;
    } else if (!isQuoted && character === separator) cells++;
    isBlank = false;
  }
  // The last line counts only where nothing else does: it may be cut.
  return isBlank || counts.length > 1 ? counts : [...counts, cells];
}
