/** Makes a message out of a bare sentence, for callers who type their own slogan. */

import { tidyProse } from "../base/vietnamese/typography.ts";
import type { Message } from "../model/campaign.ts";

/** The schema's limit for one line of a headline. */
const LONGEST_LINE = 80;
const MOST_LINES = 4;
/** The schema's limit for a whole message; anything longer is refused there, not broken into lines here. */
const LONGEST_MESSAGE = 200;

/** Message fields from one sentence, broken evenly into one to four lines. */
export function messageFromText(text: string): Omit<Message, "id"> {
  const plain = tidyProse(text);
  return {
    text: plain,
    overline: null,
    headline: { settings: lineSettings(plain), emphasis: null },
    tail: null,
  };
}

/** From the narrowest setting (most lines) to the widest (fewest), without equal ones. */
function lineSettings(text: string): string[][] {
  if (text.length > LONGEST_MESSAGE) return [[text]];
  const words = text.split(" ");
  const settings: string[][] = [];
  for (let lines = Math.min(MOST_LINES, words.length); lines >= 1; lines--) {
    const setting = breakEvenly(words, lines);
    const fits = setting.every((line) => line.length <= LONGEST_LINE);
    if (fits && setting.length !== settings.at(-1)?.length) settings.push(setting);
  }
  // Longer than four full lines: let the schema name the line that is too long.
  return settings.length > 0 ? settings : [breakEvenly(words, MOST_LINES)];
}

/** The best of all ways to break the words into that many lines. */
function breakEvenly(words: readonly string[], count: number): string[] {
  const average = words.join(" ").length / count;
  let best = [words.join(" ")];
  let least = Number.POSITIVE_INFINITY;
  for (const lines of divisions(words, count)) {
    const cost = unevenness(lines, average);
    if (cost < least) [best, least] = [lines, cost];
  }
  return best;
}

/** Every way to divide words into lines, as lines. */
function* divisions(words: readonly string[], count: number): Generator<string[]> {
  if (count === 1) {
    yield [words.join(" ")];
    return;
  }
  for (let first = 1; first <= words.length - count + 1; first++) {
    const line = words.slice(0, first).join(" ");
    for (const rest of divisions(words.slice(first), count - 1)) yield [line, ...rest];
  }
}

/** Low for lines of one length that end where the sentence pauses; a dash may never begin a line. */
function unevenness(lines: readonly string[], average: number): number {
  if (lines.some((line) => /^[–—-](\s|$)/.test(line))) return Number.POSITIVE_INFINITY;
  const spread = lines.reduce((sum, line) => sum + (line.length - average) ** 2, 0);
  const pauses = lines.slice(0, -1).filter((line) => /[–—,:;.!?]$/.test(line)).length;
  const orphan = lines.length > 1 && !lines.at(-1)!.includes(" ") ? 1 : 0;
  return spread + (orphan - pauses) * average ** 2;
}
