/** Lists of occupations or benefits: chooses columns, detail and number of items by the room there is. */

import type { Mm } from "../base/units.ts";
import type { Phrase } from "../model/ids.ts";
import type { PageContext } from "../model/template.ts";
import { typeScale } from "./grid.ts";
import type { IconName } from "./icons/names.ts";
import { setText, type TextSetting } from "./set-text.ts";
import { keepsWords } from "./splits-of.ts";

/** What a list shows, before it is set. */
export interface ListEntry {
  readonly icon: IconName;
  readonly name: Phrase;
  readonly detail: string | null;
}

export interface ListItem {
  readonly icon: IconName;
  readonly name: TextSetting;
  readonly detail: TextSetting | null;
}

export interface ListSetting {
  readonly items: readonly ListItem[];
  /** How many had no room; the last item then says so. */
  readonly dropped: number;
  /** Whether all names have the size that was asked for, in two lines at most. */
  readonly even: boolean;
  readonly columns: number;
  readonly columnWidth: Mm;
  readonly columnGap: Mm;
  readonly rowHeight: Mm;
  readonly rowGap: Mm;
  readonly tile: Mm;
  readonly tileGap: Mm;
  readonly width: Mm;
  readonly height: Mm;
}

export interface ListOptions {
  readonly width: Mm;
  /** What it may take; the setting may be lower. */
  readonly height: Mm;
  readonly size: Mm;
  /** Numbers of columns to try, the preferred one first. */
  readonly columns: readonly number[];
  /** Levels, duration and quota under each name, when all rows have room for them. */
  readonly details?: boolean;
  /** Never more than this many items, however much room there is. */
  readonly most?: number;
}

/**
 * The fullest setting that fits: with details, then without, then with short names, then in names of two lines, then
 * in smaller ones, all of one size; at last as many as fit in whole words, the last item saying how many are missing.
 * `null` when not one fits.
 * @param others the words for entries that had no room; `null` to leave them out silently
 */
export function setList(
  page: PageContext,
  entries: readonly ListEntry[],
  options: ListOptions,
  others: (count: number) => string | null,
): ListSetting | null {
  if (entries.length === 0) return null;
  const { most = entries.length } = options;
  const ways = waysToSet(entries, options);
  const fits = (set: ArrangedList) => set.height <= options.height;
  if (entries.length <= most) {
    const sets: { readonly way: Way; readonly set: ArrangedList }[] = [];
    for (const way of ways) {
      const set = arrange(page, entries, options, way);
      if (!fits(set)) continue;
      if (set.columns > 1 && !hasLongLines(set)) return { ...set, dropped: 0 };
      sets.push({ way, set });
    }
    // Names of two lines only where that saves a column, and one column only where nothing else fits: it leaves
    // half of the page empty.
    const wide = sets.filter(({ way, set }) => !way.detailed && set.columns > 1);
    const found =
      wide.find(({ set }) => set.even) ??
      wide.find(({ set }) => keepsToLines(set)) ??
      wide.find(({ set }) => reads(set)) ??
      wide[0] ??
      sets.find(({ set }) => !hasLongLines(set)) ??
      sets.find(({ way }) => !way.detailed);
    if (found) return { ...found.set, dropped: 0 };
  }
  const plain = ways.filter((way) => !way.detailed && way.short);
  let fullest: { readonly set: ListSetting; readonly kept: number } | null = null;
  for (let kept = Math.min(most, entries.length) - 1; kept >= (fullest ? fullest.kept * READ : 1); kept--) {
    const dropped = entries.length - kept;
    const words = others(dropped);
    const last =
      words === null
        ? []
        : [{ icon: "arrow-up-right" as const, name: { text: words, short: null }, detail: null }];
    const shown = [...entries.slice(0, kept), ...last];
    const sets = plain.map((way) => arrange(page, shown, options, way)).filter(fits);
    const set = sets.find(({ even }) => even) ?? sets.find(keepsToLines) ?? sets.find(reads);
    if (set) return { ...set, dropped };
    if (sets[0]) fullest ??= { set: { ...sets[0], dropped }, kept };
  }
  return fullest?.set ?? null;
}

