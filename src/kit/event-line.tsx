import type { Mm } from "../base/units.ts";
import { clockTime, longDate, weekday } from "../base/vietnamese/dates.ts";
import type { PageContext } from "../model/template.ts";
import { typeScale } from "./grid.ts";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icons/names.ts";
import type { Node } from "./jsx-runtime.ts";
import { setPhrase } from "./set-phrase.ts";
import { setText, type TextSetting } from "./set-text.ts";
import { keepsWords } from "./splits-of.ts";
import { type LineBox, linesOf, Text } from "./text.tsx";

export interface EventSetting {
  readonly rows: readonly { readonly icon: IconName; readonly text: TextSetting }[];
  readonly iconSize: Mm;
  readonly gap: Mm;
  readonly width: Mm;
  readonly height: Mm;
}

interface EventOptions {
  readonly size: Mm;
  readonly width: Mm;
  /** Of a row; two by default. */
  readonly maxLines?: number;
}

/** Sizes that are tried, in parts of the wanted one: a little smaller, then a line longer, rather than a torn word. */
const SIZES = [1, 0.96, 0.92, 0.88, 0.84] as const;

/** When and where, `null` when the brief tells neither. */
export function setEventLine(page: PageContext, options: EventOptions): EventSetting | null {
  const rows = setRows(page, options);
  if (rows.length === 0) return null;
  const full = arranged(rows, options.size);
  if (torn(full) === 0) return full;
  const { minimum } = typeScale(page);
  const smaller = SIZES.map((share) => share * options.size)
    .filter((size) => size >= minimum)
    .map((size) => arranged(setRows(page, { ...options, size }), size));
  const longer = arranged(
    rows.map((row) =>
      keepsWords(row.text.lines) ? row : { ...row, text: aLineLonger(page, row.text, options) },
    ),
    options.size,
  );
  return [...smaller, longer].reduce((best, set) => (torn(set) < torn(best) ? set : best), full);
}

/** How many rows have a line that ends in the middle of a word or a name. */
const torn = ({ rows }: EventSetting): number => rows.filter(({ text }) => !keepsWords(text.lines)).length;

const styleIn = ({ size, width }: EventOptions) =>
  ({ size, weight: 600, leading: 1.35, width: width - size * (ICON + ICON_GAP) }) as const;

const aLineLonger = (page: PageContext, { lines, weight }: TextSetting, options: EventOptions): TextSetting =>
  setText(page, lines.join(" "), { ...styleIn(options), weight, maxLines: lines.length + 1 });

type Row = EventSetting["rows"][number];

function setRows(page: PageContext, options: EventOptions): readonly Row[] {
  const { event } = page.brief;
  if (!event) return [];
  const style = { ...styleIn(options), maxLines: options.maxLines ?? 2 };
  const when = [
    event.time && clockTime(event.time),
    event.date && `${weekday(event.date)}, ${longDate(event.date)}`,
  ].filter((part) => part !== null);
  const name = event.name.short ?? event.name.text;
  // The badge or the headline often names the event already; saying it twice would make two messages of one.
  const told = [page.brief.badge?.text, page.brief.message.text].filter((text) => text !== undefined);
  const saysMore = !told.some((text) => sameWords(text, event.name.text));
  return [
    ...(saysMore ? [{ icon: "star" as const, text: setText(page, name, { ...style, weight: 700 }) }] : []),
    ...(when.length > 0 ? [{ icon: "calendar" as const, text: setText(page, when.join(", "), style) }] : []),
    ...(event.place ? [{ icon: "map-pin" as const, text: setPhrase(page, event.place, style) }] : []),
  ];
}

/** Of an icon and of the room beside it, in parts of the text's size. */
const ICON = 1.25;
const ICON_GAP = 0.5;

function arranged(rows: readonly Row[], size: Mm): EventSetting {
  const gap = size * 0.3;
  return {
    rows,
    iconSize: size * ICON,
    gap,
    width: Math.max(...rows.map((row) => row.text.width)) + size * (ICON + ICON_GAP),
    height: rows.reduce((sum, row) => sum + row.text.height, 0) + gap * (rows.length - 1),
  };
}

/** Every line of the rows, its icon's column included. */
export function linesOfEvent({ rows, iconSize, gap }: EventSetting): readonly LineBox[] {
  let top = 0;
  return rows.flatMap(({ text }) => {
    const y = top;
    top += text.height + gap;
    return linesOf(text).map((line) => ({
      ...line,
      y: y + line.y,
      width: iconSize + text.size * ICON_GAP + line.width,
    }));
  });
}

/** Whether one text is the other, or its beginning. */
export const sameWords = (one: string, other: string) => other.startsWith(one) || one.startsWith(other);

/** Date, time and place, each with its icon. */
export const EventLine = ({
  set,
  color,
  iconColor = color,
}: {
  readonly set: EventSetting;
  readonly color: string;
  readonly iconColor?: string;
}): Node => (
  <div style={{ display: "flex", flexDirection: "column", gap: set.gap, flexShrink: 0 }}>
    {set.rows.map(({ icon, text }) => (
      <div style={{ display: "flex", gap: text.size * ICON_GAP }}>
        <div style={{ display: "flex", marginTop: (text.size * text.leading - set.iconSize) / 2 }}>
          <Icon name={icon} size={set.iconSize} color={iconColor} />
        </div>
        <Text set={text} color={color} />
      </div>
    ))}
  </div>
);
