import type { Phrase } from "../model/ids.ts";
import type { PageContext } from "../model/template.ts";
import { setText, type TextOptions, type TextSetting } from "./set-text.ts";

/** The full text if it keeps to the lines, else its short form. */
export function setPhrase(page: PageContext, phrase: Phrase, options: TextOptions): TextSetting {
  const full = setText(page, phrase.text, options);
  const { maxLines = Number.POSITIVE_INFINITY } = options;
  return full.lines.length > maxLines && phrase.short ? setText(page, phrase.short, options) : full;
}
