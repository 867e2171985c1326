/** What the stress sliders make of a brief: longer and shorter texts, more and fewer programmes. */

import type { Brief } from "../../model/brief.ts";
import type { Phrase } from "../../model/ids.ts";
import type { Stress } from "../shared/wire.ts";

/** The most that the schema lets a piece say, so that a slider never breaks the brief itself. */
const LONGEST = { phrase: 300, message: 160 } as const;

/** Content to lay over the brief: every text in other lengths, and so many programmes. */
export function stressed(brief: Brief, { text, programmes }: Stress): Readonly<Record<string, unknown>> {
  const list = programmes === null ? brief.programmes : resized(brief.programmes, programmes);
  if (text === 1) return programmes === null ? {} : { programmes: list };
  const say = (phrase: Phrase) => ({ text: resizedText(phrase.text, text, LONGEST.phrase), short: null });
  const maybe = (phrase: Phrase | null) => phrase && say(phrase);
  const { institution, event, contact } = brief;
  return {
    institution: { name: say(institution.name), governingBody: maybe(institution.governingBody) },
    badge: maybe(brief.badge),
    message: { text: resizedText(brief.message.text, text, LONGEST.message) },
    lead: maybe(brief.lead),
    event: event && { name: say(event.name), place: maybe(event.place) },
    programmesTitle: maybe(brief.programmesTitle),
    programmes: list.map((one) => ({ ...one, name: say(one.name), summary: maybe(one.summary) })),
    benefits: brief.benefits.map(say),
    callToAction: say(brief.callToAction),
    enrolmentPeriod: maybe(brief.enrolmentPeriod),
    contact: { addresses: contact.addresses.map(say) },
  };
}

/**
 * The text cut or repeated word by word to about that part of its length; one word always stays.
 * @param share 0.5 halves it
 */
export function resizedText(text: string, share: number, longest: number): string {
  const words = text.split(" ");
  const wanted = Math.min(longest, Math.max(1, Math.round(text.length * share)));
  let said = words[0]!;
  for (let i = 1; ; i++) {
    const next = `${said} ${words[i % words.length]!}`;
    // The nearer of the two lengths wins.
    if (next.length > longest || next.length - wanted > wanted - said.length) return said;
    said = next;
  }
}

function resized<T>(items: readonly T[], count: number): readonly T[] {
  if (items.length === 0) return items;
  return Array.from({ length: count }, (_, i) => items[i % items.length]!);
}
