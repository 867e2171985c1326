/**
 * Where a line reads badly when it ends there: in the middle of a word of two syllables, of a name or of a pair, after
 * the first word of a sentence or a word that leans on the next one. A break there is not forbidden, only dearer: in a
 * narrow column it may be the lesser evil.
 */

import { COMPOUND_ROWS } from "./compound-list.ts";
import { CAPITAL, kindOf, NUMBER, OTHER, SMALL } from "./ordinary.ts";

let known: ReadonlyMap<string, ReadonlySet<string>> | null = null;

/** First syllables with those that follow them; read for the first text that needs more than one line. */
function compounds(): ReadonlyMap<string, ReadonlySet<string>> {
  known ??= new Map(
    COMPOUND_ROWS.split(/[|\n]/u)
      .map((row) => row.trim().split(" "))
      .map(([first, ...seconds]) => [first!, new Set(seconds)]),
  );
  return known;
}

const WITHIN_WORD = 1;
/** Between words that are most often said together; pairs of the last and the first syllable. */
const WITHIN_TERM = 0.35;
const TERMS = new Set("dục nghề|dục thường|học cơ|học phổ|ban nhân|nghệ thông|nghệ ô|năng lao".split("|"));
/** Two capitalised syllables are most often parts of one name. */
const WITHIN_NAME = 0.95;
const AFTER_FIRST_WORD = 0.5;
/** “Đức Linh – | Tánh Linh”: the dash couples what belongs together. */
const WITHIN_PAIR = 0.25;
/** Any other dash parts a text by sense: the best place of all to end a line. */
const BY_SENSE = -0.25;
/** A comma, a colon or the end of a sentence does so too, many times in one text: a good place, not worth ragged lines. */
const AFTER_SIGN = -0.12;
/** Words that lean on the next one. */
const LEANING = new Set("và|hoặc|của|cho|với|để|tại|trong|các|những|mỗi|bằng|vì".split("|"));
const AFTER_LEANING = 0.12;

/**
 * What it costs to break a line after each of a text's syllables: 0 for nothing, 1 for the middle of a word, less than
 * nothing where a dash, a comma or a stop parts the text by sense. Any other sign after a syllable makes a break free.
 */
export function breakCosts(syllables: readonly string[]): readonly number[] {
  const read = syllables.map(readSyllable);
  const words = wordsAmong(read);
  const isWord = (at: number) => words[at] ?? false;
  return read.map((one, at) => {
    const [wasWord, word, after] = [isWord(at - 1), isWord(at), isWord(at + 1)];
    const next = read[at + 1];
    if (!next) return 0;
    if (one.isDash) return dashCost(read, at, isWord);
    // “Trồng, | cạo mủ cao su”: a word alone is no part to end with.
    if (one.ends) return one.parts && at > 0 && !read[at - 1]!.ends ? AFTER_SIGN : 0;
    if (word) return WITHIN_WORD;
    // “Trường | Cao đẳng”: what belongs to a word is no part of a name.
    if (one.isName && next.isName && !wasWord && !after) return WITHIN_NAME;
    if (TERMS.has(`${one.letters} ${next.letters}`)) return WITHIN_TERM;
    if (read[at - 1]?.endsSentence) return AFTER_FIRST_WORD;
    return LEANING.has(one.letters) ? AFTER_LEANING : 0;
  });
}

/**
 * Whether each syllable and its next one are a word. Of three such pairs in a row the middle one is none: “ngày hội
 * tuyển sinh” are two words, though “hội tuyển” is one elsewhere.
 */
function wordsAmong(read: readonly Syllable[]): readonly boolean[] {
  const words = read.map((one, at) => {
    const next = read[at + 1];
    return next !== undefined && !one.ends && (compounds().get(one.letters)?.has(next.letters) ?? false);
  });
  for (let from = 0; from < words.length; from++) {
    let to = from;
    while (words[to]) to++;
    if ((to - from) % 2 === 1) for (let at = from + 1; at < to; at += 2) words[at] = false;
    from = to;
  }
  return words;
}

/**
 * A dash couples two names or abbreviations, or two words of one kind that both begin with a capital (“Kinh tế – Du
 * lịch”); between two words in small letters (“tuyển sinh – hướng nghiệp”) it may do so.
 */
function dashCost(read: readonly Syllable[], at: number, isWord: (at: number) => boolean): number {
  const [before, next] = [read[at - 1], read[at + 1]];
  if (!before || !next || before.ends || next.letters === "") return BY_SENSE;
  const words = [at > 1 && isWord(at - 2), isWord(at + 1)];
  if (words[0] !== words[1]) return BY_SENSE;
  const first = words[0] ? read[at - 2]! : before;
  if (!first.isCapital && !next.isCapital) return words[0] ? 0 : BY_SENSE;
  return first.isCapital && next.isCapital ? WITHIN_PAIR : BY_SENSE;
}

interface Syllable {
  /** In small letters, without signs around them. */
  readonly letters: string;
  /** Whether a sign stands after the letters. */
  readonly ends: boolean;
  readonly endsSentence: boolean;
  /** Whether that sign parts the text by sense. */
  readonly parts: boolean;
  readonly isCapital: boolean;
  /** One capital, then small letters. */
  readonly isName: boolean;
  readonly isDash: boolean;
}

/** Whether a text is a dash and nothing else. */
export const isDash = (text: string): boolean => text === "–" || text === "—" || text === "-";

const SENTENCE_ENDS = ".!?…:;";

function readSyllable(text: string): Syllable {
  let from = 0;
  let to = text.length;
  while (from < to && !isLetter(text.charCodeAt(from))) from++;
  while (to > from && !isLetter(text.charCodeAt(to - 1))) to--;
  const letters = text.slice(from, to);
  const last = text.at(-1) ?? "";
  const small = letters.toLowerCase();
  const isCapital = kindOf(text.charCodeAt(from)) === CAPITAL;
  const endsSentence = last !== "" && SENTENCE_ENDS.includes(last);
  return {
    letters: small,
    ends: text !== "" && !isLetter(last.charCodeAt(0)),
    endsSentence,
    parts: endsSentence || last === ",",
    isCapital,
    isName: isCapital && letters.slice(1) === small.slice(1),
    isDash: isDash(text),
  };
}

/** Letters and numbers; of what is not ordinary nothing is known. */
function isLetter(code: number): boolean {
  const kind = kindOf(code);
  return kind === SMALL || kind === CAPITAL || kind === NUMBER || kind === OTHER;
}
