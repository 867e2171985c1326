/**
 * TCVN3, also called ABC: the bytes of TCVN 5712:1993 (VN3) that fonts such as .VnTime show as Vietnamese. It has no
 * codes for capitals with tones: those are small letters in a capital font (.VnTimeH), so they come back small.
 */

/** Rows of sixteen codes from 0xA0 on; a space is a code without a letter (B0–B4 are tones on their own). */
const ROWS = [
  " ĂÂÊÔƠƯĐăâêôơưđ ", // A0–AF
  "     àảãáạ ằẳẵắ ", // B0–BF
  "      ặầẩẫấậè ẻẽ", // C0–CF
  "éẹềểễếệìỉ   ĩíịò", // D0–DF
  " ỏõóọồổỗốộờởỡớợù", // E0–EF
  " ủũúụừửữứựỳỷỹýỵ ", // F0–FF
];

/** Each code, as the Latin-1 character of its byte, and its letter. */
export const TCVN3: ReadonlyMap<string, string> = new Map(
  [...ROWS.join("")].flatMap((letter, i) =>
    letter === " " ? [] : [[String.fromCharCode(0xa0 + i), letter]],
  ),
);

const CODES = new RegExp(`[${[...TCVN3.keys()].join("")}]`, "gu");

/** The text behind TCVN3 bytes that were read as Latin-1 or Windows-1252. Other characters stay. */
export const fromTcvn3 = (text: string): string => text.replace(CODES, (code) => TCVN3.get(code)!);
