/** Where eyelets (khuy) are punched: at the corners and evenly between them. */

import type { Point, Rect } from "../../base/geometry.ts";
import type { Mm } from "../../base/units.ts";

/** Slack for sums of decimal lengths, mm. */
const SLACK = 1e-6;

/**
 * Centres along the edges of a box, clockwise from its top left corner: one in each corner, and between two
 * corners as few as keep neighbours at most `spacing` apart, at even distances.
 */
export function eyeletCentres({ x, y, width, height }: Rect, spacing: Mm): readonly Point[] {
  const across = steps(width, spacing);
  const down = steps(height, spacing);
  const along = (count: number, from: Point, to: Point) =>
    Array.from({ length: count }, (_, i) => ({
      x: from.x + ((to.x - from.x) * i) / count,
      y: from.y + ((to.y - from.y) * i) / count,
    }));
  const corners = [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ] as const;
  return [
    ...along(across, corners[0], corners[1]),
    ...along(down, corners[1], corners[2]),
    ...along(across, corners[2], corners[3]),
    ...along(down, corners[3], corners[0]),
  ];
}

const steps = (length: Mm, spacing: Mm): number => Math.max(1, Math.ceil((length - SLACK) / spacing));
