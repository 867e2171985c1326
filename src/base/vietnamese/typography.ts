/** What people type on a keyboard, as it is set in print. */

import { nfc } from "./nfc.ts";

/** Words after which two numbers with a hyphen are surely a range: “18-30 tháng”. */
const COUNTED =
  "giờ|phút|ngày|tuần|tháng|năm|tuổi|nghề|ngành|người|bạn|em|lớp|suất|buổi|học viên|đồng|nghìn|triệu|tỷ|km|m|cm|kg|%";

const PLAIN_RANGE = new RegExp(
  `(?<![\\p{L}\\p{N}/.,-])(\\p{N}{1,4}) ?- ?(\\p{N}{1,4})(?=(?: (?:${COUNTED})|%)(?![\\p{L}\\p{N}]))`,
  "gu",
);
/** “2026-2027”: a school year. */
const YEARS = /(?<![\p{L}\p{N}/.,-])((?:19|20)\d\d) ?- ?((?:19|20)\d\d)(?![\p{L}\p{N}/-])/gu;

/**
 * Text with the marks of print: en dashes for spaced hyphens and in ranges, “ ” for typewriter quotes, … for three
 * dots; no space before a comma or full stop, none inside brackets, no double ones. Doing it twice changes nothing.
 *
 * For prose only: an address of the web or of e-mail inside it keeps its letters, but telephone numbers, files and
 * links are no prose.
 */
export function tidyProse(text: string): string {
  let tidy = nfc(text);
  // What one rule joins may be another's business: “.. .” is three dots once its space is gone.
  while (UNTIDY.test(tidy)) {
    const before = tidy;
    tidy = tidyOnce(before);
    if (tidy === before) break;
  }
  return tidy;
}

/** What every rule below needs to find: text without it, as most is, is tidy. */
const UNTIDY = /["-]|\.{3}| [,.;:!?…)”]|[(“] /u;

const tidyOnce = (text: string): string =>
  text
    .replace(/ +([,.;:!?…]+)(?=[\s”’)]|$)/gu, "$1")
    .replace(/(?<=[(“]) +| +(?=[)”])/gu, "")
    .replace(/(?<!\S)\S*\.{3,}\S*/gu, (word) => (isAddress(word) ? word : word.replace(/\.{3,}/gu, "…")))
    .replace(/(?<![\p{L}\p{N}"])"(?! )([^"]*[^" ])"(?![\p{L}\p{N}"])/gu, "“$1”")
    .replace(PLAIN_RANGE, "$1–$2")
    .replace(YEARS, "$1–$2")
    .replace(/(?<=\S) --?(?= \S|$)/gu, " –");

const isAddress = (word: string) => /:\/\/|@|^www\./iu.test(word);
