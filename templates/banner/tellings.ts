import { atAGlance, occasions, type PageContext, setBadge, telling } from "anpham/kit";

/** What a banner says, and whether that tells of the event as far as there is one. */
export interface Telling {
  readonly told: PageContext;
  readonly announces: boolean;
}

/**
 * From the fullest telling to the shortest: the event in lines of its own, on a label with its day (without its place
 * where no label holds its name), the badge, the message alone.
 */
export function tellings(page: PageContext, size: number, maxWidth: number): readonly Telling[] {
  const { event } = page.brief;
  const glance = telling(atAGlance(page), { lead: null, badge: null });
  const plain = telling(glance, { event: null });
  const labelOf = (said: PageContext) => {
    const label = occasions(said).find(
      (text) => setBadge(page, text, { size, maxWidth, minimum: size }).text.lines.length === 1,
    );
    return label === undefined ? null : telling(plain, { badge: { text: label, short: null } });
  };
  const announcements = event
    ? [glance, labelOf(glance) ?? telling(glance, { event: { ...event, place: null } })]
    : [];
  const badged = labelOf(telling(page, { event: null }));
  return [
    ...announcements.map((told) => ({ told, announces: true })),
    ...[...(badged ? [badged] : []), plain].map((told) => ({ told, announces: event === null })),
  ];
}
