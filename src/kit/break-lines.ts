/** Balanced lines: as few as the width allows, or one more that keeps words whole, as even as the words allow. */

import { breakCosts, isDash } from "../base/vietnamese/compounds.ts";
import { joinNoBreak, NO_BREAK_SPACE } from "../base/vietnamese/no-break.ts";
import { addressParts } from "./address-parts.ts";

export interface LineCount {
  /** Lines at least, as far as there are words for them. */
  readonly least?: number;
  /** Lines at most, as far as the width allows: no line is added to keep a word whole. */
  readonly most?: number;
}

/**
 * @param widthOf the width of a piece of text on one line
 * @param width what a line may not exceed
 * @returns lines with their no-break joins, at least one; a word wider than the line is cut
 */
export function breakLines(
  text: string,
  widthOf: (line: string) => number,
  width: number,
  { least = 1, most = Number.POSITIVE_INFINITY }: LineCount = {},
): readonly string[] {
  const whole = joinNoBreak(text);
  if (least === 1 && widthOf(whole) <= width) return [whole];
  const parts = partsOf(whole, widthOf, width);
  const joined = new Map<number, number>();
  const lineWidth = (from: number, to: number) => {
    const key = from * parts.length + to;
    let value = joined.get(key);
    if (value === undefined) {
      value = widthOf(lineOf(parts, from, to));
      joined.set(key, value);
    }
    return value;
  };
  const ends = fullLines(parts.length, (from, to) => lineWidth(from, to) <= width);
  if (parts.length > MOST_WEIGHED)
    return ends.map((end, line) => lineOf(parts, ends[line - 1] ?? 0, end - 1));
  const count = Math.min(parts.length, Math.max(least, ends.length));
  return mostEven(parts, { count, most, ends }, lineWidth, width).map(([from, to]) =>
    lineOf(parts, from, to),
  );
}

/** Lines of more parts are filled one after the other: to weigh them all would take a second and more. */
const MOST_WEIGHED = 400;

/** What a line may hold whole. */
interface Part {
  readonly text: string;
  /** What stands between it and the next one on the same line. */
  readonly gap: string;
  /** What a line's end after it costs, in the squares of {@link mostEven}. */
  readonly cost: number;
}

function lineOf(parts: readonly Part[], from: number, to: number): string {
  let line = "";
  for (let at = from; at < to; at++) line += parts[at]!.text + parts[at]!.gap;
  return line + parts[to]!.text;
}

/** A break in the middle of a word of two syllables weighs as much as a line this much emptier, squared. */
const SPLIT_WORD = 0.7;
/** The same for a break at a join; in an address at a dot or slash; between letters. */
const SPLIT_JOIN = 0.4;
const SPLIT_ADDRESS = 0.3;
const SPLIT_LETTERS = 1;

/** Words and joined words; those that are too wide part again at their joins, longer ones between letters. */
function partsOf(whole: string, widthOf: (line: string) => number, width: number): readonly Part[] {
  const words = whole.split(" ").map((word) => word.split(NO_BREAK_SPACE));
  const costs = breakCosts(words.flat());
  let at = 0;
  return words.flatMap((syllables): readonly Part[] => {
    const first = at;
    at += syllables.length;
    const after = costs[at - 1]! * SPLIT_WORD;
    const text = syllables.join(NO_BREAK_SPACE);
    if (widthOf(text) <= width) return [{ text, gap: " ", cost: after }];
    const parts: Part[] = [];
    syllables.forEach((syllable, index) => {
      const cost = Math.max(SPLIT_JOIN, costs[first + index]! * SPLIT_WORD);
      const dashed = isDash(syllable) && index > 0 ? parts.at(-1)!.text + NO_BREAK_SPACE + syllable : null;
      if (dashed !== null && widthOf(dashed) <= width) {
        parts[parts.length - 1] = {
          text: dashed,
          gap: NO_BREAK_SPACE,
          cost: costs[first + index]! * SPLIT_WORD,
        };
      } else parts.push(...cutWord(syllable, widthOf, width, { text: "", gap: NO_BREAK_SPACE, cost }));
    });
    const last = parts.pop()!;
    return [...parts, { ...last, gap: " ", cost: after }];
  });
}

