/**
 * VNI for Windows: a vowel and after it, in a byte of its own, its marks; ơ, ư, đ and i with its tones are single
 * bytes. It has all letters, small and capital.
 */

/** Codes of marks, with the letters they make of the vowels they follow. A dash: there is none. */
const MARKS: readonly (readonly [mark: string, vowels: string, letters: string])[] = [
  ["ù", "aeouyôö", "áéóúýớứ"],
  ["ø", "aeouyôö", "àèòùỳờừ"],
  ["û", "aeouyôö", "ảẻỏủỷởử"],
  ["õ", "aeouyôö", "ãẽõũỹỡữ"],
  ["ï", "aeouôö", "ạẹọụợự"],
  ["â", "aeo", "âêô"],
  ["á", "aeo", "ấếố"],
  ["à", "aeo", "ầềồ"],
  ["å", "aeo", "ẩểổ"],
  ["ã", "aeo", "ẫễỗ"],
  ["ä", "aeo", "ậệộ"],
  ["ê", "a", "ă"],
  ["é", "a", "ắ"],
  ["è", "a", "ằ"],
  ["ú", "a", "ẳ"],
  ["ü", "a", "ẵ"],
  ["ë", "a", "ặ"],
];
const SINGLE: readonly (readonly [code: string, letter: string])[] = [
  ["ô", "ơ"],
  ["ö", "ư"],
  ["ñ", "đ"],
  ["í", "í"],
  ["ì", "ì"],
  ["æ", "ỉ"],
  ["ó", "ĩ"],
  ["ò", "ị"],
  ["î", "ỵ"],
];

const small: readonly (readonly [string, string])[] = [
  ...SINGLE,
  ...MARKS.flatMap(([mark, vowels, letters]) =>
    [...vowels].map((vowel, i): [string, string] => [vowel + mark, [...letters][i]!]),
  ),
];

/** Each code, as Latin-1 characters, and its letter. A capital vowel may be followed by a small mark. */
export const VNI: ReadonlyMap<string, string> = new Map([
  ...small,
  ...small.map(([code, letter]): [string, string] => [code.toUpperCase(), letter.toUpperCase()]),
]);

const mixed = small
  .filter(([code]) => code.length === 2)
  .map(([code, letter]): [string, string] => [code[0]!.toUpperCase() + code[1], letter.toUpperCase()]);
const known = new Map([...mixed, ...VNI]);
/** Pairs before single codes: “ôù” is ớ, “ô” alone ơ. */
const CODES = new RegExp([...known.keys()].sort((a, b) => b.length - a.length).join("|"), "gu");

/** The text behind VNI bytes that were read as Latin-1 or Windows-1252. Other characters stay. */
export const fromVni = (text: string): string => text.replace(CODES, (code) => known.get(code)!);
