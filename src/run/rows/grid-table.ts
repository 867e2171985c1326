/** Turns lines of cells into a table: finds its headings, checks every cell, numbers the rows. */

import { type Diagnostic, diagnose, fail } from "../../base/diagnostic.ts";
import { cellChecks } from "./cell-checks.ts";
import { ENCODING_NAMES, type EncodingChoice } from "./encodings.ts";
import { isNumberingLine } from "./idle-lines.ts";
import { LeftOutLines } from "./left-out-lines.ts";
import { type LegacyState, legacyState } from "./legacy-state.ts";
import { isKnownKind, type NameKind } from "./match-columns.ts";
import {
  type CellValue,
  type Column,
  columnLetters,
  failOnTable,
  type GridRow,
  LIMITS,
  placed,
  type RawCell,
  type RawRow,
  type RawTable,
  type TablePlace,
} from "./raw-table.ts";
import { splitNames, withWholeNames } from "./split-names.ts";

export interface GridOptions extends TablePlace {
  /** How the bytes were read, where no legacy encoding is found. */
  readonly encodingName: string;
  readonly asked: EncodingChoice;
  readonly isBytes: boolean;
  /** Of CSV, whose lines should have equally many cells; `null` for sheets. */
  readonly separator: string | null;
  /** What a text means as the name of a column. */
  readonly kindOf: (header: string) => NameKind;
}

/** Rows looked at before the first is given out: for the encoding and the headings. */
const SAMPLE = 1000;
/** Lines among which the headings are. */
const TITLE_LINES = 10;

/**
 * @throws AnphamError `rows.empty`, `rows.header-only`, `rows.too-many-columns`, `rows.unsure-encoding`
 */
export async function gridTable(source: AsyncGenerator<GridRow>, options: GridOptions): Promise<RawTable> {
  const { file, sheet, otherSheets } = options;
  const { sample, isAll } = await firstRows(source);
  const texts = sample.flatMap(({ cells }) =>
    cells.filter((cell) => typeof cell === "string").filter((cell) => cell.length <= LIMITS.cell),
  );
  const legacy = legacyState(texts, options);
  const start = headingLine(sample, legacy, options);
  const findings: Diagnostic[] = [];
  if (start > 0) {
    const { line } = sample[start]!;
    findings.push(diagnose("rows.header-found", { line, count: start }, { file, line }));
  }
  const found = sample[start]!.cells.map((cell) => legacy.convert(headingText(cell)).text.trim());
  const isKnown = (header: string) => isKnownKind(options.kindOf(header));
  const names = splitNames(found, sample[start]!.wide, isKnown);
  for (const { from, to, header } of names) {
    const columns = [from, to].map(columnLetters).join("–");
    findings.push(diagnose("rows.joined-name", { columns, header }, { file, column: from + 1 }));
  }
  const headings = found.map((heading, index) => {
    const name = names.find(({ from, to }) => index >= from && index <= to);
    if (!name) return heading;
    return index === name.from ? name.header : "";
  });
  const columns = namedColumns(headings);
  const used = new Set(
    columns.filter(({ header }) => isUsed(options.kindOf(header))).map(({ index }) => index),
  );
  const below = sample[start + 1];
  const isNumbered = below !== undefined && isNumberingLine(below.cells);
  if (isNumbered) {
    const { line } = below;
    findings.push(diagnose("rows.numbering-line", { line }, { file, line }));
  }
  const from = start + (isNumbered ? 2 : 1);
  if (isAll && sample.length === from) failOnTable("rows.header-only", { file }, options);
  const leftOut = new LeftOutLines({ columns: columns.length, used, read: legacy.peek });

  async function* lines(): AsyncGenerator<GridRow> {
    // Taken out, so that they are let go once they are read.
    for (const row of sample.splice(0).slice(from)) yield withWholeNames(row, names);
    if (isAll) return;
    for await (const row of source) yield withWholeNames(row, names);
  }
  return {
    file,
    sheet,
    otherSheets,
    encoding: legacy.encoding === null ? options.encodingName : ENCODING_NAMES[legacy.encoding],
    columns: () => columns,
    findings: () =>
      [...findings, ...leftOut.findings(), ...legacy.findings()].map((each) => placed(each, { file })),
    rows: numberedRows(lines(), headings, {
      columns,
      legacy,
      findings,
      leftOut,
      separator: options.separator,
    }),
  };
}

const isUsed = (kind: NameKind): boolean => kind === "field" || kind === "group";
const isEmpty = (cell: CellValue): boolean =>
  cell === null || (typeof cell === "string" && cell.trim() === "");
