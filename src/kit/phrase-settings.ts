/** Ways to break a phrase that brings none of its own. */

import { capitals } from "../base/vietnamese/casing.ts";
import type { PageContext } from "../model/template.ts";
import { breakLines } from "./break-lines.ts";
import { keptByFonts } from "./kept-by-fonts.ts";
import { lineMeasure } from "./set-text.ts";
import { splitsOf } from "./splits-of.ts";

/** Widths that are tried for so many lines, in even shares of the whole. */
const STEPS = [1, 1.05, 1.1, 1.15, 1.2, 1.25, 1.3, 1.4, 1.5, 1.6, 1.8, 2] as const;
/** A line that splits a word of two syllables is as bad as lines that are this much wider. */
const SPLIT = 0.35;
/** Whole words are worth lines so much wider, and type so much smaller; less for less of a word. */
const WORTH = 0.6;

interface Setting {
  readonly lines: readonly string[];
  readonly width: number;
  /** Words that the lines split, by weight. */
  readonly splits: number;
}

const settingsOf = keptByFonts<readonly (readonly string[])[]>(300);

/**
 * The phrase in one line, in two, … balanced and by sense, as {@link fitHeadline} takes them. No word is ever cut, and
 * words of two syllables only where the lines would otherwise be far wider.
 * @param most lines at most
 */
export function phraseSettings(page: PageContext, text: string, most = 5): readonly (readonly string[])[] {
  const { headline } = page.theme;
  return settingsOf(page, JSON.stringify([text, most, headline, page.faces.display]), () => {
    const all = bestByCount(page, text, most);
    const isWorth = (other: Setting, one: Setting) =>
      other.splits < one.splits &&
      other.width <= one.width * (1 + WORTH * Math.min(1, one.splits - other.splits));
    const good = all.filter((one) => !all.some((other) => isWorth(other, one)));
    return good.map(({ lines }) => (headline.capitals ? lines.map(capitals) : lines));
  });
}

/** The best setting for each number of lines, the fewest first. */
function bestByCount(page: PageContext, text: string, most: number): readonly Setting[] {
  const { weight, tracking, capitals: inCapitals } = page.theme.headline;
  const measure = lineMeasure(page, { size: 1, weight, tracking, family: "display" });
  const widths = new Map<string, number>();
  // Names are told by their capitals, so lines are broken as the text is written and measured as it is shown.
  const widthOf = (line: string) => {
    let width = widths.get(line);
    if (width === undefined) {
      width = measure(inCapitals ? capitals(line) : line);
      widths.set(line, width);
    }
    return width;
  };
  const [whole = ""] = breakLines(text, widthOf, Number.POSITIVE_INFINITY);
  const best = new Map<number, Setting & { readonly cost: number }>();
  for (let count = 1; count <= most; count++) {
    for (const step of STEPS) {
      const lines = breakLines(text, widthOf, (widthOf(whole) / count) * step, { least: count, most: count });
      if (lines.length > most || plain(lines) !== plain([whole])) continue;
      const width = Math.max(...lines.map(widthOf));
      const splits = splitsOf(lines);
      const cost = width * (1 + SPLIT * splits);
      if (cost < (best.get(lines.length)?.cost ?? Number.POSITIVE_INFINITY))
        best.set(lines.length, { lines, width, splits, cost });
    }
  }
  const settings = [...best.values()];
  return settings.length > 0
    ? settings.toSorted((one, other) => one.lines.length - other.lines.length)
    : [{ lines: [whole], width: widthOf(whole), splits: 0 }];
}

/** As it reads, whatever its lines; a cut word would show. */
const plain = (lines: readonly string[]): string => lines.join(" ").replaceAll("\u00a0", " ");
