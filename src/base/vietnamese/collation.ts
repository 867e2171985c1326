/**
 * The order of Vietnamese dictionaries and class lists, the same on every machine: it does not ask the runtime's
 * locale data, which may be cut down.
 */

/** The alphabet (TCVN 6909:2001, the letters of quốc ngữ) with the foreign f, j, w, z in their Latin places. */
const ALPHABET = [..."aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"];
/** Level, grave, hook, tilde, acute, dot: không dấu, huyền, hỏi, ngã, sắc, nặng. */
const TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"];

const letterRank = new Map(ALPHABET.map((letter, rank) => [letter, rank]));

/** A syllable or a number. Syllables compare by all their letters first, then by their tones. */
interface Token {
  /** A number's value without leading zeros; `null` for a syllable. */
  readonly digits: string | null;
  readonly letters: readonly number[];
  readonly tones: readonly number[];
}

/**
 * Orders by syllables: a ă â … d đ …, tones only between equal letters, numbers by value and before letters.
 * A total order: texts that differ in any way never compare as equal, except in their Unicode form.
 */
export function compareVietnamese(one: string, other: string): number {
  const [a, b] = [one.normalize("NFC"), other.normalize("NFC")];
  return compareLists(tokensOf(a), tokensOf(b), compareTokens) || compareText(a, b);
}

/** A class list: by given name (the last syllable), then by family name and what stands between. */
export function comparePersons(one: string, other: string): number {
  const given = (name: string) => name.normalize("NFC").trim().split(/\s+/u).at(-1)!;
  return (
    compareLists(tokensOf(given(one)), tokensOf(given(other)), compareTokens) || compareVietnamese(one, other)
  );
}

function tokensOf(text: string): readonly Token[] {
  const parts = text.toLowerCase().match(/\d+|(?:(?!\d)[\p{L}\p{M}\p{N}])+/gu) ?? [];
  return parts.map((part) => {
    if (/^\d/u.test(part)) return { digits: part.replace(/^0+(?=.)/u, ""), letters: [], tones: [] };
    const split = [...part.normalize("NFC")].map(splitTone);
    return { digits: null, letters: split.map(({ letter }) => letter), tones: split.map(({ tone }) => tone) };
  });
}

function splitTone(character: string): { readonly letter: number; readonly tone: number } {
  const parts = [...character.normalize("NFD")];
  const tone = Math.max(0, ...parts.map((part) => TONES.indexOf(part)));
  const bare = parts
    .filter((part) => !TONES.includes(part))
    .join("")
    .normalize("NFC");
  // Letters of other scripts follow the alphabet, in code point order.
  return { letter: letterRank.get(bare) ?? ALPHABET.length + (character.codePointAt(0) ?? 0), tone };
}

function compareTokens(a: Token, b: Token): number {
  if (a.digits !== null && b.digits !== null)
    return a.digits.length - b.digits.length || compareText(a.digits, b.digits);
  if (a.digits !== null) return -1;
  if (b.digits !== null) return 1;
  return compareLists(a.letters, b.letters, difference) || compareLists(a.tones, b.tones, difference);
}

/** Item by item; the shorter list first when it begins the longer one. */
function compareLists<T>(a: readonly T[], b: readonly T[], compare: (a: T, b: T) => number): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const order = compare(a[i]!, b[i]!);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

const difference = (a: number, b: number) => a - b;
const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
