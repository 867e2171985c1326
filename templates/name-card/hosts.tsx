/** Who speaks, and at what occasion: the stage of a card. */

import {
  clockTime,
  type LogoBarSetting,
  longDate,
  type Mm,
  type PageContext,
  setLines,
  setLogoBar,
  setPhrase,
  setText,
  type TextSetting,
  typeScale,
} from "anpham/kit";

/** Lines of a name that stands alone: no more than keep its words whole. */
const ALONE = [2, 3, 4, 5, 6] as const;

/** Mark and name; a name that would take more lines beside the mark than a card can spare, or be torn, stands alone. */
export function setHosts(page: PageContext, width: Mm, logoHeight: Mm, maxLines: number): LogoBarSetting {
  const nameSize = typeScale(page).minimum * 1.05;
  const bar = (height: Mm, lines: number) =>
    setLogoBar(page, {
      width,
      logoHeight: height,
      nameSize,
      maxLines: lines,
      governingBody: false,
      marks: false,
    });
  const marked = bar(logoHeight, 2);
  const fits = marked.name.lines.length <= maxLines;
  if (fits && marked.whole) return marked;
  for (const lines of ALONE) {
    const alone = bar(0, lines);
    if (alone.name.lines.length <= lines && alone.whole) return alone;
  }
  return fits ? marked : bar(0, maxLines);
}

/** Widths to break the name of an event for, in parts of its length on one line. */
const SHARES = [0.3, 0.4, 0.55, 1.02];

/** The page with its event as the message; as it is when it announces none. */
export function eventAsMessage(page: PageContext): PageContext {
  const { brief, theme } = page;
  const alone = { ...brief, badge: null, lead: null, event: null };
  if (!brief.event)
    return { ...page, brief: { ...alone, message: { ...brief.message, overline: null, tail: null } } };
  const text = brief.event.name.short ?? brief.event.name.text;
  const options = { size: 1, family: "display", weight: theme.headline.weight } as const;
  const whole = setText(page, text, options).width;
  const settings = SHARES.map((share) => [
    ...setText(page, text, { ...options, width: whole * share }).lines,
  ]);
  const message = { text, overline: null, headline: { settings, emphasis: null }, tail: null };
  return { ...page, brief: { ...alone, message } };
}

/** Day and hour, and the place where one line has room for it: who wears a pass is there already. */
export function setWhen(page: PageContext, width: Mm): TextSetting | null {
  const { event } = page.brief;
  if (!event?.date) return null;
  const options = { size: typeScale(page).minimum * 1.02, weight: 600, leading: 1.35, width, maxLines: 1 };
  const day = longDate(event.date);
  const when = { text: event.time ? `${clockTime(event.time)}, ${day}` : day, short: day };
  const set = setPhrase(page, when, options);
  const where = event.place && setPhrase(page, event.place, options);
  if (where?.lines.length !== 1) return set;
  return setLines(page, [...set.lines, ...where.lines], options);
}
