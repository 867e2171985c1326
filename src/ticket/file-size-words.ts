/** How large a file opens, which is neither the finished piece nor always what a program shows. */

import type { Mm, Ppi } from "../base/units.ts";
import { userUnitOf } from "../export/pdf/page.ts";
import type { Sheet } from "../model/sheet.ts";
import { decimal, sizeWords } from "./numbers.ts";

interface Resolution {
  /** Of the finished piece. */
  readonly ppi: Ppi;
  /** Size of the file to it. */
  readonly scale: number;
}

export interface FileWords {
  /** Of pictures; `null` for a PDF. */
  readonly resolution: Resolution | null;
  readonly isBooklet: boolean;
}

/**
 * `320 × 450 mm, 9 con mỗi mặt tờ`, `606 × 306 mm, 720 ppi (72 ppi ở kích thước thật)`. A PDF of more than 5.08 m is
 * measured in units larger than a point (ISO 32000-1 §14.11.2, UserUnit); programs that do not know them open it
 * smaller, and the shop has to enlarge it.
 * @param sheets as exported, all of one size; none gives no words
 */
export function fileSizeWords(sheets: readonly Sheet[], { resolution, isBooklet }: FileWords): string {
  const [first] = sheets;
  if (!first) return "";
  const [width, height] = [tenths(first.size.width), tenths(first.size.height)];
  const most = Math.max(...sheets.map(({ placements }) => placements.length));
  const together = most > 1 ? `, ${most} ${isBooklet ? "trang" : "con"} mỗi mặt tờ` : "";
  const said = `${sizeWords(width, height)}${together}`;
  if (resolution) return `${said}, ${resolutionWords(resolution)}`;
  const unit = userUnitOf(first.size);
  if (unit === 1) return said;
  const smaller = sizeWords(width / unit, height / unit);
  return `${said}. Phần mềm nào mở ra ${smaller} thì phóng ${decimal(100 * unit)} % (UserUnit ${unit})`;
}

/** A program that does not read the file's own resolution opens it as large as a poster, or as a stamp. */
const resolutionWords = ({ ppi, scale }: Resolution): string => {
  const words = `${decimal(ppi / scale)} ppi`;
  return scale === 1 ? words : `${words} (${decimal(ppi)} ppi ở kích thước thật)`;
};

/** Slug lines end where they end: nobody reads hundredths off a sheet. */
const tenths = (length: Mm): Mm => Math.round(length * 10) / 10;
