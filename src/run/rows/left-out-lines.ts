/** Lines among the rows of a table that are no rows: told once for each kind. */

import { type Diagnostic, diagnose } from "../../base/diagnostic.ts";
import { ClosingLines } from "./closing-lines.ts";
import { SectionNumbers, type TableShape, totalOf } from "./idle-lines.ts";
import { type GridRow, quoted } from "./raw-table.ts";

/** Lines of one kind named in a sentence. */
const SHOWN = 8;

type Kind = "rows.total-lines" | "rows.section-lines" | "rows.closing-lines";

/** Finds them while the table is read from top to bottom. */
export class LeftOutLines {
  readonly #found: Record<Kind, { readonly lines: number[]; text: string }> = {
    "rows.section-lines": { lines: [], text: "" },
    "rows.total-lines": { lines: [], text: "" },
    "rows.closing-lines": { lines: [], text: "" },
  };
  readonly #read: TableShape["read"];
  readonly #sections: SectionNumbers;
  readonly #closing: ClosingLines;

  constructor(table: TableShape) {
    this.#read = table.read;
    this.#sections = new SectionNumbers(table);
    this.#closing = new ClosingLines(table);
  }

  /** Whether a line is one. */
  take({ cells, wide, line }: GridRow): boolean {
    return (
      this.#keep("rows.total-lines", line, totalOf(cells, this.#read)) ||
      this.#keep("rows.closing-lines", line, this.#closing.wordsOf(cells)) ||
      this.#keep("rows.section-lines", line, this.#sections.headingOf(cells, wide))
    );
  }

  #keep(kind: Kind, line: number, text: string | null): boolean {
    if (text === null) return false;
    const found = this.#found[kind];
    if (found.lines.length === 0) found.text = quoted(text);
    found.lines.push(line);
    return true;
  }

  /** One for each kind that was found. */
  findings(): readonly Diagnostic[] {
    return (Object.keys(this.#found) as Kind[]).flatMap((kind) => {
      const { lines, text } = this.#found[kind];
      const [line] = lines;
      if (line === undefined) return [];
      const shown = lines.slice(0, SHOWN).join(", ") + (lines.length > SHOWN ? ", …" : "");
      return [diagnose(kind, { count: lines.length, lines: shown, text }, { line })];
    });
  }
}
