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

/** When and where, `null` when the brief tells neither. */
interface EventOptions {
  readonly size: Mm;
  readonly width: Mm;
  readonly maxLines?: number;
}

/** Sizes that are tried, in parts of the wanted one: a little smaller rather than with a torn word. */
const SIZES = [1, 0.96, 0.92, 0.88, 0.84] as const;

/** When and where, `null` when the brief tells neither. */
export function setEventLine(page: PageContext, options: EventOptions): EventSetting | null {
  const full = setRows(page, options);
  if (!full || keepsRows(full)) return full;
  const { minimum } = typeScale(page);
  const smaller = SIZES.map((share) => share * options.size)
    .filter((size) => size >= minimum)
    .map((size) => setRows(page, { ...options, size }));
  return smaller.find((set) => set !== null && keepsRows(set)) ?? full;
}

const keepsRows = ({ rows }: EventSetting): boolean => rows.every(({ text }) => keepsWords(text.lines));

function setRows(page: PageContext, { size, width, maxLines = 2 }: EventOptions): EventSetting | null {
  const { event } = page.brief;
  if (!event) return null;
  const iconSize = size * 1.25;
  const options = { size, weight: 600, leading: 1.35, width: width - iconSize - size * 0.5, maxLines };
  const when = [
    event.time && clockTime(event.time),
    event.date && `${weekday(event.date)}, ${longDate(event.date)}`,
  ].filter((part) => part !== null);
  const name = event.name.short ?? event.name.text;
  // The badge or the headline often names the event already; saying it twice would make two messages of one.
  const told = [page.brief.badge?.text, page.brief.message.text].filter((text) => text !== undefined);
  const saysMore = !told.some((text) => sameWords(text, event.name.text));
  const rows = [
    ...(saysMore ? [{ icon: "star" as const, text: setText(page, name, { ...options, weight: 700 }) }] : []),
    ...(when.length > 0
      ? [{ icon: "calendar" as const, text: setText(page, when.join(", "), options) }]
      : []),
    ...(event.place ? [{ icon: "map-pin" as const, text: setPhrase(page, event.place, options) }] : []),
  ];
  if (rows.length === 0) return null;
  const gap = size * 0.3;
  const height = rows.reduce((sum, row) => sum + row.text.height, 0) + gap * (rows.length - 1);
  return {
    rows,
    iconSize,
    gap,
    width: Math.max(...rows.map((row) => row.text.width)) + iconSize + size * 0.5,
    height,
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
      width: iconSize + text.size * 0.5 + line.width,
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
      <div style={{ display: "flex", gap: text.size * 0.5 }}>
        <div style={{ display: "flex", marginTop: (text.size * text.leading - set.iconSize) / 2 }}>
          <Icon name={icon} size={set.iconSize} color={iconColor} />
        </div>
        <Text set={text} color={color} />
      </div>
    ))}
  </div>
);
