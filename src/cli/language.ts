/** The two languages of the command line: one text holds both as “Vietnamese | English”. */

import type { Localized } from "../base/diagnostic.ts";

export const LANGUAGES = ["vi", "en"] as const;
/** `null` shows both. */
export type Language = (typeof LANGUAGES)[number] | null;

const SEPARATOR = " | ";

/** The half of a bilingual text that the reader wants, or all of it. */
export function inLanguage(text: string, language: Language): string {
  const cut = text.indexOf(SEPARATOR);
  if (language === null || cut < 0) return text;
  return language === "vi" ? text.slice(0, cut) : text.slice(cut + SEPARATOR.length);
}

/** A name for a table or a line. */
export const nameIn = ({ vi, en }: Localized, language: Language): string =>
  language === "vi" ? vi : language === "en" ? en : vi === en ? vi : `${vi}${SEPARATOR}${en}`;

/** Reads `--lang` before the parser runs, because the help text depends on it. */
export function languageOf(argv: readonly string[]): Language {
  const position = argv.findIndex((argument) => argument === "--lang" || argument.startsWith("--lang="));
  const argument = argv[position];
  const value = argument?.includes("=") ? argument.slice("--lang=".length) : argv[position + 1];
  return LANGUAGES.find((language) => position >= 0 && language === value) ?? null;
}
