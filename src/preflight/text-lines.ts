/** Lines of text as people see them, and whether they are Vietnamese. */

import { type Rect, union } from "../base/geometry.ts";
import type { Mm } from "../base/units.ts";
import type { TextRun } from "./text-runs.ts";

export interface TextLine {
  readonly text: string;
  readonly frame: string;
  readonly box: Rect;
  readonly xHeight: Mm;
}

/** Runs of one frame that follow each other on one height are a line; layout may set a run a word. */
export function textLines(texts: readonly TextRun[]): readonly TextLine[] {
  const lines: TextLine[] = [];
  for (const { run, painted, box, xHeight } of texts) {
    const { frame } = painted.placed;
    const before = lines.at(-1);
    const near = xHeight * 0.75;
    const together =
      before?.frame === frame &&
      Math.abs(before.xHeight - xHeight) < 0.05 * xHeight &&
      Math.abs(bottom(before.box) - bottom(box)) < near;
    if (before && together) {
      lines[lines.length - 1] = {
        ...before,
        text: `${before.text} ${run.text.trim()}`,
        box: union(before.box, box) ?? box,
      };
    } else lines.push({ text: run.text.trim(), frame, box, xHeight });
  }
  return lines;
}

const bottom = ({ y, height }: Rect): Mm => y + height;

/** A Vietnamese syllable without its marks: initial, one to three vowels, final. */
const SYLLABLE =
  /^(?:ngh?|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|nh|ng|[cmnpt])?$/i;

/**
 * Whether a line is in a foreign language written in Latin letters: plain ASCII, at least two words, most of which
 * no Vietnamese syllable can be. Addresses of the web, numbers and abbreviations are no language.
 */
export function isForeign(line: string): boolean {
  if (/[^\p{ASCII}–—“”‘’…·•\u00a0]/u.test(line)) return false;
  const words = line
    .split(/[\s\u00a0]+/u)
    .map((word) => word.replace(/^[^A-Za-z]+|[^A-Za-z]+$/g, ""))
    .filter((word) => /^[A-Za-z][A-Za-z'’-]{2,}$/.test(word) && !/^[A-Z]{2,4}$/.test(word));
  const odd = words.filter((word) => !SYLLABLE.test(word)).length;
  return words.length >= 2 && odd * 2 > words.length;
}
