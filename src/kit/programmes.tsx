import type { Mm } from "../base/units.ts";
import type { ColorToken } from "../model/color-token.ts";
import type { PageContext } from "../model/template.ts";
import { textOn } from "./contrast.ts";
import { Frame } from "./frame.tsx";
import { Icon } from "./icon.tsx";
import type { Node } from "./jsx-runtime.ts";
import { lastingDrawing } from "./lasting.ts";
import type { ListItem, ListSetting } from "./set-list.ts";
import type { ProgrammesSetting } from "./set-programmes.ts";
import { Text } from "./text.tsx";
import { Tile, tileColors } from "./tile.tsx";

export interface ProgrammesProps {
  readonly set: ProgrammesSetting;
  /** Of the section's top left corner. */
  readonly x: Mm;
  readonly y: Mm;
  readonly ground: ColorToken;
}

/** What one can learn: title and list, each in its frame. */
export const Programmes = lastingDrawing(({ set, x, y, ground }: ProgrammesProps, page): Node => {
  const { title, levels, list, gap, width, height } = set;
  return (
    <>
      {title && (
        <Frame name="programmes-title" x={x} y={y} width={width} height={title.height}>
          <div style={{ display: "flex", alignItems: "center", gap: 2 * gap }}>
            <Text set={title} color={textOn(page, ground, "primary", "paper")} />
            {levels && <Text set={levels} color={textOn(page, ground, "muted", "tint")} />}
          </div>
        </Frame>
      )}
      <Frame name="programmes" x={x} y={y + height - list.height} width={width} height={list.height}>
        <List set={list} ground={ground} />
      </Frame>
    </>
  );
});

/** Icon tiles and names, row by row. */
export const List = ({ set, ground }: { readonly set: ListSetting; readonly ground: ColorToken }): Node => (
  <div
    style={{
      display: "flex",
      flexWrap: "wrap",
      width: set.width,
      columnGap: set.columnGap,
      rowGap: set.rowGap,
      flexShrink: 0,
    }}
  >
    {set.items.map((item) => (
      <Item item={item} set={set} ground={ground} />
    ))}
  </div>
);

interface ItemProps {
  readonly item: ListItem;
  readonly set: ListSetting;
  readonly ground: ColorToken;
}

const Item = ({ item, set, ground }: ItemProps, page: PageContext): Node => {
  const tile = tileColors(page, ground);
  return (
    <div
      style={{
        display: "flex",
        alignItems: "center",
        width: set.columnWidth,
        height: set.rowHeight,
        gap: set.tileGap,
      }}
    >
      <Tile size={set.tile} color={tile.ground}>
        <Icon name={item.icon} size={set.tile * 0.58} color={tile.figure} />
      </Tile>
      <div style={{ display: "flex", flexDirection: "column" }}>
        <Text set={item.name} color={textOn(page, ground, "ink", "paper")} />
        {item.detail && <Text set={item.detail} color={textOn(page, ground, "muted", "tint")} />}
      </div>
    </div>
  );
};
