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

const pattern = (source: string, flags = "gu") => new RegExp(source, flags);

interface Rule {
  /** Each match has all its spaces joined. */
  readonly match: RegExp;
  /** What may stand before and after a space that it joins: without such a one the text is not searched. */
  readonly before: RegExp;
  readonly after: RegExp;
}

const NUMBER = /\p{N}/u;
const CAPITAL = /\p{Lu}/u;
const ANY = /\P{Z}/u;

const KEPT_TOGETHER: readonly Rule[] = [
  {
    match: pattern(`${WORD_START}(?:${ABBREVIATIONS})\\. ${NAME}`),
    before: /\./u,
    after: CAPITAL,
  },
  {
    match: pattern(`${WORD_START}(?:${capitalisable(PLACES)}) ${NAME}`),
    before: endOf(PLACES),
    after: CAPITAL,
  },
  {
    match: pattern(`${WORD_START}(?:${capitalisable(HONORIFICS)}) ${NAME}`),
    before: endOf(HONORIFICS),
    after: CAPITAL,
  },
  {
    match: pattern(`${WORD_START}(?:Việt Nam|Thứ (?:Hai|Ba|Tư|Năm|Sáu|Bảy)|Chủ nhật)${WORD_END}`, "giu"),
    before: /[tứủ]/iu,
    after: /[nhbts]/iu,
  },
  {
    match: pattern(`${WORD_START}(?:${BEFORE_NUMBER}) (?=\\p{N})`, "giu"),
    before: endOf(BEFORE_NUMBER),
    after: NUMBER,
  },
  {
    match: pattern(`${WORD_START}(?:${capitalisable(BEFORE_NUMERAL)}) (?=[IVX]+${WORD_END})`),
    before: endOf(BEFORE_NUMERAL),
    after: /[IVX]/u,
  },
  { match: pattern(`\\p{N} (?=(?:${AFTER_NUMBER})${WORD_END})`, "giu"), before: NUMBER, after: ANY },
  // Groups of a telephone or a large number: “0252 3822 999”.
  { match: pattern("(?<=\\p{N}) (?=\\p{N}{2,4}(?!\\p{N}))"), before: NUMBER, after: NUMBER },
  // A dash or a dot between parts stays at the end of its line.
  { match: pattern("(?<=\\S) (?=[–—·|-](?: |$))"), before: ANY, after: /[–—·|-]/u },
];

/** The letters with which words of a list end. */
function endOf(words: string): RegExp {
  return new RegExp(
    `[${words
      .split("|")
      .map((word) => word.at(-1))
      .join("")}]`,
    "iu",
  );
}

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
  const rules = rulesFor(joined);
  for (let i = 0; i < KEPT_TOGETHER.length; i++) {
    if ((rules & (1 << i)) === 0) continue;
    joined = joined.replace(KEPT_TOGETHER[i]!.match, (match) => match.replaceAll(" ", NO_BREAK_SPACE));
  }
  return joined;
}

/** The rules that may find something in a text, as bits: by the characters around its spaces. */
function rulesFor(text: string): number {
  let rules = 0;
  for (let at = text.indexOf(" "); at >= 0; at = text.indexOf(" ", at + 1)) {
    rules |= rulesBy("before", text.charCodeAt(at - 1)) & rulesBy("after", text.charCodeAt(at + 1));
  }
  return rules;
}

/** The rules for which a character may stand at that side, as bits, by UTF-16 unit. */
const known = { before: new Map<number, number>(), after: new Map<number, number>() };

function rulesBy(side: "before" | "after", unit: number): number {
  let rules = known[side].get(unit);
  if (rules === undefined) {
    // Half of a character says nothing about it.
    const isHalf = unit >= 0xd800 && unit <= 0xdfff;
    const letter = String.fromCharCode(unit);
    rules = KEPT_TOGETHER.reduce((sum, rule, i) => sum | (isHalf || rule[side].test(letter) ? 1 << i : 0), 0);
    known[side].set(unit, rules);
  }
  return rules;
}

/** The text with ordinary spaces again, as it is searched and extracted. */
export const withoutJoins = (text: string): string => text.replaceAll(NO_BREAK_SPACE, " ");
