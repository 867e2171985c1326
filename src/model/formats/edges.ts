/** Strips along the edges of a piece that a frame, a hem or a pocket takes; they never overlap. */

import type { Size } from "../../base/geometry.ts";
import type { Mm } from "../../base/units.ts";
import type { Zone } from "../format.ts";

type Name = Zone["name"];

export const topStrip = (name: Name, { width }: Size, depth: Mm): Zone => ({
  name,
  x: 0,
  y: 0,
  width,
  height: depth,
});

export const bottomStrip = (name: Name, { width, height }: Size, depth: Mm): Zone => ({
  name,
  x: 0,
  y: height - depth,
  width,
  height: depth,
});

/** The left and the right edge, between `top` and `bottom` mm from the ends. */
export const sideStrips = (
  name: Name,
  { width, height }: Size,
  depth: Mm,
  { top, bottom }: { readonly top: Mm; readonly bottom: Mm } = { top: 0, bottom: 0 },
): Zone[] =>
  [0, width - depth].map((x) => ({ name, x, y: top, width: depth, height: height - top - bottom }));

/** All four edges. */
export const frameStrips = (name: Name, size: Size, depth: Mm): Zone[] => [
  topStrip(name, size, depth),
  bottomStrip(name, size, depth),
  ...sideStrips(name, size, depth, { top: depth, bottom: depth }),
];
