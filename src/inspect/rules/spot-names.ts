/** Spot inks whose names differ, but not the ink: each name is a plate of its own, and a plate too many is paid for. */

import { type Diagnostic, diagnose } from "../../base/diagnostic.ts";

/** What layout programs put after the number of a book colour: the paper, or how it was converted. */
const BOOK_ENDING = /(c|cv|cvc|cvu|cvp|u|up|m|ec|cp|pc)$/;

/** The same for names of one ink: `PANTONE 185 C`, `Pantone 185 CVC`, `pms_185u`. */
function inkOf(name: string): string {
  const plain = name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
  const book = plain.replace(/^(pantone|pms)/, "");
  if (plain === "") return name;
  return book === plain ? plain : `pantone ${book.replace(BOOK_ENDING, "")}`;
}

/** @param inks plates of all pages */
export function judgeSpotNames(inks: readonly string[]): readonly Diagnostic[] {
  const byInk = new Map<string, string[]>();
  for (const name of new Set(inks)) byInk.set(inkOf(name), [...(byInk.get(inkOf(name)) ?? []), name]);
  return [...byInk.values()]
    .filter((names) => names.length > 1)
    .map((names) => diagnose("pdf.spot-twice", { names: names.join(" = "), count: names.length }));
}
