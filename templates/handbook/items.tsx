import {
  cornered,
  type FlowBlock,
  Frame,
  Icon,
  type IconName,
  type Node,
  type PageContext,
  Text,
  type TextSetting,
  Tile,
  textOn,
  tileColors,
  WritingLines,
} from "anpham/kit";
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
const TILE = 1.6;
const BOX = 0.8;
/** From the left edge of a small icon to its words, in lines. */
const LEAD = 1.1;
/** Titles stand out by weight and colour: larger ones would not keep to the grid where marks meet. */
const TITLE = 1.06;
/** Lines to write on stand this far apart, in lines of the grid. */
const WRITING = 1.5;
/** Letters of another size than the running text leave their line a little: frames have this much room for them. */
const AIR = 0.8;

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

export interface ItemProps {
  readonly name: string;
  readonly item: Item;
  readonly x: number;
  readonly y: number;
}

export const ItemFrame = ({ name, item, x, y }: ItemProps, page: PageContext): Node => {
  const { line, width } = measures(page);
  const colors = {
    strong: textOn(page, "paper", "primary"),
    plain: textOn(page, "paper", "ink"),
    quiet: textOn(page, "paper", "muted"),
  };
  const outline = textOn(page, "paper", "primary-3", "primary");
  const at = (left: number, top: number) => ({ display: "flex", position: "absolute", left, top: top + AIR });
  const icon = line * 0.8;
  return (
    <Frame name={name} x={x} y={y - AIR} width={width} height={item.height + 2 * AIR}>
      <div style={{ display: "flex", position: "relative", width, height: item.height + 2 * AIR }}>
        {item.marker && (
          <div
            style={at(
              0,
              item.marker.kind === "box" ? (line - BOX * line) / 2 : (line - TILE * line) / 2 + line * 0.2,
            )}
          >
            <MarkerTile marker={item.marker} number={item.number} color={outline} />
          </div>
        )}
        {item.texts.map(({ set, tone, ...place }) => (
          <div style={at(place.x, place.y)}>
            <Text set={set} color={colors[tone]} />
          </div>
        ))}
        {item.icons.map((one) => (
          <div style={at(one.x, one.y + (line - icon) / 2)}>
            <Icon name={one.icon} size={icon} color={one.icon === "star" ? page.color("accent") : outline} />
          </div>
        ))}
        {item.boxes.map((one) => (
          <div style={at(one.x, one.y + (line - BOX * line) / 2)}>
            <TickBox side={BOX * line} color={outline} />
          </div>
        ))}
        {item.writing && (
          <div style={at(item.writing.x, item.writing.y)}>
            <WritingLines
              width={width - item.writing.x}
              pitch={WRITING * line}
              count={item.writing.count}
              color={page.color("muted")}
            />
          </div>
        )}
      </div>
    </Frame>
  );
};

interface MarkerProps {
  readonly marker: Marker;
  readonly number: TextSetting | null;
  readonly color: string;
}

const MarkerTile = ({ marker, number, color }: MarkerProps, page: PageContext): Node => {
  const { line } = measures(page);
  const tile = tileColors(page, "paper");
  if (marker.kind === "box") return <TickBox side={line} color={color} />;
  return (
    <Tile size={TILE * line} color={tile.ground}>
      {marker.kind === "icon" ? (
        <Icon name={marker.icon} size={line * 0.95} color={tile.figure} />
      ) : (
        number && <Text set={number} color={tile.figure} />
      )}
    </Tile>
  );
};

const TickBox = (
  { side, color }: { readonly side: number; readonly color: string },
  page: PageContext,
): Node => (
  <svg viewBox={`0 0 ${side} ${side}`} width={side} height={side}>
    <path
      d={cornered(page, side * 0.88, side * 0.88, side * 0.2)}
      transform={`translate(${side * 0.06} ${side * 0.06})`}
      fill="none"
      stroke={color}
      stroke-width={side * 0.08}
    />
  </svg>
);
