/** A baseline grid: lines of every size stand on the lines of the running text. */

import type { Mm } from "../base/units.ts";
import type { PageContext } from "../model/template.ts";
import { setText, type TextOptions, type TextSetting } from "./set-text.ts";

export interface LineGrid {
  /** From line to line of the running text. */
  readonly line: Mm;
  /** Its em. */
  readonly size: Mm;
  /** A height rounded up to whole lines. */
  readonly up: (height: Mm) => Mm;
  /** Text whose lines are `pitch` lines of the grid apart (1), or farther where marks would touch. */
  readonly set: (text: string, options: TextOptions & { readonly pitch?: number }) => TextSetting;
  /** How many whole lines the text takes, mm; marks that leave its outer lines hang into the white around it. */
  readonly rows: (set: TextSetting) => Mm;
  /** How far below a line of the grid the text's block must begin so that its first line stands on it; may be negative. */
  readonly drop: (set: TextSetting) => Mm;
}

/** What may stand over a line before another one is counted, in lines: line heights are rounded to thousandths. */
const ROUNDING = 0.02;

export function lineGrid(
  page: PageContext,
  { size, line }: { readonly size: Mm; readonly line: Mm },
): LineGrid {
  /** From the top of a line's box to its baseline. */
  const baseline = (family: string, weight: number, em: Mm, pitch: Mm) => {
    const { ascender, descender } = page.metrics({ family, weight });
    return (pitch + (ascender + descender) * em) / 2;
  };
  const running = baseline(page.faces.text, 400, size, line);
  const up = (height: Mm) => Math.ceil(height / line - ROUNDING) * line;
  return {
    line,
    size,
    up,
    rows: ({ lines, leading, size: em }) => up(lines.length * leading * em),
    set: (text, { pitch = 1, ...options }) =>
      setText(page, text, { ...options, leading: (pitch * line) / options.size }),
    drop: (set) =>
      running - baseline(set.fontFamily, set.weight, set.size, set.leading * set.size) - set.padTop,
  };
}
