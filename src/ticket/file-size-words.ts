/** How large a file opens, which is neither the finished piece nor always what a program shows. */

import type { Mm } from "../base/units.ts";
import { userUnitOf } from "../export/pdf/page.ts";
import type { Sheet } from "../model/sheet.ts";
import { decimal, sizeWords } from "./numbers.ts";

/**
 * `320 × 450 mm, 9 con mỗi mặt tờ`. A PDF of more than 5.08 m is measured in units larger than a point (ISO 32000-1
 * §14.11.2, UserUnit); programs that do not know them open it smaller, and the shop has to enlarge it.
 * @param sheets as exported, all of one size; none gives no words
 */
export function fileSizeWords(
  sheets: readonly Sheet[],
  { isPdf, isBooklet }: { readonly isPdf: boolean; readonly isBooklet: boolean },
): string {
  const [first] = sheets;
  if (!first) return "";
  const [width, height] = [tenths(first.size.width), tenths(first.size.height)];
  const most = Math.max(...sheets.map(({ placements }) => placements.length));
  const together = most > 1 ? `, ${most} ${isBooklet ? "trang" : "con"} mỗi mặt tờ` : "";
  const said = `${sizeWords(width, height)}${together}`;
  const unit = isPdf ? userUnitOf(first.size) : 1;
  if (unit === 1) return said;
  const smaller = sizeWords(width / unit, height / unit);
  return `${said}. Phần mềm nào mở ra ${smaller} thì phóng ${decimal(100 * unit)} % (UserUnit ${unit})`;
}

/** Slug lines end where they end: nobody reads hundredths off a sheet. */
const tenths = (length: Mm): Mm => Math.round(length * 10) / 10;
