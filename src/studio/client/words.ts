/** The page's language. */

import { signal } from "@preact/signals";
import type { Localized } from "../../base/diagnostic.ts";

export type Language = "vi" | "en";

const KEY = "anpham-studio-language";

export const language = signal<Language>(
  (localStorage.getItem(KEY) ?? navigator.language).startsWith("en") ? "en" : "vi",
);

export function chooseLanguage(next: Language): void {
  language.value = next;
  document.documentElement.lang = next;
  localStorage.setItem(KEY, next);
}

/** A sentence in the language that is chosen. */
export const say = (text: Localized): string => text[language.value];

/** The same for words of the page itself. */
export const t = (vi: string, en: string): string => (language.value === "vi" ? vi : en);

/** A number as people of that language write it. */
export const number = (value: number, digits = 0): string =>
  value.toLocaleString(language.value === "vi" ? "vi-VN" : "en-GB", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
