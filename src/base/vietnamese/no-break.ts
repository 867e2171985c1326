/** Which words a line break must not part. Joins are U+00A0; the letters themselves never change. */

import { nfc } from "./nfc.ts";
import { CAPITAL, kindOf, NUMBER, OTHER, SIGN } from "./ordinary.ts";

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
/** Names that stay together whatever stands beside them. */
const NAMES = "Việt Nam|Chủ nhật|Thứ Hai|Thứ Ba|Thứ Tư|Thứ Năm|Thứ Sáu|Thứ Bảy";
/** Units and counted things that lean on the number before them. */
const AFTER_NUMBER =
  "giờ|phút|giây|ngày(?!\\s\\p{N})|tuần|tháng(?!\\s\\p{N})|năm(?!\\s\\p{N})|tuổi|nghề|ngành|người|bạn|em|lớp|suất|chỉ tiêu|học viên|đồng|nghìn|triệu|tỷ|USD|km|m|cm|mm|m²|kg|%|°C";

/** Numbers in words, and what they count. “Năm” alone is more often the year. */
const WRITTEN_NUMBER = "vài|mấy|một|hai|ba|bốn|sáu|bảy|tám|chín|mười";
const GOES_ON = "mươi|mười|một|mốt|hai|ba|bốn|năm|lăm|sáu|bảy|tám|chín";
const AFTER_WRITTEN =
  "giờ|phút|giây|ngày|đêm|tuần|tháng|năm|tuổi|lần|bước|buổi|trang|nghề|ngành|người|lớp|suất|bản|chỉ tiêu|học viên|nghìn|triệu|tỷ";

/** Up to three capitalised syllables, as in “Phan Thiết” or “Bà Rịa Vũng”. */
const NAME = "\\p{Lu}[\\p{L}’'-]*(?: \\p{Lu}[\\p{L}’'-]*){0,2}";
const WORD_END = "(?![\\p{L}\\p{N}])";

/** What may stand beside a space, as bits. */
const [POINT_BEFORE, NUMBER_BEFORE, NUMBER_AFTER, CAPITAL_AFTER, DASH_AFTER] = [1, 2, 4, 8, 16] as const;

/** What parts a line, with a space before it. */
const DASHES = "–—·|-";

interface Rule {
  /** What must stand beside spaces of a text for the rule to apply. */
  readonly beside: number;
  /** What the text must say besides: found in no time, where the rule itself knows every script. */
  readonly hint: RegExp | null;
  /** Joins all spaces of each match. */
  readonly join: (text: string) => string;
}

/** The pattern is only compiled for the first text that may need it. */
function rule(beside: number, hint: RegExp | null, pattern: string, flags = "gu"): Rule {
  let together: RegExp | null = null;
  return {
    beside,
    hint,
    join(text) {
      together ??= new RegExp(pattern, flags);
      let joined = "";
      let end = 0;
      for (let found = together.exec(text); found; found = together.exec(text)) {
        joined += text.slice(end, found.index) + found[0].replaceAll(" ", NO_BREAK_SPACE);
        end = together.lastIndex;
      }
      return end === 0 ? text : joined + text.slice(end);
    },
  };
}

const says = (words: string): RegExp => new RegExp(`(?:${words}) `, "i");

/** In the order in which they join. */
export const RULES: readonly Rule[] = [
  rule(POINT_BEFORE | CAPITAL_AFTER, null, `${oneOf(ABBREVIATIONS)}\\. ${NAME}`),
  rule(CAPITAL_AFTER, says(PLACES), `${oneOf(orCapitalised(PLACES))} ${NAME}`),
  rule(CAPITAL_AFTER, says(HONORIFICS), `${oneOf(orCapitalised(HONORIFICS))} ${NAME}`),
  rule(0, /Việt Nam|Thứ |Chủ nhật/i, `${oneOf(NAMES)}${WORD_END}`, "giu"),
  rule(NUMBER_AFTER, says(BEFORE_NUMBER), `${oneOf(BEFORE_NUMBER)} (?=\\p{N})`, "giu"),
  rule(CAPITAL_AFTER, says(BEFORE_NUMERAL), `${oneOf(orCapitalised(BEFORE_NUMERAL))} (?=[IVX]+${WORD_END})`),
  rule(NUMBER_BEFORE, null, ` (?<=\\p{N} )(?=(?:${AFTER_NUMBER})${WORD_END})`, "giu"),
  rule(
    0,
    says(WRITTEN_NUMBER),
    `${oneOf(orCapitalised(WRITTEN_NUMBER))}(?: (?:${GOES_ON})(?= ))* (?:${AFTER_WRITTEN})${WORD_END}`,
  ),
  // Groups of a telephone or a large number: “0252 3822 999”.
  rule(NUMBER_BEFORE | NUMBER_AFTER, null, " (?<=\\p{N} )(?=\\p{N}{2,4}(?!\\p{N}))"),
  // A dash or a dot between parts stays at the end of its line.
  rule(DASH_AFTER, null, ` (?<=\\S )(?=[${DASHES}](?: |$))`),
];

/** What stands beside any of a text's spaces. What is not ordinary may be a number or a capital. */
function besideSpaces(text: string): number {
  let found = 0;
  for (let at = text.indexOf(" "); at >= 0; at = text.indexOf(" ", at + 1)) {
    const before = text.charCodeAt(at - 1);
    if (before === POINT) found |= POINT_BEFORE;
    const kindBefore = kindOf(before);
    if (kindBefore === NUMBER || kindBefore === OTHER) found |= NUMBER_BEFORE;
    const kindAfter = kindOf(text.charCodeAt(at + 1));
    if (kindAfter === NUMBER || kindAfter === OTHER) found |= NUMBER_AFTER;
    if (kindAfter === CAPITAL || kindAfter === OTHER) found |= CAPITAL_AFTER;
    if (kindAfter === SIGN && DASHES.includes(text[at + 1]!)) found |= DASH_AFTER;
  }
  return found;
}

const POINT = ".".charCodeAt(0);

/** Any of the words, on its own. Most places of a text are told by their letter, before what stands there is looked at. */
function oneOf(words: string): string {
  const letters = new Set(words.split("|").map(([first]) => first));
  return `(?=[${[...letters].join("")}])(?<![\\p{L}\\p{N}])(?:${words})`;
}

/** “tỉnh” also as “Tỉnh”, at the head of a sentence. */
function orCapitalised(words: string): string {
  const capitalised = words.split("|").map((word) => word[0]!.toUpperCase() + word.slice(1));
  return `${words}|${capitalised.join("|")}`;
}

/** The text in NFC with no-break spaces where Vietnamese readers expect no break. Joining twice changes nothing. */
export function joinNoBreak(text: string): string {
  let joined = nfc(text).replaceAll(NO_BREAK_SPACE, " ");
  if (!joined.includes(" ")) return joined;
  const found = besideSpaces(joined);
  for (const { beside, hint, join } of RULES) {
    if ((found & beside) === beside && (!hint || hint.test(joined))) joined = join(joined);
  }
  return joined;
}

/** The text with ordinary spaces again, as it is searched and extracted. */
export const withoutJoins = (text: string): string => text.replaceAll(NO_BREAK_SPACE, " ");