/** An address is cut before its dots and after its slashes, any other word between letters. */
function cutWord(word: string, widthOf: (line: string) => number, width: number, end: Part): readonly Part[] {
  if (widthOf(word) <= width) return [{ ...end, text: word }];
  const sections = addressParts(word);
  return sections.flatMap((section, index) => {
    const pieces = cutLetters(section, widthOf, width);
    const after = index < sections.length - 1 ? { gap: "", cost: SPLIT_ADDRESS } : end;
    return pieces.map((text, at) => ({
      text,
      ...(at < pieces.length - 1 ? { gap: "", cost: SPLIT_LETTERS } : { gap: after.gap, cost: after.cost }),
    }));
  });
}

function cutLetters(word: string, widthOf: (line: string) => number, width: number): readonly string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const letter of word) {
    if (piece !== "" && widthOf(piece + letter) > width) {
      pieces.push(piece);
      piece = "";
    }
    piece += letter;
  }
  return [...pieces, piece];
}

/** Where lines end that are filled one after the other: the furthest that so many lines reach. */
function fullLines(parts: number, fits: (from: number, to: number) => boolean): readonly number[] {
  const ends: number[] = [];
  let from = 0;
  for (let to = 0; to < parts; to++) {
    if (to > from && !fits(from, to)) {
      ends.push(to);
      from = to;
    }
  }
  return [...ends, parts];
}

/** A last line of one syllable looks lost: it counts as if the line were this much emptier. */
const LONE_WORD = 0.5;
/** No syllable is longer, a sign after it included. */
const SYLLABLE = 8;

const isLone = ({ text }: Part): boolean => text.length <= SYLLABLE && !/[\u00a0\d]/u.test(text);

/** Another line may keep whole what costs as much to break, a name too; it costs something itself. */
const KEPT_WHOLE = 0.45;
const ANOTHER_LINE = 0.05;

type Lines = readonly (readonly [from: number, to: number])[];

/**
 * The cheapest way to set the words in exactly `count` lines: squares of the white at their ends, and bad breaks. In
 * one line more, up to `most`, where that keeps words whole.
 */
function mostEven(
  parts: readonly Part[],
  { count, most, ends }: { readonly count: number; readonly most: number; readonly ends: readonly number[] },
  lineWidth: (from: number, to: number) => number,
  width: number,
): Lines {
  const words = parts.length;
  const endsLone = isLone(parts.at(-1)!);
  // What so many last lines can hold at most: an earlier line that ends before it leaves too much for them.
  const lastParts = fullLines(words, (from, to) => lineWidth(words - 1 - to, words - 1 - from) <= width);
  const earliest = (line: number) => words - (lastParts[count - line] ?? words);
  // cost[l][i]: parts 0…i-1 in l lines; start[l][i]: where the last of them begins.
  const cost = [new Array<number>(words + 1).fill(Number.POSITIVE_INFINITY)];
  const start = [new Array<number>(words + 1).fill(0)];
  cost[0]![0] = 0;
  const addLine = () => {
    const line = cost.length;
    cost.push(new Array<number>(words + 1).fill(Number.POSITIVE_INFINITY));
    start.push(new Array<number>(words + 1).fill(0));
    for (let end = Math.max(line, earliest(line)); end <= (ends[line - 1] ?? words); end++) {
      for (let from = end - 1; from >= line - 1; from--) {
        const needed = lineWidth(from, end - 1);
        if (needed > width && from < end - 1) break;
        const isLoneWord = endsLone && line > 1 && end === words && from === end - 1;
        const white = Math.max(0, 1 - needed / width) + (isLoneWord ? LONE_WORD : 0);
        const split = end < words ? parts[end - 1]!.cost : 0;
        const total = cost[line - 1]![from]! + white * white + split;
        if (total < cost[line]![end]!) {
          cost[line]![end] = total;
          start[line]![end] = from;
        }
      }
    }
  };
  const inLines = (number: number): Lines => {
    const lines: (readonly [number, number])[] = [];
    let end = words;
    for (let line = number; line > 0; line--) {
      const from = start[line]![end]!;
      lines.unshift([from, end - 1]);
      end = from;
    }
    return lines;
  };
  while (cost.length <= count) addLine();
  const fewest = inLines(count);
  const splits = fewest.some(([, to]) => to < words - 1 && parts[to]!.cost >= KEPT_WHOLE);
  if (!splits || count + 1 > Math.min(most, words)) return fewest;
  addLine();
  return cost[count + 1]![words]! + ANOTHER_LINE < cost[count]![words]! ? inLines(count + 1) : fewest;
}
