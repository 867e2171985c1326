/** Where a page is free of what platforms, stands and frames cover. */

import { type Rect, rect } from "../base/geometry.ts";
import type { Mm } from "../base/units.ts";
import type { PageContext } from "../model/template.ts";

/** Touching is not covering; layout rounds to its own unit. */
const HAIR: Mm = 0.01;

/** The widest part of a box that no covered zone of the format reaches into, at the box's full height. */
export function freeAcross({ format }: PageContext, box: Rect): Rect {
  const zones = format.covered
    .filter((zone) => zone.y < box.y + box.height - HAIR && zone.y + zone.height > box.y + HAIR)
    .map((zone) => ({ from: zone.x, to: zone.x + zone.width }))
    .toSorted((one, other) => one.from - other.from);
  let widest = { from: box.x, to: box.x };
  let from = box.x;
  for (const zone of [...zones, { from: box.x + box.width, to: box.x + box.width }]) {
    const to = Math.min(zone.from, box.x + box.width);
    if (to - from > widest.to - widest.from) widest = { from, to };
    from = Math.max(from, zone.to);
  }
  return rect(widest.from, box.y, widest.to - widest.from, box.height);
}

/** The box, cut off above the first covered zone that reaches into it from below. */
export function freeAbove({ format }: PageContext, box: Rect): Rect {
  const tops = format.covered
    .filter((zone) => zone.x < box.x + box.width - HAIR && zone.x + zone.width > box.x + HAIR)
    .map((zone) => zone.y)
    .filter((y) => y > box.y + HAIR);
  return rect(box.x, box.y, box.width, Math.min(box.y + box.height, ...tops) - box.y);
}
