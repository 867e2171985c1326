/** Pages that tell something else than the whole brief: what has no room is left unsaid, an occasion comes first. */

import { shortDate } from "../base/vietnamese/dates.ts";
import type { Brief } from "../model/brief.ts";
import type { PageContext } from "../model/template.ts";
import { sameWords } from "./event-line.tsx";
import { phraseSettings } from "./phrase-settings.ts";

/** The page with another brief; settings made from it tell no more than that brief. */
export const telling = (page: PageContext, changes: Partial<Brief>): PageContext => ({
  ...page,
  brief: { ...page.brief, ...changes },
});

/** What is read in passing (art direction: message ≤ 12 words on signage). */
const MOST_WORDS = 12;

/** The message as a passer-by can take it in: headline, then overline and tail as long as all stay within 12 words. */
export function atAGlance(page: PageContext): PageContext {
  const { message } = page.brief;
  const count = (parts: readonly (readonly string[])[]) =>
    parts
      .flat()
      .join(" ")
      .split(/\s+/u)
      .filter((word) => /\p{L}|\p{N}/u.test(word)).length;
  const headline = message.headline.settings[0] ?? [];
  const over = message.overline === null ? [] : [message.overline];
  const tail = message.tail?.settings[0] ?? [];
  const overline = count([headline, over]) <= MOST_WORDS ? message.overline : null;
  const kept = overline === null ? [] : over;
  return telling(page, {
    message: {
      ...message,
      overline,
      tail: count([headline, kept, tail]) <= MOST_WORDS ? message.tail : null,
    },
  });
}

/**
 * The page of an event: its name is the headline, the campaign's slogan stands under it. Without an event the page
 * as it is.
 * @param form the event's full name, or its short one
 */
export function announcing(page: PageContext, form: "text" | "short" = "text"): PageContext {
  const { event, message, badge } = page.brief;
  if (!event) return page;
  const name = event.name[form] ?? event.name.text;
  const names = [event.name.text, event.name.short ?? event.name.text];
  return telling(page, {
    badge: badge && names.some((each) => sameWords(badge.text, each)) ? null : badge,
    message: {
      text: event.name.text,
      overline: null,
      headline: { settings: phraseSettings(page, name).map((lines) => [...lines]), emphasis: name },
      tail: { settings: message.headline.settings.map((lines) => [...lines]) },
    },
  });
}

/** What a label says of the occasion, from the fullest to the shortest: the event with its day, else the badge. */
export function occasions({ brief: { event, badge } }: PageContext): readonly string[] {
  if (!event) return badge ? [badge.text, ...(badge.short ? [badge.short] : [])] : [];
  const day = event.date ? [shortDate(event.date)] : [];
  const names = [event.name.text, ...(event.name.short ? [event.name.short] : [])];
  return [...names.map((name) => [name, ...day].join(" – ")), ...names, ...(badge ? [badge.text] : [])];
}
