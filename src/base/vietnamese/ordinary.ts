/**
 * The characters of which nearly all text here is made. Most of what cleans text up or takes it apart looks for what
 * such text has not, with expressions that know every script: one look at each character tells that there is no need.
 */

/** What an ordinary character is; {@link OTHER} says nothing but that it is none. */
export const [OTHER, SPACE, SIGN, NUMBER, SMALL, CAPITAL] = [0, 1, 2, 3, 4, 5] as const;
export type CharacterKind =
  | typeof OTHER
  | typeof SPACE
  | typeof SIGN
  | typeof NUMBER
  | typeof SMALL
  | typeof CAPITAL;

/** What can be seen of ASCII and Latin-1, without the soft hyphen, and the precomposed letters of Vietnamese. */
const RANGES = [
  "!~",
  "¡¬",
  "®ÿ",
  "Ăă",
  "Đđ",
  "Ĩĩ",
  "Ũũ",
  "Ơơ",
  "Ưư",
  "Ạỹ",
  "–—",
  "‘’",
  "“”",
  "••",
  "……",
] as const;

/** By UTF-16 code unit; no character beyond the general punctuation is ordinary. */
const KINDS = new Uint8Array(0x2040);
KINDS[" ".charCodeAt(0)] = SPACE;
for (const range of RANGES) {
  for (let code = range.charCodeAt(0); code <= range.charCodeAt(1); code++)
    KINDS[code] = kindOfLetter(String.fromCharCode(code));
}

function kindOfLetter(character: string): CharacterKind {
  if ("0123456789²³¹¼½¾".includes(character)) return NUMBER;
  if (character.toLowerCase() !== character) return CAPITAL;
  return character.toUpperCase() !== character || "ªº".includes(character) ? SMALL : SIGN;
}

/** The kind of a UTF-16 code unit. */
export const kindOf = (code: number): CharacterKind => (KINDS[code] ?? OTHER) as CharacterKind;

/**
 * Whether a text is made of ordinary characters, with single spaces between them and none around. Then it is in NFC
 * and has no combining marks, no control characters and none that nobody sees.
 */
export function isOrdinary(text: string): boolean {
  let before: CharacterKind = SPACE;
  for (let i = 0; i < text.length; i++) {
    const kind = kindOf(text.charCodeAt(i));
    if (kind === OTHER || (kind === SPACE && before === SPACE)) return false;
    before = kind;
  }
  return before !== SPACE || text === "";
}
