/** Which words a line break must not part. Joins are U+00A0; the letters themselves never change. */

import { nfc } from "./nfc.ts";

export const NO_BREAK_SPACE = "\u00a0";

/** Shortened titles and places that lean on the name after them: “TP. Phan Thiết”, “ThS. Lê Hà”. */
const ABBREVIATIONS = "TP|Tp|TX|TT|Q|P|H|X|KP|GS|PGS|TS|ThS|CN|KS|BS|Đ\\/c";
/** Words that lean on the name after them. */
const PLACES = "thành phố|tỉnh|thị xã|thị trấn|quận|huyện|phường|xã|đường";
const HONORIFICS = "ông|bà|thầy|cô|anh|chị|em|đồng chí";
/** Words that lean on the number after them: “số 15”, “lớp 9”. */
const BEFORE_NUMBER = "số|ngày|tháng|năm|lớp|khóa|quý|điều|mục|trang|từ|đến|giờ|hơn|trên|dưới|top";
/** Words that lean on a Roman numeral after them: “khóa XII”. */
const BEFORE_NUMERAL = "khóa|lần thứ|thế kỷ|chương|phần|quý|hạng|bậc";
/** Units and counted things that lean on the number before them. */
const AFTER_NUMBER =
  "giờ|phút|giây|ngày(?!\\s\\p{N})|tuần|tháng(?!\\s\\p{N})|năm(?!\\s\\p{N})|tuổi|nghề|ngành|người|bạn|em|lớp|suất|chỉ tiêu|học viên|đồng|nghìn|triệu|tỷ|USD|km|m|cm|mm|m²|kg|%|°C";

/** Up to three capitalised syllables, as in “Phan Thiết” or “Bà Rịa Vũng”. */
const NAME = "\\p{Lu}[\\p{L}’'-]*(?: \\p{Lu}[\\p{L}’'-]*){0,2}";
const WORD_START = "(?<![\\p{L}\\p{N}])";
const WORD_END = "(?![\\p{L}\\p{N}])";

interface Rule {
  /** What a text must have for the rule to apply: found in no time, where the rule itself knows every script. */
  readonly hint: RegExp;
  /** Joins all spaces of each match. */
  readonly join: (text: string) => string;
}

/** The pattern is only compiled for the first text that hints at it. */
function rule(hint: RegExp, pattern: string, flags = "gu"): Rule {
  let together: RegExp | null = null;
  return {
    hint,
    join(text) {
      together ??= new RegExp(pattern, flags);
      return text.replace(together, (match) => match.replaceAll(" ", NO_BREAK_SPACE));
    },
  };
}

const says = (words: string): RegExp => new RegExp(`(?:${words}) `, "i");

const RULES: readonly Rule[] = [
  rule(/\. /, `${WORD_START}(?:${ABBREVIATIONS})\\. ${NAME}`),
  rule(says(PLACES), `${WORD_START}(?:${capitalisable(PLACES)}) ${NAME}`),
  rule(says(HONORIFICS), `${WORD_START}(?:${capitalisable(HONORIFICS)}) ${NAME}`),
  rule(
    /Việt Nam|Thứ |Chủ nhật/i,
    `${WORD_START}(?:Việt Nam|Thứ (?:Hai|Ba|Tư|Năm|Sáu|Bảy)|Chủ nhật)${WORD_END}`,
    "giu",
  ),
  rule(says(BEFORE_NUMBER), `${WORD_START}(?:${BEFORE_NUMBER}) (?=\\p{N})`, "giu"),
  rule(says(BEFORE_NUMERAL), `${WORD_START}(?:${capitalisable(BEFORE_NUMERAL)}) (?=[IVX]+${WORD_END})`),
  rule(/\p{N} \D/u, `\\p{N} (?=(?:${AFTER_NUMBER})${WORD_END})`, "giu"),
  // Groups of a telephone or a large number: “0252 3822 999”.
  rule(/\p{N} \p{N}/u, "(?<=\\p{N}) (?=\\p{N}{2,4}(?!\\p{N}))"),
  // A dash or a dot between parts stays at the end of its line.
  rule(/ [–—·|-]/, "(?<=\\S) (?=[–—·|-](?: |$))"),
];

/** “tỉnh” also as “Tỉnh”, at the head of a sentence. */
function capitalisable(words: string): string {
  return words
    .split("|")
    .map((word) => `[${word[0]}${word[0]!.toUpperCase()}]${word.slice(1)}`)
    .join("|");
}

/** The text in NFC with no-break spaces where Vietnamese readers expect no break. Joining twice changes nothing. */
export function joinNoBreak(text: string): string {
  let joined = nfc(text).replaceAll(NO_BREAK_SPACE, " ");
  if (!joined.includes(" ")) return joined;
  for (const { hint, join } of RULES) if (hint.test(joined)) joined = join(joined);
  return joined;
}

/** The text with ordinary spaces again, as it is searched and extracted. */
export const withoutJoins = (text: string): string => text.replaceAll(NO_BREAK_SPACE, " ");
