/** A small square with the theme's corners, for an icon or a number. */

import type { Mm } from "../base/units.ts";
import type { ColorToken } from "../model/color-token.ts";
import type { PageContext } from "../model/template.ts";
import { isLight, textOn } from "./contrast.ts";
import { cornered } from "./corner.ts";
import type { Node } from "./jsx-runtime.ts";

export interface TileProps {
  readonly size: Mm;
  readonly color: string;
  readonly children: Node;
}

/** The theme's corner, in parts of the tile; round tiles are circles. */
const CORNER = 0.22;

export const Tile = ({ size, color, children }: TileProps, page: PageContext): Node => (
  <div
    style={{
      display: "flex",
      position: "relative",
      alignItems: "center",
      justifyContent: "center",
      width: size,
      height: size,
      flexShrink: 0,
    }}
  >
    <svg viewBox="0 0 1 1" width={size} height={size} style={{ position: "absolute", left: 0, top: 0 }}>
      <path d={cornered(page, 1, 1, page.theme.corner === "round" ? 0.5 : CORNER)} fill={color} />
    </svg>
    <div style={{ display: "flex", position: "relative" }}>{children}</div>
  </div>
);

/** What a tile on that ground is filled with, and what reads on it, `#rrggbb`. */
export function tileColors(
  page: PageContext,
  ground: ColorToken,
): { readonly ground: string; readonly figure: string } {
  const tile = tileGround(ground);
  const figure = isLight(ground)
    ? textOn(page, tile, "primary-3", "primary")
    : textOn(page, tile, "highlight", "paper");
  return { ground: page.color(tile), figure };
}

function tileGround(ground: ColorToken): ColorToken {
  if (ground === "paper") return "tint";
  if (ground === "tint" || ground === "glow") return "paper";
  return ground === "primary" ? "primary-2" : "primary";
}
