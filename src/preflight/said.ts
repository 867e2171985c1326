/** Whether a piece says something, however it breaks, spaces or capitalises it. */

import { foundOnce } from "../base/found-once.ts";
import { capitals } from "../base/vietnamese/casing.ts";
import type { Phrase } from "../model/ids.ts";
import type { FrameLeaves, PreflightPage } from "./page.ts";
import type { PreflightPiece } from "./piece.ts";

/** Only letters and digits, in capitals: templates set names in capitals and numbers in groups. */
const bare = (text: string): string => capitals(text).replace(/[^\p{L}\p{N}\p{M}]+/gu, "");

const bareTextOf = foundOnce(({ texts }: FrameLeaves): string =>
  bare(texts.map(({ run }) => run.text).join("")),
);
const barePage = foundOnce(({ frames }: PreflightPage): string => frames.map(bareTextOf).join(""));

/** Everything that the pages say, as one string to search. */
export function saidBy({ pages }: PreflightPiece): (words: string) => boolean {
  const all = pages.map(barePage).join("");
  return (words) => all.includes(bare(words));
}

/** A phrase may be said in its short form. */
export const saysPhrase = (says: (words: string) => boolean, { text, short }: Phrase): boolean =>
  says(text) || (short !== null && says(short));

/** Single spaces between words. */
const spaced = (text: string): string => text.replace(/\s+/gu, " ");

const frameText = foundOnce(({ texts }: FrameLeaves): string =>
  spaced(texts.map(({ run }) => run.text).join(" ")),
);

/** All text in reading order of the pages, for patterns. */
export const textOf = ({ pages }: PreflightPiece): string =>
  pages
    .flatMap(({ frames }) => frames.filter(({ texts }) => texts.length > 0).map(frameText))
    .join(" ")
    .replace(/ {2,}/g, " ");

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
