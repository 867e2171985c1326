/** A requirement of PDF/X-4 as data. */

import type { Localized } from "../../base/diagnostic.ts";
import type { X4Facts } from "./facts.ts";

export interface Clause {
  /** Permanent. */
  readonly id: string;
  /** Where it stands: a clause of ISO 15930-7:2010 where the number is known (`PDFX4.md`), else its subject. */
  readonly clause: string;
  readonly requirement: Localized;
  /** What was found instead, or `null` when the file keeps it. */
  check(facts: X4Facts): Localized | null;
}

export const both = (vi: string, en: string): Localized => ({ vi, en });

/** Something without words: a value, a name. */
export const plain = (text: string | number | null): Localized =>
  text === null ? both("không có", "nothing") : both(`“${text}”`, `“${text}”`);

/** Looks through the pages and tells the first fault with its page. */
export function onFirstPage(
  { pages }: X4Facts,
  check: (page: X4Facts["pages"][number]) => Localized | null,
): Localized | null {
  for (const each of pages) {
    const found = check(each);
    if (found) {
      return both(`trang ${each.page.number}: ${found.vi}`, `page ${each.page.number}: ${found.en}`);
    }
  }
  return null;
}
