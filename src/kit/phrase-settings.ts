/** Ways to break a phrase that brings none of its own. */

import { capitals } from "../base/vietnamese/casing.ts";
import { breakCost } from "../base/vietnamese/compounds.ts";
import type { PageContext } from "../model/template.ts";
import { setText } from "./set-text.ts";

/** Widths that are tried for so many lines, in even shares of the whole. */
const STEPS = [1, 1.05, 1.1, 1.15, 1.2, 1.25, 1.3, 1.4, 1.5, 1.6, 1.8, 2] as const;
/** A line that splits a word of two syllables is as bad as lines that are this much wider. */
const SPLIT = 0.35;

/**
 * The phrase in one line, in two, … balanced and by sense, as {@link fitHeadline} takes them. No word is ever cut.
 * @param most lines at most
 */
export function phraseSettings(page: PageContext, text: string, most = 5): readonly (readonly string[])[] {
  const { headline } = page.theme;
  const said = headline.capitals ? capitals(text) : text;
  const options = {
    size: 1,
    weight: headline.weight,
    family: "display",
    tracking: headline.tracking,
  } as const;
  const whole = setText(page, said, options);
  const words = plain(whole.lines);
  const best = new Map<number, { readonly lines: readonly string[]; readonly cost: number }>();
  for (let count = 1; count <= most; count++) {
    for (const step of STEPS) {
      const { lines, width } = setText(page, said, { ...options, width: (whole.width / count) * step });
      const cost = width * (1 + SPLIT * splits(lines));
      const isBetter = cost < (best.get(lines.length)?.cost ?? Number.POSITIVE_INFINITY);
      if (lines.length <= most && plain(lines) === words && isBetter) best.set(lines.length, { lines, cost });
    }
  }
  const settings = [...best.values()].map(({ lines }) => lines);
  return settings.length > 0 ? settings.toSorted((one, other) => one.length - other.length) : [whole.lines];
}

/** As it reads, whatever its lines; a cut word would show. */
const plain = (lines: readonly string[]): string => lines.join(" ").replaceAll("\u00a0", " ");

/** How many words of two syllables the lines split, by weight; a dash never begins a line if it can be helped. */
function splits(lines: readonly string[]): number {
  const syllables = lines.map((line) => line.split(/[\s\u00a0]+/u));
  return syllables.slice(1).reduce((sum, line, index) => {
    const begins = /^[–—-]$/u.test(line[0]!) ? 6 : 0;
    return sum + begins + breakCost(syllables[index]!.at(-1)!, line[0]!);
  }, 0);
}
