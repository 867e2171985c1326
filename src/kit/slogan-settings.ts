/** The message in full, as its prepared settings break it. */

import { nfc } from "../base/vietnamese/nfc.ts";
import { joinNoBreak } from "../base/vietnamese/no-break.ts";
import type { PageContext } from "../model/template.ts";
import { phraseSettings } from "./phrase-settings.ts";

/**
 * The message's text with all its signs, its lines where overline, headline and tail begin theirs; broken as any
 * phrase where the text has other words than they.
 * @param most lines at most
 */
export function sloganSettings(page: PageContext, most: number): readonly (readonly string[])[] {
  const { text, overline, headline, tail } = page.brief.message;
  const over = overline === null ? [] : [overline];
  const prepared = headline.settings
    .flatMap((lines) => (tail?.settings ?? [[]]).map((last) => [...over, ...lines, ...last]))
    .map((lines) => brokenLike(nfc(text), lines.map(nfc)))
    .filter((lines) => lines !== null)
    .filter((lines) => lines.length <= most);
  return prepared.length > 0 ? prepared : phraseSettings(page, text, most);
}

/** The text, each line beginning where one of the given lines begins; `null` where one is not found in it. */
function brokenLike(text: string, lines: readonly string[]): readonly string[] | null {
  const small = text.toLowerCase();
  const starts: number[] = [];
  let at = 0;
  for (const line of lines) {
    const start = small.indexOf(line.toLowerCase(), at);
    if (start < 0) return null;
    starts.push(start);
    at = start + line.length;
  }
  starts[0] = 0;
  return starts.map((start, index) => joinNoBreak(text.slice(start, starts[index + 1]).trim()));
}
