/** The summary of manifests as a spreadsheet, and as CSV for other programs. */

import { type BookCell, type BookSheet, workbook } from "../workbook.ts";
import type { Amount, Group, Summary } from "./summary.ts";

const AMOUNT_HEADINGS = ["Ấn phẩm", "Để in", "Cho màn hình", "Số tệp", "Dung lượng (MB)", "Cần xem"] as const;
const WIDTHS = { name: 44, format: 34, campaign: 18, number: 15 } as const;

const amountsOf = ({ pieces, printPieces, screenPieces, files, bytes, toLookAt }: Amount): number[] => [
  ...[pieces, printPieces, screenPieces, files],
  Math.round(bytes / 10_000) / 100,
  toLookAt,
];

const cells = (values: readonly (string | number)[], look: BookCell["look"]): BookCell[] =>
  values.map((value) => ({ value, look }));

export async function reportBook(summary: Summary): Promise<Buffer> {
  const { total, institutions, formats, campaigns, lines } = summary;
  const numbers = AMOUNT_HEADINGS.map(() => WIDTHS.number);
  const groups = (name: string, heading: string, all: readonly Group[]): BookSheet => ({
    name,
    widths: [WIDTHS.name, ...numbers],
    stickyColumns: 1,
    rows: [
      cells([heading, ...AMOUNT_HEADINGS], "heading"),
      ...all.map((group) => cells([group.name, ...amountsOf(group.amount)], "plain")),
      cells(["Tổng cộng", ...amountsOf(total)], "total"),
    ],
  });
  const detail: BookSheet = {
    name: "Chi tiết",
    widths: [WIDTHS.name, WIDTHS.format, WIDTHS.campaign, ...numbers],
    stickyColumns: 1,
    rows: [
      cells(["Cơ sở", "Khổ", "Chiến dịch", ...AMOUNT_HEADINGS], "heading"),
      ...lines.map(({ institution, formatName, campaign, amount }) =>
        cells([institution, formatName, campaign, ...amountsOf(amount)], "plain"),
      ),
      cells(["Tổng cộng", "", "", ...amountsOf(total)], "total"),
    ],
  };
  return await workbook([
    groups("Theo cơ sở", "Cơ sở", institutions),
    groups("Theo khổ", "Khổ", formats),
    groups("Theo chiến dịch", "Chiến dịch", campaigns),
    detail,
  ]);
}

const CSV_COLUMNS = [
  ...["institution", "format", "format_name", "medium", "campaign"],
  ...["pieces", "files", "bytes", "to_look_at"],
];

/** The lines of the summary: RFC 4180, UTF-8 with the mark by which Excel knows it. */
export function reportCsv({ lines }: Summary): Buffer {
  const rows = lines.map(({ institution, format, formatName, medium, campaign, amount }) => [
    ...[institution, format, formatName, medium ?? "", campaign],
    ...[amount.pieces, amount.files, amount.bytes, amount.toLookAt],
  ]);
  const text = [CSV_COLUMNS, ...rows].map((row) => `${row.map(csvField).join(",")}\r\n`).join("");
  return Buffer.from(`\uFEFF${text}`);
}

function csvField(value: string | number): string {
  if (typeof value === "number") return String(value);
  // Spreadsheets would run a name that begins like a formula.
  const safe = /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
