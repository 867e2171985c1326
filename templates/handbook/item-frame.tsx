import {
  cornered,
  Frame,
  Icon,
  type Node,
  type PageContext,
  Text,
  type TextSetting,
  Tile,
  textOn,
  tileColors,
  WritingLines,
} from "anpham/kit";
import { BOX, type Item, type Marker, TILE, WRITING } from "./items.ts";
import { measures } from "./measures.ts";

/** Letters of another size than the running text leave their line a little: frames have this much room for them. */
const AIR = 0.8;

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
