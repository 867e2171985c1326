/** The 134 precomposed letters that Vietnamese adds to ASCII (TCVN 6909:2001). */

const VOWELS = [..."aăâeêioôơuưy"];
/** Grave, hook above, tilde, acute, dot below. */
const TONES = ["\u0300", "\u0309", "\u0303", "\u0301", "\u0323"];

const small = [
  ...[..."ăâêôơưđ"],
  ...VOWELS.flatMap((vowel) => TONES.map((tone) => (vowel + tone).normalize("NFC"))),
];

export const VIETNAMESE_LETTERS: readonly string[] = [
  ...small,
  ...small.map((letter) => letter.toLocaleUpperCase("vi")),
];
