import type { FlowBlock, IconName, PageContext, TextSetting } from "anpham/kit";
import { type Measures, measures } from "./measures.ts";

export type Marker =
  | { readonly kind: "number"; readonly text: string }
  | { readonly kind: "icon"; readonly icon: IconName }
  | { readonly kind: "box" };

/** One entry of a chapter, before it is set. */
export interface Entry {
  readonly marker: Marker | null;
  readonly title: string;
  readonly text: string | null;
  readonly facts: readonly { readonly icon: IconName; readonly text: string }[];
  /** Stands at the end of the title's line: a telephone number, a page number, what is special. */
  readonly trailing: { readonly icon: IconName | null; readonly text: string } | null;
  /** Boxes to tick, by their words. */
  readonly ticks: readonly string[];
  /** Lines to write on. */
  readonly writing: number;
}

export const PLAIN: Omit<Entry, "title"> = {
  marker: null,
  text: null,
  facts: [],
  trailing: null,
  ticks: [],
  writing: 0,
};

interface PlacedText {
  readonly set: TextSetting;
  readonly x: number;
  readonly y: number;
  readonly tone: "strong" | "plain" | "quiet";
}

/** A set entry: everything has its place, from the entry's top left corner. */
export interface Item extends FlowBlock {
  readonly marker: Marker | null;
  readonly number: TextSetting | null;
  readonly texts: readonly PlacedText[];
  readonly icons: readonly { readonly icon: IconName; readonly x: number; readonly y: number }[];
  readonly boxes: readonly { readonly x: number; readonly y: number }[];
  readonly writing: { readonly x: number; readonly y: number; readonly count: number } | null;
}

/** Width of the column of markers, side of a tile and of a box to tick, in lines. */
const MARKER = 2.1;
export const TILE = 1.6;
export const BOX = 0.8;
/** From the left edge of a small icon to its words, in lines. */
const LEAD = 1.1;
/** Titles stand out by weight and colour: larger ones would not keep to the grid where marks meet. */
const TITLE = 1.06;
/** Lines to write on stand this far apart, in lines of the grid. */
export const WRITING = 1.5;

/** @param before white above it, in lines */
export function setItem(page: PageContext, entry: Entry, before = 1): Item {
  const grid = measures(page);
  const { line, width } = grid;
  const left = entry.marker ? MARKER * line : 0;
  const trailing = entry.trailing
    ? grid.set(entry.trailing.text, { size: grid.size * TITLE, weight: 700 })
    : null;
  const inner = width - left;
  const trailingIcon = entry.trailing?.icon ?? null;
  const trailingWidth = trailing ? trailing.width + (trailingIcon ? LEAD * line : 0) : 0;
  const beside = trailing ? inner - trailingWidth - line : inner;
  const title = grid.set(entry.title, { size: grid.size * TITLE, weight: 700, width: beside });
  const texts: PlacedText[] = [{ set: title, x: left, y: grid.drop(title), tone: "strong" }];
  if (trailing)
    texts.push({ set: trailing, x: width - trailing.width, y: grid.drop(trailing), tone: "strong" });
  let y = grid.rows(title);
  if (entry.text) {
    const text = grid.set(entry.text, { size: grid.size, width: inner });
    texts.push({ set: text, x: left, y: y + grid.drop(text), tone: "plain" });
    y += grid.rows(text);
  }
  const facts = setFacts(grid, entry.facts, left, inner, y);
  y += facts.height;
  const ticks = setFacts(
    grid,
    entry.ticks.map((text) => ({ icon: null, text })),
    left,
    inner,
    y + line / 2,
  );
  if (entry.ticks.length > 0) y += ticks.height + line / 2;
  const writing = entry.writing > 0 ? { x: left, y, count: entry.writing } : null;
  y += entry.writing * WRITING * line;
  const number =
    entry.marker?.kind === "number"
      ? grid.set(entry.marker.text, { size: grid.size * TITLE, weight: 700 })
      : null;
  return {
    height: grid.up(Math.max(y, entry.marker && entry.marker.kind !== "box" ? TILE * line : 0)),
    before: before * line,
    keepsWithNext: false,
    marker: entry.marker,
    number,
    texts: [...texts, ...facts.texts, ...ticks.texts],
    icons: [
      ...facts.places.flatMap(({ icon, ...at }) => (icon ? [{ icon, ...at }] : [])),
      ...(trailingIcon ? [{ icon: trailingIcon, x: width - trailingWidth, y: 0 }] : []),
    ],
    boxes: ticks.places.map(({ x, y: at }) => ({ x, y: at })),
    writing,
  };
}

/** Icons (or boxes) with their words, side by side as far as they fit. */
function setFacts(
  grid: Measures,
  facts: readonly { readonly icon: IconName | null; readonly text: string }[],
  left: number,
  width: number,
  top: number,
) {
  const { line, size } = grid;
  const lead = line * LEAD;
  let x = 0;
  let y = top;
  let end = top;
  const texts: PlacedText[] = [];
  const places: { icon: IconName | null; x: number; y: number }[] = [];
  for (const { icon, text } of facts) {
    const set = grid.set(text, { size: size * 0.94, weight: 500, width: width - lead });
    if (x > 0 && x + lead + set.width > width) {
      x = 0;
      y = end;
    }
    places.push({ icon, x: left + x, y });
    texts.push({ set, x: left + x + lead, y: y + grid.drop(set), tone: "quiet" });
    end = Math.max(end, y + grid.rows(set));
    x += lead + set.width + line * 0.8;
  }
  return { texts, places, height: end - top };
}
