/** `proof.xlsx`: the rows as they were read, with what is to be mended beside them, to correct and to feed back. */

import type { Diagnostic, Severity } from "../../../base/diagnostic.ts";
import { nameKey } from "../../../base/vietnamese/slug.ts";
import type { MappedRow } from "../../rows/map-row.ts";
import { columnLetters } from "../../rows/raw-table.ts";
import { PROOF_COLUMN } from "../../rows/synonyms.ts";
import { type BookCell, type BookSheet, bookValue, type CellLook, workbook } from "../../workbook.ts";
import type { RowReport } from "../batch-run.ts";

export const PROOF_BOOK = "proof.xlsx";

export interface ProofBookContent {
  readonly rows: AsyncIterable<MappedRow>;
  /** Rows from the first; `null` for all. */
  readonly limit: number | null;
  readonly reports: readonly RowReport[];
  /** About the table and the run. */
  readonly diagnostics: readonly Diagnostic[];
}

const SEVERITIES: Readonly<Record<Severity, string>> = { error: "Lỗi", warning: "Cảnh báo", note: "Ghi chú" };
const WIDTHS = { problem: 48, value: 22, narrow: 10, sentence: 70 } as const;

export async function proofBook(content: ProofBookContent): Promise<Buffer> {
  return await workbook([await rowsSheet(content), findingsSheet(content)]);
}

async function rowsSheet({ rows, limit, reports }: ProofBookContent): Promise<BookSheet> {
  const reportOf = new Map(reports.map((report) => [report.row, report.diagnostics]));
  const headers = new Map<number, string>();
  const read: { readonly number: number; readonly values: ReadonlyMap<number, unknown> }[] = [];
  for await (const { number, cells } of rows) {
    if (limit !== null && number > limit) break;
    // A proof that was fed back brings the complaints of the last time.
    const own = cells.filter(({ column }) => nameKey(column.header) !== nameKey(PROOF_COLUMN));
    for (const { column } of own) headers.set(column.index, column.header);
    read.push({ number, values: new Map(own.map(({ column, value }) => [column.index, value])) });
  }
  const columns = [...headers.keys()].sort((a, b) => a - b);
  const heading = [PROOF_COLUMN, ...columns.map((index) => headers.get(index)!)];
  return {
    name: "Dữ liệu",
    widths: [WIDTHS.problem, ...columns.map(() => WIDTHS.value)],
    stickyColumns: 1,
    rows: [
      heading.map((value): BookCell => ({ value, look: "heading" })),
      ...read.map(({ number, values }) => {
        const found = (reportOf.get(number) ?? []).filter(({ severity }) => severity !== "note");
        return [
          { value: found.map(sentence).join("\n"), look: gravest(found) },
          ...columns.map((index): BookCell => {
            const here = found.filter(({ where }) => where.column === index + 1);
            return { value: bookValue(values.get(index)), look: gravest(here) };
          }),
        ];
      }),
    ],
  };
}

function gravest(found: readonly Diagnostic[]): CellLook {
  if (found.length === 0) return "plain";
  return found.some(({ severity }) => severity === "error") ? "error" : "warning";
}

const sentence = ({ message, hint }: Diagnostic): string => `${message.vi} ${hint.vi}`;

/** Every finding on a line, those about the whole run first. */
function findingsSheet({ reports, diagnostics }: ProofBookContent): BookSheet {
  const line = (row: number | null, { severity, code, where, message, hint }: Diagnostic): BookCell[] => {
    const column =
      where.header ?? (where.column === undefined ? (where.frame ?? null) : columnLetters(where.column - 1));
    const values = [row, column, SEVERITIES[severity], code];
    const look: CellLook = severity === "note" ? "plain" : severity;
    return [
      ...values.map((value): BookCell => ({ value, look: "plain" })),
      { value: `${message.vi} ${hint.vi}`, look },
      { value: `${message.en} ${hint.en}`, look: "plain" },
    ];
  };
  const heading = ["Dòng", "Cột / khung", "Mức", "Mã", "Điều cần xem", "What to look at"];
  return {
    name: "Chi tiết",
    widths: [WIDTHS.narrow, WIDTHS.value, WIDTHS.narrow, WIDTHS.value, WIDTHS.sentence, WIDTHS.sentence],
    stickyColumns: 0,
    rows: [
      heading.map((value): BookCell => ({ value, look: "heading" })),
      ...diagnostics.map((each) => line(null, each)),
      ...reports.flatMap(({ row, diagnostics: own }) => own.map((each) => line(row, each))),
    ],
  };
}
