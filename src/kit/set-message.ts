/** The message and what supports it, sharing one column: the headline always stays the largest thing. */

import type { Rect } from "../base/geometry.ts";
import type { Mm } from "../base/units.ts";
import type { PageContext } from "../model/template.ts";
import { type BadgeSetting, setBadge } from "./badge.tsx";
import { type EventSetting, setEventLine } from "./event-line.tsx";
import { typeScale } from "./grid.ts";
import { fitHeadline, type HeadlineBox, headlineSettings } from "./headline.tsx";
import { lastingSetting } from "./lasting.ts";
import { phraseSettings } from "./phrase-settings.ts";
import { setPhrase } from "./set-phrase.ts";
import { opticalShare, setText, type TextSetting } from "./set-text.ts";
import { partsPair } from "./splits-of.ts";
import { column, stackHeight } from "./stack.ts";

export interface SupportOptions {
  /** Of the column. */
  readonly width: Mm;
  /** Sizes of the blocks; `null` for what the piece shows elsewhere or not at all. */
  readonly badge: Mm | null;
  readonly tail: Mm | null;
  readonly lead: Mm;
  readonly event: Mm | null;
  /** Running text reads best in a narrower column. */
  readonly leadWidth: Mm;
  readonly leadLines?: number;
  readonly eventLines?: number;
}

export interface Support {
  readonly badge: BadgeSetting | null;
  readonly overline: TextSetting | null;
  readonly tail: TextSetting | null;
  readonly lead: TextSetting | null;
  readonly event: EventSetting | null;
}

/** What stands under and over the headline; the badge, which often changes from row to row, is set apart from it. */
type Accompaniment = Omit<Support, "badge">;

/** Everything that may stand around the headline, as far as the brief has it. */
export function setSupport(page: PageContext, options: SupportOptions): Support {
  const { badge } = page.brief;
  return {
    badge:
      badge && options.badge !== null
        ? setBadge(page, badge.short ?? badge.text, { size: options.badge, maxWidth: options.width })
        : null,
    ...setAccompaniment(page, options),
  };
}

const setAccompaniment = lastingSetting(function setAccompaniment(
  page,
  options: SupportOptions,
): Accompaniment {
  const { width, leadWidth, leadLines = 4, eventLines = 3 } = options;
  const { message, lead } = page.brief;
  return {
    overline:
      message.overline === null || options.tail === null
        ? null
        : setText(page, message.overline, {
            size: options.tail,
            weight: 600,
            family: "display",
            width,
            leading: 1.2,
          }),
    tail:
      message.tail === null || options.tail === null
        ? null
        : fitTail(page, message.tail.settings, { width, size: options.tail }),
    lead:
      lead &&
      setPhrase(page, lead, { size: options.lead, width: leadWidth, leading: 1.42, maxLines: leadLines }),
    event:
      options.event === null
        ? null
        : setEventLine(page, { size: options.event, width, maxLines: eventLines }),
  };
});

/** As its settings break it; in more lines where they would be too small to read. */
function fitTail(
  page: PageContext,
  settings: Lines,
  { width, size }: { readonly width: Mm; readonly size: Mm },
): TextSetting {
  const largest = size * opticalShare(page);
  const set = fitHeadline(page, settings, {
    width,
    height: largest * 2.6,
    maximum: largest,
    weight: 600,
    tracking: 0,
  });
  const { minimum } = typeScale(page);
  if (set.size >= minimum - ROUNDING) return set;
  const text = settings[0]!.join(" ");
  return setText(page, text, {
    size,
    minimum,
    width,
    weight: 600,
    family: "display",
    leading: 1.2,
    maxLines: 3,
  });
}

/** A setting and its place on the page. */
export interface Placed<Setting> {
  readonly set: Setting;
  readonly at: Rect;
}

export interface MessageSetting {
  readonly badge: Placed<BadgeSetting> | null;
  readonly overline: Placed<TextSetting> | null;
  readonly headline: Placed<TextSetting>;
  /** The words of the headline that are set in the highlight colour. */
  readonly emphasis: string | null;
  readonly tail: Placed<TextSetting> | null;
  readonly lead: Placed<TextSetting> | null;
  readonly event: Placed<EventSetting> | null;
  readonly align: Align;
}

export type Align = "left" | "center";

export interface MessageOptions {
  readonly box: Rect;
  /** Between blocks. */
  readonly gap: Mm;
  /** How much of its size the headline may give up for more support, 0–1. */
  readonly yields?: number;
  /** Which part of the room that is left over stands above the message, 0–1. */
  readonly sink?: number;
  readonly align?: Align;
}

/**
 * The event (it must be told), then the tail, then the lead, as long as they cost the headline no more than it may
 * give up.
 */
export function setMessage(page: PageContext, support: Support, options: MessageOptions): MessageSetting {
  const { badge, ...others } = support;
  const { top, ...words } = setWords(page, others, badge ? badge.height : null, options);
  const { box, align = "left" } = options;
  const at = badge && { x: box.x, y: top, width: box.width, height: badge.height };
  return { badge: at && whole({ set: badge, at }, box, align), ...words };
}

