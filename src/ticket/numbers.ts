/** Numbers as Vietnamese prints them: decimal comma, thousands apart by a full stop. */

import type { Mm } from "../base/units.ts";

/** At most two decimals: `1,5`. */
export function decimal(value: number): string {
  const [whole = "0", fraction] = `${Math.round(value * 100) / 100}`.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ".");
  return fraction ? `${grouped},${fraction}` : grouped;
}

export const lengthInMm = (length: Mm): string => `${decimal(length)} mm`;

/** `148 × 210 mm`; from two metres on in metres, as shops speak of banners. */
export function sizeWords(width: Mm, height: Mm): string {
  return Math.max(width, height) < 2000
    ? `${decimal(width)} × ${decimal(height)} mm`
    : `${decimal(width / 1000)} × ${decimal(height / 1000)} m`;
}

/** `1,2 MB` */
export const fileSize = (bytes: number): string =>
  bytes < 1e6
    ? `${decimal(Math.max(1, Math.round(bytes / 1e3)))} kB`
    : `${decimal(Math.round(bytes / 1e5) / 10)} MB`;
