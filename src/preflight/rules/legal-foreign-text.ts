/**
 * Foreign text beside Vietnamese stands below it and is at most three quarters its size. Law on Advertising
 * 16/2012/QH13, articles 18 and 34 (docs/sources.md); amended by 75/2025/QH15, so the authority decides.
 */

import { type Diagnostic, diagnose } from "../../base/diagnostic.ts";
import type { FormatFamily } from "../../model/format.ts";
import { shorten, whereOf } from "../findings.ts";
import type { PreflightPage } from "../page.ts";
import type { PieceRule } from "../piece.ts";
import { isForeign, type TextLine, textLines } from "../text-lines.ts";

/** What hangs in public; leaflets often hold a foreign name in passing. */
const IN_PUBLIC: ReadonlySet<FormatFamily> = new Set([
  "signboard",
  "banner",
  "bandroll",
  "panel",
  "backdrop",
  "standee",
  "poster",
]);

const MOST = 0.75;
/** Rounding of type sizes. */
const TOLERANCE = 0.01;

/** At most one finding a page: the largest foreign line. */
export const legalForeignText: PieceRule = ({ pages, format }) =>
  IN_PUBLIC.has(format.family) && format.medium === "print" ? pages.flatMap(judge) : [];

function judge({ number, texts }: PreflightPage): readonly Diagnostic[] {
  const lines = textLines(texts);
  const foreign = largest(lines.filter(({ text }) => isForeign(text)));
  const vietnamese = largest(lines.filter(({ text }) => !isForeign(text) && /\p{L}{2}/u.test(text)));
  if (!foreign || !vietnamese) return [];
  const fault = faultOf(foreign, vietnamese, lines);
  if (!fault) return [];
  const params = { text: shorten(foreign.text), faultVi: fault[0], fault: fault[1] };
  return [diagnose("legal.foreign-text", params, whereOf(number, foreign.frame, foreign.box))];
}

function faultOf(
  foreign: TextLine,
  vietnamese: TextLine,
  lines: readonly TextLine[],
): readonly [vi: string, en: string] | null {
  const share = foreign.xHeight / vietnamese.xHeight;
  if (share > MOST + TOLERANCE) {
    const percent = Math.round(share * 100);
    return [
      `cao bằng ${percent} % chữ Việt lớn nhất`,
      `is ${percent} % as high as the largest Vietnamese line`,
    ];
  }
  const above = lines.some(({ text, box }) => !isForeign(text) && box.y <= foreign.box.y);
  return above ? null : ["đứng trên chữ Việt", "stands above the Vietnamese"];
}

const largest = (lines: readonly TextLine[]): TextLine | null =>
  lines.reduce<TextLine | null>((most, line) => (line.xHeight > (most?.xHeight ?? 0) ? line : most), null);
