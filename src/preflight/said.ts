/** Whether a piece says something, however it breaks, spaces or capitalises it. */

import { foundOnce } from "../base/found-once.ts";
import { capitals } from "../base/vietnamese/casing.ts";
import { isOrdinary, kindOf, OTHER, SIGN, SPACE } from "../base/vietnamese/ordinary.ts";
import type { Phrase } from "../model/ids.ts";
import type { FrameLeaves, PreflightPage } from "./page.ts";
import type { PreflightPiece } from "./piece.ts";

/** Only letters and digits, in capitals: templates set names in capitals and numbers in groups. */
export function bare(text: string): string {
  const all = capitals(text);
  let said = "";
  let start = 0;
  for (let i = 0; i < all.length; i++) {
    const kind = kindOf(all.charCodeAt(i));
    if (kind === OTHER) return all.replace(/[^\p{L}\p{N}\p{M}]+/gu, "");
    if (kind !== SPACE && kind !== SIGN) continue;
    if (start < i) said += all.slice(start, i);
    start = i + 1;
  }
  return said + all.slice(start);
}

const bareTextOf = foundOnce(({ texts }: FrameLeaves): string =>
  bare(texts.map(({ run }) => run.text).join("")),
);
const barePage = foundOnce(({ frames }: PreflightPage): string => {
  let all = "";
  for (const frame of frames) if (frame.texts.length > 0) all += bareTextOf(frame);
  return all;
});

/** Everything that the pages say, as one string to search. */
export function saidBy({ pages }: PreflightPiece): (words: string) => boolean {
  const all = pages.map(barePage).join("");
  return (words) => all.includes(bare(words));
}

/** A phrase may be said in its short form. */
export const saysPhrase = (says: (words: string) => boolean, { text, short }: Phrase): boolean =>
  says(text) || (short !== null && says(short));

/** What a frame says in small letters, for patterns: single spaces between words and around all of them. */
export function frameText({ texts }: FrameLeaves): string {
  const text = texts.map(({ run }) => run.text).join(" ");
  const isSpaced = text !== "" && isOrdinary(text);
  return (isSpaced ? ` ${text} ` : ` ${text} `.replace(/\s+/gu, " ")).toLowerCase();
}

/** Missing things as a list for a sentence. */
export function listed(missing: readonly (readonly [vi: string, en: string])[]): {
  readonly missingVi: string;
  readonly missing: string;
} {
  return {
    missingVi: missing.map(([vi]) => vi).join(", "),
    missing: missing.map(([, en]) => en).join(", "),
  };
}
