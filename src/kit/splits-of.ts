/** What lines that are already broken do to words and names. */

import { breakCosts, isDash } from "../base/vietnamese/compounds.ts";

/** The least that a word or a name weighs that a break parts. */
export const WITHIN_WORD = 0.7;

/** How many words of two syllables the lines split, by weight; a dash never begins a line if it can be helped. */
export const splitsOf = (lines: readonly string[]): number =>
  costsOfEnds(lines).reduce((sum, cost) => sum + Math.max(0, cost), 0);

/** Whether no line ends in the middle of a word or a name. */
export const keepsWords = (lines: readonly string[]): boolean =>
  costsOfEnds(lines).every((cost) => cost < WITHIN_WORD);

const DASH_AT_END = /[\s\u00a0][–—-]$/u;

/** Whether a line ends in a dash that couples what stands around it, or may do so. */
export const partsPair = (lines: readonly string[]): boolean =>
  lines.some((line) => DASH_AT_END.test(line)) &&
  costsOfEnds(lines).some((cost, at) => at < lines.length - 1 && cost >= 0 && DASH_AT_END.test(lines[at]!));

/** A dash at the head of a line weighs as much. */
const DASH_AT_HEAD = 6;

function costsOfEnds(lines: readonly string[]): readonly number[] {
  const syllables = lines.map((line) => line.split(/[\s\u00a0]+/u));
  const begins = syllables.map(([first]) => (isDash(first!) ? DASH_AT_HEAD : 0));
  // The end of a text costs nothing, and most texts are a single line.
  if (lines.length === 1) return begins;
  const costs = breakCosts(syllables.flat());
  let end = 0;
  return syllables.map(({ length }, line) => {
    end += length;
    return begins[line]! + costs[end - 1]!;
  });
}
