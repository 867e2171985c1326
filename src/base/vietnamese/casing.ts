/** Capitals and small letters by Vietnamese rules. */

import { composed } from "./nfc.ts";

/** True capitals: “Ngày hội” → “NGÀY HỘI”. */
export const capitals = (text: string): string => composed(text).toLocaleUpperCase("vi");

/** First letter up, the rest untouched: “trung cấp” → “Trung cấp”. */
export function sentenceCase(text: string): string {
  const [first = "", ...rest] = text.normalize("NFC");
  return first.toLocaleUpperCase("vi") + rest.join("");
}

/** Words that are written their own way wherever they stand. */
const FIXED = new Map(
  "THPT THCS GDNN GDTX TP TT TX UBND HĐND CĐ ĐH TC PGS GS TS ThS BS KS CN NCS"
    .split(" ")
    .map((word) => [word.toLocaleLowerCase("vi"), word]),
);
/** Particles inside foreign names. */
const PARTICLES = new Set(["de", "del", "der", "den", "von", "bin", "binti"]);
/** Roman numerals after a name, except those that are Vietnamese syllables or initials (Vi, Di, Mi, I, V, X). */
const NUMERAL = /^(?:ii|iii|iv|vii|viii|ix|xi|xii|xiii|xiv|xv|xvi|xvii|xviii|xix|xx|xxi)$/u;

/**
 * A name: “NGUYỄN THỊ ÁNH” and “nguyễn thị ánh” → “Nguyễn Thị Ánh”, “H'HEN NIÊ” → “H'Hen Niê”, “Y-MOAN” → “Y-Moan”.
 * Abbreviations (THPT, GDNN, TP) and Roman numerals stay capitals; so does, in a name that is not all capitals,
 * whatever was typed in capitals (“Công ty FPT”). Doing it twice changes nothing.
 */
export function nameCase(name: string): string {
  const typed = name.normalize("NFC");
  const words = (typed.match(WORD) ?? []).map((word, i) => ({ word, special: specialForm(word, i === 0) }));
  const isMixed = words.some(({ word, special }) => special === null && /\p{Ll}/u.test(word));
  let next = 0;
  return typed.replace(WORD, () => {
    const { word, special } = words[next++]!;
    if (special !== null) return special;
    const isKept = isMixed && /^\p{Lu}{2,}$/u.test(word);
    return isKept ? word : sentenceCase(word.toLocaleLowerCase("vi"));
  });
}

const WORD = /[\p{L}\p{M}]+/gu;

/** How a word is written whatever the rest of the name looks like; `null` when that depends. */
function specialForm(word: string, isFirst: boolean): string | null {
  const small = word.toLocaleLowerCase("vi");
  const fixed = FIXED.get(small);
  if (fixed !== undefined || isFirst) return fixed ?? null;
  if (NUMERAL.test(small)) return capitals(small);
  return PARTICLES.has(small) ? small : null;
}
