/** Files that cannot be judged at all, and why. */

import { type Diagnostic, diagnose } from "../base/diagnostic.ts";
import type { PdfDocument } from "./file/document.ts";
import { listPages } from "./file/pages.ts";

/** Beginnings of what people hand in by mistake. */
const OTHERS: readonly (readonly [signature: RegExp, vi: string, en: string])[] = [
  [/^\x89PNG/, "đây là ảnh PNG", "it is a PNG image"],
  [/^\xff\xd8\xff/, "đây là ảnh JPEG", "it is a JPEG image"],
  [/^PK/, "đây là tệp nén hoặc tệp Office", "it is a ZIP or Office file"],
  [/^%!PS/, "đây là tệp PostScript", "it is PostScript"],
  [/^(MM\0\*|II\*\0)/, "đây là ảnh TIFF", "it is a TIFF image"],
  [/^8BPS/, "đây là tệp Photoshop", "it is a Photoshop file"],
  [/^\s*</, "đây là tệp XML hoặc HTML", "it is XML or HTML"],
];

/** `pdf.not-a-pdf`, saying what the file is instead; `null` for what begins as none of the usual mistakes. */
export function otherType(bytes: Uint8Array, name: string): Diagnostic | null {
  const start = Buffer.from(bytes.subarray(0, 64)).toString("latin1");
  const [, foundVi, found] = OTHERS.find(([signature]) => signature.test(start)) ?? [];
  return found ? diagnose("pdf.not-a-pdf", { name, foundVi: foundVi!, found }, { file: name }) : null;
}

/** `null` when the file can be read. */
export function unreadable(document: PdfDocument, bytes: Uint8Array, name: string): Diagnostic | null {
  const where = { file: name };
  const { file } = document;
  if (bytes.byteLength === 0) {
    return diagnose("pdf.not-a-pdf", { name, foundVi: "tệp rỗng", found: "it is empty" }, where);
  }
  if (file.headerVersion === null) {
    const unknown = { foundVi: "không có tiêu đề %PDF", found: "it has no %PDF header" };
    return otherType(bytes, name) ?? diagnose("pdf.not-a-pdf", { name, ...unknown }, where);
  }
  if (file.trailer.has("Encrypt")) return diagnose("pdf.encrypted", { name }, where);
  if (!document.catalog || listPages(document).length === 0) {
    const reasonVi = "không tìm thấy trang nào";
    return diagnose("pdf.unreadable", { name, reasonVi, reason: "no page was found" }, where);
  }
  return null;
}
