/** Plain tables, aligned by the columns that letters really take. */

/** Rows under headings; columns end where their longest cell does. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [headings, ...rows];
  const widths = headings.map((_, column) => Math.max(...all.map((row) => width(row[column] ?? ""))));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell + " ".repeat(Math.max(0, widths[column]! - width(cell))))
      .join("  ")
      .trimEnd();
  return [line(headings), widths.map((each) => "─".repeat(each)).join("  "), ...rows.map(line)].join("\n");
}

/** Vietnamese letters are one column each once they are precomposed. */
const width = (text: string): number => [...text.normalize("NFC")].length;