/** In more lines than this, one of a single syllable is a word fallen off. */
const MOST_LINES = 4;
const fallsApart = (lines: readonly string[]) =>
  lines.length > MOST_LINES && lines.some((line) => !/\s/u.test(line));

/** Ways to break a headline. */
type Lines = readonly (readonly string[])[];

/** As large as the box allows; in lines that fall apart only where no others are read from the format's distance. */
function fitMessage(page: PageContext, settings: Lines, box: HeadlineBox): TextSetting {
  const whole = settings.filter((lines) => !fallsApart(lines));
  const set = fitHeadline(page, whole.length > 0 ? whole : settings, box);
  const reads = set.size >= typeScale(page).message - ROUNDING;
  return reads || whole.length === settings.length ? set : fitHeadline(page, settings, box);
}

/** How much of its size a headline gives up to keep a pair on one line (“tuyển sinh – hướng nghiệp”). */
const KEEPS_PAIR = 0.45;

/** The ways to break a headline in the box; those that part a pair only where the others are much smaller. */
function settingsFor(page: PageContext, settings: Lines, box: HeadlineBox): Lines {
  const best = fitMessage(page, settings, box);
  const paired = partsPair(best.lines) ? settings.filter((lines) => !partsPair(lines)) : [];
  if (paired.length === 0) return settings;
  const least = Math.max(Math.min(best.size, typeScale(page).message), best.size * (1 - KEEPS_PAIR));
  return fitMessage(page, paired, box).size >= least - ROUNDING ? paired : settings;
}

/**
 * A phrase in the theme's case as large as the box allows, in whole words; a pair stays on one line (“tuyển sinh –
 * hướng nghiệp”) where that costs not much of the size.
 * @param most lines at most
 */
export function fitPhrase(page: PageContext, text: string, box: HeadlineBox, most?: number): TextSetting {
  const settings = phraseSettings(page, text, most);
  return fitMessage(page, settingsFor(page, settings, box), box);
}

/** The words of a message without its badge, and where its first block stands. */
type Words = Omit<MessageSetting, "badge"> & { readonly top: Mm };

/** @param badge the height of a badge above the words: all that they depend on it */
const setWords = lastingSetting(function setWords(
  page,
  { overline, tail, lead, event }: Accompaniment,
  badge: Mm | null,
  options: MessageOptions,
): Words {
  const { box, gap, yields = 0.22, sink = 0.4, align = "left" } = options;
  const over = badge === null ? null : { height: badge };
  const height = box.height - stackHeight([over], gap) - stackHeight([overline], gap * CLOSE);
  const byNeed = [event, tail, lead].filter((block) => block !== null);
  const roomBeside = (taken: Mm) => ({ width: box.width, height: Math.max(height - taken, height * LEAST) });
  const settings = settingsFor(page, headlineSettings(page), roomBeside(stackHeight([event], gap)));
  const withSupport = (count: number) => {
    const kept = new Set(byNeed.slice(0, count));
    const taken = stackHeight([...kept], gap);
    const headline = fitMessage(page, settings, roomBeside(taken));
    return { headline, kept, spare: height - taken - headline.height };
  };
  const least = withSupport(event ? 1 : 0);
  // What can carry the format's distance keeps to it.
  const enough = Math.max(
    least.headline.size * (1 - yields),
    Math.min(least.headline.size, typeScale(page).message),
  );
  const fuller = byNeed
    .map((_, index) => withSupport(byNeed.length - index))
    .find(({ spare, headline }) => spare >= -ROUNDING && headline.size >= enough - ROUNDING);
  const { headline, kept, spare } = fuller ?? (least.spare >= -ROUNDING ? least : withSupport(0));
  const top = box.y + Math.max(0, spare) * sink;
  const next = column(top, gap);
  if (over) next(over);
  const place = <T extends { readonly height: Mm }>(set: T, after = gap): Placed<T> => ({
    set,
    at: { x: box.x, y: next(set, after), width: box.width, height: set.height },
  });
  const ifKept = <T extends TextSetting | EventSetting>(set: T | null) =>
    set && kept.has(set) ? place(set) : null;
  const placedEvent = () => {
    const placed = ifKept(event);
    return placed && whole(placed, box, align);
  };
  return {
    top,
    align,
    overline: overline && place(overline, gap * CLOSE),
    headline: place(headline),
    emphasis: page.brief.message.headline.emphasis,
    tail: ifKept(tail),
    lead: ifKept(lead),
    event: placedEvent(),
  };
});

/** Blocks with icons or grounds are centred as a whole; lines of text within the column. */
function whole<T extends BadgeSetting | EventSetting>(placed: Placed<T>, box: Rect, align: Align): Placed<T> {
  if (align === "left") return placed;
  const width = Math.min(box.width, placed.set.width * WHOLE);
  return { ...placed, at: { ...placed.at, x: box.x + (box.width - width) / 2, width } };
}

const ROUNDING = 1e-6;
/** Layout rounds to its own unit: a frame as narrow as its block gives it this much air. */
const WHOLE = 1.004;
/** The overline stands close to its headline, parts of the gap. */
const CLOSE = 0.4;
/** The headline is never pressed below this part of the column. */
const LEAST = 0.25;
