/** What kind of table a file is and how its text is encoded, from its first bytes. */

export type TableKind = "xlsx" | "csv" | "json" | "ndjson";

/** How bytes become characters. `bytes`: none of Unicode's forms; one character a byte until somebody knows more. */
export type ByteForm = "utf-8" | "utf-16le" | "utf-16be" | "bytes";

/** @param head the first bytes, as many as a reader gives at once */
export function sniffBytes(head: Buffer): ByteForm {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  return nakedUtf16(head) ?? (isUtf8(head) ? "utf-8" : "bytes");
}

/** UTF-16 without a mark: every second byte of separators, digits and most letters is 0. */
function nakedUtf16(head: Buffer): ByteForm | null {
  const pairs = Math.floor(Math.min(head.length, 4096) / 2);
  if (pairs < 2) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < pairs * 2; i += 2) {
    if (head[i] === 0) even++;
    if (head[i + 1] === 0) odd++;
  }
  const many = pairs * 0.3;
  const few = pairs * 0.05;
  if (odd >= many && even <= few) return "utf-16le";
  return even >= many && odd <= few ? "utf-16be" : null;
}

/** The last character may be cut. */
function isUtf8(head: Buffer): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}

export const isZip = (head: Buffer): boolean => head.subarray(0, 4).toString("latin1") === "PK\x03\x04";

/** The old binary XLS and encrypted XLSX files are OLE containers. */
export const isOle = (head: Buffer): boolean => head.subarray(0, 4).toString("hex") === "d0cf11e0";

/**
 * A web page or XML: what portals hand out as “.xls”, and Excel's “XML Spreadsheet”. A heading such
 * as “<Name>” is none.
 * @param start the first characters, without a byte order mark
 */
export const isMarkup = (start: string): boolean =>
  /^\s*<(?:\?xml|!doctype|!--|(?:html|head|meta|style|body|div|table)[\s>])/iu.test(start);

/** @param start the first characters, without a byte order mark */
export function sniffText(start: string, file: string): Exclude<TableKind, "xlsx"> {
  const first = start.trimStart();
  // An array is no row: whatever the file is called, it holds the rows.
  if (first.startsWith("[")) return "json";
  if (/\.(?:ndjson|jsonl)$/i.test(file)) return "ndjson";
  // A CSV whose first column is called {…} does not exist; a quote alone may start either.
  return first.startsWith("{") || /\.json$/i.test(file) ? "ndjson" : "csv";
}
