/** What ornaments are drawn with. */

import type { Mm } from "../../base/units.ts";
import type { PageContext } from "../../model/template.ts";

/** A path of an ornament, in mm from its area's top left corner. */
export interface Shape {
  readonly path: string;
  /** `#rrggbb`, or none. */
  readonly fill: string | null;
  readonly stroke: { readonly color: string; readonly width: Mm } | null;
  /** Places a shape of the unit square. */
  readonly transform: string | null;
}

export const filled = (path: string, fill: string): Shape => ({ path, fill, stroke: null, transform: null });
export const drawn = (path: string, color: string, width: Mm): Shape => ({
  path,
  fill: null,
  stroke: { color, width },
  transform: null,
});

export const n = (value: number): number => Math.round(value * 1000) / 1000;

export const box = (x: Mm, y: Mm, width: Mm, height: Mm): string =>
  `M${n(x)} ${n(y)}H${n(x + width)}V${n(y + height)}H${n(x)}Z`;

/** A frame of one line, `inset` inside an area of that size. */
export const frameLine = (width: Mm, height: Mm, inset: Mm, color: string, line: Mm): Shape =>
  drawn(box(inset, inset, width - 2 * inset, height - 2 * inset), color, line);

/** A corner of an area: maps a distance from it inwards to the area's coordinates. */
export interface Corner {
  readonly x: (inwards: Mm) => Mm;
  readonly y: (inwards: Mm) => Mm;
}

export const cornersOf = (width: Mm, height: Mm): readonly Corner[] =>
  [false, true].flatMap((right) =>
    [false, true].map((foot) => ({
      x: (inwards: Mm) => (right ? width - inwards : inwards),
      y: (inwards: Mm) => (foot ? height - inwards : inwards),
    })),
  );

/** A closed line through points. */
export const polygon = (points: readonly (readonly [x: Mm, y: Mm])[]): string =>
  `M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join("L")}Z`;

export const circle = (x: Mm, y: Mm, r: Mm): string =>
  `M${n(x - r)} ${n(y)}A${n(r)} ${n(r)} 0 1 0 ${n(x + r)} ${n(y)}A${n(r)} ${n(r)} 0 1 0 ${n(x - r)} ${n(y)}Z`;

/** Draws the ornament of one theme. `depth` is the width of the border at its sides. */
export type BorderOf = (page: PageContext, width: Mm, height: Mm, depth: Mm) => readonly Shape[];
/** Lines of a rosette around 0, 0. */
export type RosetteOf = (radius: Mm) => readonly string[];
