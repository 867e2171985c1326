/** Balanced lines: as few as the width allows, as even as the words allow. */

import { breakCost } from "../base/vietnamese/compounds.ts";
import { joinNoBreak } from "../base/vietnamese/no-break.ts";

/**
 * @param widthOf the width of a piece of text on one line
 * @param width what a line may not exceed
 * @returns lines with their no-break joins, at least one; a word wider than the line is cut
 */
export function breakLines(
  text: string,
  widthOf: (line: string) => number,
  width: number,
): readonly string[] {
  const whole = joinNoBreak(text);
  if (widthOf(whole) <= width) return [whole];
  const words = whole
    .split(" ")
    .flatMap((word) => (widthOf(word) <= width ? [word] : cutWord(word, widthOf, width)));
  const joined = new Map<number, number>();
  const lineWidth = (from: number, to: number) => {
    const key = from * words.length + to;
    let value = joined.get(key);
    if (value === undefined) {
      value = widthOf(words.slice(from, to + 1).join(" "));
      joined.set(key, value);
    }
    return value;
  };
  const count = fewestLines(words.length, lineWidth, width);
  return mostEven(words, count, lineWidth, width).map(([from, to]) => words.slice(from, to + 1).join(" "));
}

/** Joined words that are too wide part again at their joins, longer ones between letters. */
function cutWord(word: string, widthOf: (line: string) => number, width: number): readonly string[] {
  return word.split("\u00a0").flatMap((part) => {
    const pieces: string[] = [];
    let piece = "";
    for (const letter of part) {
      if (piece !== "" && widthOf(piece + letter) > width) {
        pieces.push(piece);
        piece = "";
      }
      piece += letter;
    }
    return [...pieces, piece];
  });
}

function fewestLines(words: number, lineWidth: (from: number, to: number) => number, width: number): number {
  let lines = 1;
  let from = 0;
  for (let to = 0; to < words; to++) {
    if (to > from && lineWidth(from, to) > width) {
      lines++;
      from = to;
    }
  }
  return lines;
}

/** A last line of one short word looks lost: it counts as if the line were this much emptier. */
const LONE_WORD = 0.5;
/** A break in the middle of a word of two syllables weighs as much as a line this much emptier. */
const SPLIT_WORD = 0.45;

/** The cheapest way to set the words in exactly `count` lines: squares of the white at their ends, and bad breaks. */
function mostEven(
  list: readonly string[],
  count: number,
  lineWidth: (from: number, to: number) => number,
  width: number,
): readonly (readonly [from: number, to: number])[] {
  const words = list.length;
  const split = list.map((word, i) => {
    const next = list[i + 1];
    const syllables = (text: string) => text.split("\u00a0");
    return next === undefined ? 0 : breakCost(syllables(word).at(-1)!, syllables(next)[0]!) * SPLIT_WORD ** 2;
  });
  // cost[l][i]: words 0…i-1 in l lines; start[l][i]: where the last of them begins.
  const cost = Array.from({ length: count + 1 }, () =>
    new Array<number>(words + 1).fill(Number.POSITIVE_INFINITY),
  );
  const start = Array.from({ length: count + 1 }, () => new Array<number>(words + 1).fill(0));
  cost[0]![0] = 0;
  for (let line = 1; line <= count; line++) {
    for (let end = line; end <= words; end++) {
      for (let from = end - 1; from >= line - 1; from--) {
        const needed = lineWidth(from, end - 1);
        if (needed > width && from < end - 1) break;
        const isLoneWord = line === count && count > 1 && from === end - 1;
        const white = Math.max(0, 1 - needed / width) + (isLoneWord ? LONE_WORD : 0);
        const total = cost[line - 1]![from]! + white * white + split[end - 1]!;
        if (total < cost[line]![end]!) {
          cost[line]![end] = total;
          start[line]![end] = from;
        }
      }
    }
  }
  const lines: (readonly [number, number])[] = [];
  let end = words;
  for (let line = count; line > 0; line--) {
    const from = start[line]![end]!;
    lines.unshift([from, end - 1]);
    end = from;
  }
  return lines;
}
