/** Total area coverage: how much ink may lie on one place before it no longer dries (ISO 12647-2, tone value sum). */

import type { Cmyk } from "../../base/color.ts";

/**
 * The same colour with no more than `limit` % of ink in all. Black keeps the drawing, so it is kept and the
 * other three give way together, which keeps the hue.
 * @param limit 100–400
 */
export function withinInkLimit(cmyk: Cmyk, limit: number): Cmyk {
  const { c, m, y, k } = cmyk;
  if (c + m + y + k <= limit) return cmyk;
  const factor = (limit - k) / (c + m + y);
  return { c: c * factor, m: m * factor, y: y * factor, k };
}

/** {@link withinInkLimit} for 8-bit pixels, in place; rounded down, so that the limit holds after rounding. */
export function limitPixels(cmyk: Uint8Array, limit: number): Uint8Array {
  const most = Math.floor((limit * 255) / 100);
  for (let i = 0; i < cmyk.length; i += 4) {
    const colored = cmyk[i]! + cmyk[i + 1]! + cmyk[i + 2]!;
    const room = most - cmyk[i + 3]!;
    if (colored <= room) continue;
    const factor = room / colored;
    cmyk[i] = cmyk[i]! * factor;
    cmyk[i + 1] = cmyk[i + 1]! * factor;
    cmyk[i + 2] = cmyk[i + 2]! * factor;
  }
  return cmyk;
}