type ArrangedList = Omit<ListSetting, "dropped">;

const hasLongLines = ({ items }: ArrangedList) =>
  items.some((item) => item.name.lines.length > 1 || (item.detail?.lines.length ?? 0) > 1);

/** No name takes more. */
const NAME_LINES = 2;
const keepsToLines = ({ items }: Pick<ArrangedList, "items">) =>
  items.every(({ name }) => name.lines.length <= NAME_LINES);

/** In more lines a name is a column of words. */
const COLUMN = 3;
/** Whether no name is such a column, and no two of them are torn. */
const reads = ({ items }: Pick<ArrangedList, "items">) =>
  items.every(({ name }) => name.lines.length <= COLUMN) &&
  items.filter(({ name }) => !keepsWords(name.lines)).length <= 1;
/** How many names, in parts, a list keeps at least that leaves out others to be read. */
const READ = 0.6;

interface Way {
  readonly detailed: boolean;
  readonly short: boolean;
  readonly columns: number;
}

/** Columns that leave no gap in the last row come first, a single column last. */
function waysToSet(entries: readonly ListEntry[], { columns, details = false }: ListOptions): readonly Way[] {
  const gapIn = (count: number) => (count === 1 ? 2 : Math.sign(entries.length % count));
  const preferred = columns.toSorted((a, b) => gapIn(a) - gapIn(b));
  // The same words under every name would tell nothing.
  const telling = details && new Set(entries.map((entry) => entry.detail)).size > 1;
  // Where no name has a short form there is nothing else to try.
  const shortens = entries.some(({ name }) => name.short !== null);
  return (telling ? [true, false] : [false]).flatMap((detailed) =>
    (shortens ? [false, true] : [true]).flatMap((short) =>
      preferred.map((count) => ({ detailed, short, columns: count })),
    ),
  );
}

function arrange(
  page: PageContext,
  entries: readonly ListEntry[],
  { width, size }: ListOptions,
  way: Way,
): ArrangedList {
  const { minimum } = typeScale(page);
  const columns = Math.min(way.columns, entries.length);
  const tile = size * 2;
  const tileGap = size * 0.8;
  const columnGap = columns > 1 ? size * 1.6 : 0;
  // A hair less than the whole, or rounding would push the last column to the next row.
  const columnWidth = (width * 0.9995 - columnGap * (columns - 1)) / columns;
  const textWidth = columnWidth - tile - tileGap;
  const name = {
    size,
    weight: way.detailed ? 600 : 500,
    width: textWidth,
    leading: 1.25,
    maxLines: NAME_LINES,
    minimum: Math.max(minimum, size * 0.85),
  };
  const detail = { size: Math.max(minimum, size * 0.78), width: textWidth, leading: 1.3 };
  const namesAt = (options: typeof name) =>
    entries.map((entry) => {
      const full = setText(page, entry.name.text, options);
      const shortens = way.short && full.lines.length > 1 && entry.name.short !== null;
      return shortens ? setText(page, entry.name.short!, options) : full;
    });
  const asked = namesAt({ ...name, minimum: size });
  const stands = ({ lines }: TextSetting) => lines.length <= NAME_LINES && keepsWords(lines);
  // Neighbours are of one size: the smallest that one of them needs.
  const smallest = asked.every(stands)
    ? size
    : namesAt(name).reduce((least, set) => Math.min(least, set.size), size);
  const names = smallest < size ? namesAt({ ...name, size: smallest }) : asked;
  const items = entries.map(
    (entry, index): ListItem => ({
      icon: entry.icon,
      name: names[index]!,
      detail: way.detailed && entry.detail ? setText(page, entry.detail, detail) : null,
    }),
  );
  const rowHeight = Math.max(tile, ...items.map((item) => item.name.height + (item.detail?.height ?? 0)));
  const rowGap = size * (rowHeight > tile * 1.15 ? 0.55 : 0.6);
  const rows = Math.ceil(items.length / columns);
  const height = rows * rowHeight + (rows - 1) * rowGap;
  const even = smallest >= size && keepsToLines({ items });
  return { items, even, columns, columnWidth, columnGap, rowHeight, rowGap, tile, tileGap, width, height };
}