const isBlank = ({ cells, noticed }: GridRow): boolean => noticed.length === 0 && cells.every(isEmpty);
const headingText = (cell: CellValue): string =>
  cell === null ? "" : String(cell).replace(/\s+/gu, " ").normalize("NFC");

/** The first lines that hold something. */
async function firstRows(source: AsyncGenerator<GridRow>) {
  const sample: GridRow[] = [];
  while (sample.length < SAMPLE) {
    const next = await source.next();
    if (next.done) return { sample, isAll: true };
    if (!isBlank(next.value)) sample.push(next.value);
  }
  return { sample, isAll: false };
}

/** The line with most known names among the first ones, if it has two; else the first line. */
function headingLine(sample: readonly GridRow[], legacy: LegacyState, options: GridOptions): number {
  const { file, kindOf } = options;
  const [first] = sample;
  if (!first || first.cells.length === 0) failOnTable("rows.empty", { file }, options);
  const known = sample
    .slice(0, TITLE_LINES)
    .map(
      ({ cells }) =>
        cells.slice(0, LIMITS.columns).filter((cell) => isKnownKind(kindOf(legacy.peek(headingText(cell)))))
          .length,
    );
  // Of headings on two levels, the lower one is finer; merged cells stand in both.
  const most = Math.max(...known);
  const start = most >= 2 ? known.indexOf(most) : 0;
  const { cells, line } = sample[start]!;
  if (cells.length <= LIMITS.columns) return start;
  fail("rows.too-many-columns", { found: cells.length, limit: LIMITS.columns }, { file, line });
}

const namedColumns = (headings: readonly string[]): readonly Column[] =>
  headings.flatMap((header, index) => (header === "" ? [] : [{ index, header }]));

interface Reading {
  readonly columns: readonly Column[];
  readonly legacy: LegacyState;
  /** Findings about the table are added here. */
  readonly findings: Diagnostic[];
  readonly leftOut: LeftOutLines;
  readonly separator: string | null;
}

async function* numberedRows(
  lines: AsyncGenerator<GridRow>,
  headings: readonly string[],
  { columns, legacy, findings, leftOut, separator }: Reading,
): AsyncGenerator<RawRow> {
  const unnamed = new Set<number>();
  let number = 0;
  for await (const row of lines) {
    if (isBlank(row) || leftOut.take(row)) continue;
    number++;
    if (number > LIMITS.rows) {
      findings.push(diagnose("rows.too-many-rows", { limit: LIMITS.rows }, { line: row.line }));
      return;
    }
    const where = { row: number, line: row.line };
    const at = (index: number | null) => {
      const header = index === null ? undefined : headings[index];
      return {
        ...where,
        ...(index === null ? {} : { column: index + 1 }),
        ...(header === undefined || header === "" ? {} : { header }),
      };
    };
    // Of columns without a name nothing is used.
    const diagnostics = row.noticed
      .filter(({ index }) => index === null || (headings[index] ?? "") !== "")
      .map(({ index, diagnostic }) => placed(diagnostic, at(index)));
    if (separator !== null)
      diagnostics.push(...ragged(row, headings.length, separator).map((d) => placed(d, where)));
    for (const [index, cell] of row.cells.entries()) {
      if (isEmpty(cell) || headings[index] !== "" || unnamed.has(index)) continue;
      unnamed.add(index);
      findings.push(diagnose("rows.empty-header", { column: columnLetters(index) }, { column: index + 1 }));
    }
    const cells: RawCell[] = [];
    for (const column of columns) {
      const value = row.cells[column.index] ?? null;
      if (isEmpty(value)) continue;
      const checked = cellChecks(value, legacy);
      diagnostics.push(...checked.diagnostics.map((each) => placed(each, at(column.index))));
      if (isEmpty(checked.value)) continue;
      cells.push({ column, value: checked.value, shown: row.shown.get(column.index) ?? null });
    }
    yield { number, line: row.line, cells, diagnostics };
  }
}

/** Lines of CSV that are longer or shorter than the headings. Empty cells at the end mean nothing. */
function ragged({ cells, noticed }: GridRow, expected: number, separator: string): Diagnostic[] {
  if (noticed.length > 0 || cells.length === expected) return [];
  if (cells.length < expected) return [diagnose("rows.missing-cells", { found: cells.length, expected })];
  if (cells.slice(expected).every(isEmpty)) return [];
  const shown = separator === "\t" ? "Tab" : separator;
  return [diagnose("rows.extra-cells", { found: cells.length, expected, separator: shown })];
}
