/** Opens a table of any kind. */

import { fail } from "../../base/diagnostic.ts";
import { decodeHead, readHead, readText } from "./decode.ts";
import { type EncodingChoice, LEGACY_ENCODINGS } from "./encodings.ts";
import { gridTable } from "./grid-table.ts";
import { legacyState } from "./legacy-state.ts";
import type { NameKind } from "./match-columns.ts";
import { NO_SHEETS, type RawTable, unreadableTable } from "./raw-table.ts";
import { readCsv } from "./read-csv.ts";
import { jsonArrayTable, ndjsonTable } from "./read-json-rows.ts";
import { csvForm } from "./separator.ts";
import { type ByteForm, isMarkup, isOle, isZip, sniffBytes, sniffText } from "./sniff.ts";

export interface TableOptions {
  readonly encoding: EncodingChoice;
  /** Of XLSX; `null` for the first visible one. */
  readonly sheet: string | null;
  /** What a text means as the name of a column: finds the headings under a title. */
  readonly kindOf: (header: string) => NameKind;
}

const FORM_NAMES: Readonly<Record<ByteForm, string>> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16 LE",
  "utf-16be": "UTF-16 BE",
  bytes: "Windows-1252",
};

/**
 * Reads the headings; rows are read as they are asked for.
 * @throws AnphamError when no row can be read: `rows.empty`, `rows.header-only`, `rows.unreadable-table`,
 *   `rows.unknown-sheet`, `rows.unsure-encoding`, `rows.not-utf16`, `rows.file-too-large`, `rows.too-many-columns`,
 *   `request.unreadable-file`, `request.broken-json`
 */
export async function openTable(file: string, options: TableOptions): Promise<RawTable> {
  const { encoding: asked, sheet: wished, kindOf } = options;
  const head = await readHead(file);
  if (head.length === 0) fail("rows.empty", { file }, { file });
  if (isZip(head)) {
    // Its library takes longer to load than a small table to be read.
    const { readXlsx } = await import("./read-xlsx.ts");
    const { lines, ...sheets } = await readXlsx(file, wished);
    const form = { encodingName: "Unicode", asked, isBytes: false, separator: null };
    return gridTable(lines, { file, ...sheets, kindOf, ...form });
  }
  if (isOle(head)) {
    unreadableTable(file, "tệp .xls đời cũ hoặc có mật khẩu", "it is an old .xls file or has a password");
  }
  if (wished !== null) fail("rows.unknown-sheet", { sheet: wished, known: "–" }, { file });
  const form = formOf(head, asked, file);
  const start = decodeHead(head, form);
  if (start.trim() === "") fail("rows.empty", { file }, { file });
  if (isMarkup(start)) {
    unreadableTable(
      file,
      "đây là trang web hoặc XML, dù tên tệp thế nào",
      "it is a web page or XML, whatever its name",
    );
  }
  const isBytes = form === "bytes";
  const kind = sniffText(start, file);
  if (kind === "csv") {
    const csv = csvForm(start);
    const lines = readCsv(readText(file, form), csv);
    const grid = { file, ...NO_SHEETS, encodingName: FORM_NAMES[form], asked, isBytes, kindOf };
    return gridTable(lines, { ...grid, separator: csv.separator });
  }
  const legacy = legacyState([start], { asked, isBytes, file });
  const json = { file, encodingName: FORM_NAMES[form], legacy };
  return (kind === "json" ? jsonArrayTable : ndjsonTable)(readText(file, form), json);
}

function formOf(head: Buffer, asked: EncodingChoice, file: string): ByteForm {
  const form = sniffBytes(head);
  if (asked === "utf-8") return "utf-8";
  if (asked === "utf-16") {
    if (form === "utf-16le" || form === "utf-16be") return form;
    fail("rows.not-utf16", { file }, { file });
  }
  // ASCII only so far: the letters that matter come later.
  const isAscii = form === "utf-8" && !head.some((byte) => byte >= 0x80);
  return isAscii && LEGACY_ENCODINGS.some((each) => each === asked) ? "bytes" : form;
}
