/**
 * Where a line reads badly when it ends there: in the middle of a word of two syllables or of a name, after the first
 * word of a sentence. A break there is not forbidden, only dearer: in a narrow column it may be the lesser evil.
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
const TERMS = new Set("dục nghề|dục thường|học cơ|học phổ|ban nhân|nghệ thông|năng lao".split("|"));
/** Two capitalised syllables are most often parts of one name. */
const WITHIN_NAME = 0.8;
const AFTER_FIRST_WORD = 0.5;

/**
 * What it costs to break a line after each of a text's syllables, 0 for nothing to 1 for the middle of a word.
 * Punctuation after a syllable makes any break free.
 */
export function breakCosts(syllables: readonly string[]): readonly number[] {
  const read = syllables.map(readSyllable);
  const isWord = (at: number) => {
    const [one, other] = [read[at], read[at + 1]];
    return one && other && !one.ends && compounds().get(one.letters)?.has(other.letters);
  };
  let before = false;
  let here = isWord(0) ?? false;
  return read.map((one, at) => {
    const after = isWord(at + 1) ?? false;
    const [wasWord, word] = [before, here];
    [before, here] = [here, after];
    const next = read[at + 1];
    if (!next || one.ends) return 0;
    if (word) return WITHIN_WORD;
    // “Trường | Cao đẳng”: what belongs to a word is no part of a name.
    if (one.isName && next.isName && !wasWord && !after) return WITHIN_NAME;
    if (TERMS.has(`${one.letters} ${next.letters}`)) return WITHIN_TERM;
    return read[at - 1]?.endsSentence ? AFTER_FIRST_WORD : 0;
  });
}

interface Syllable {
  /** In small letters, without signs around them. */
  readonly letters: string;
  /** Whether a sign stands after the letters. */
  readonly ends: boolean;
  readonly endsSentence: boolean;
  /** One capital, then small letters. */
  readonly isName: boolean;
}

const SENTENCE_ENDS = ".!?…:;";

function readSyllable(text: string): Syllable {
  let from = 0;
  let to = text.length;
  while (from < to && !isLetter(text.charCodeAt(from))) from++;
  while (to > from && !isLetter(text.charCodeAt(to - 1))) to--;
  const letters = text.slice(from, to);
  const last = text.at(-1) ?? "";
  const small = letters.toLowerCase();
  return {
    letters: small,
    ends: text !== "" && !isLetter(last.charCodeAt(0)),
    endsSentence: last !== "" && SENTENCE_ENDS.includes(last),
    isName: kindOf(text.charCodeAt(from)) === CAPITAL && letters.slice(1) === small.slice(1),
  };
}

/** Letters and numbers; of what is not ordinary nothing is known. */
function isLetter(code: number): boolean {
  const kind = kindOf(code);
  return kind === SMALL || kind === CAPITAL || kind === NUMBER || kind === OTHER;
}
