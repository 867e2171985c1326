/** Outlines as SVG path data (SVG 2 §9.3). */

import type { GlyphOutline } from "../../base/font/open-font.ts";
import type { Outline } from "../../model/scene.ts";
import { formatNumber } from "./number.ts";

/** How many coordinates follow each verb. */
export const COORDS_OF: Readonly<Record<string, number>> = { M: 2, L: 2, Q: 4, C: 6, Z: 0 };

/** Absolute path data, `M1 2H3V-4Z`. */
export function pathData({ verbs, coords }: Outline | GlyphOutline, decimals: number): string {
  let data = "";
  let next = 0;
  let lastX = "";
  let lastY = "";
  for (const verb of verbs) {
    const end = next + (COORDS_OF[verb] ?? 0);
    let numbers = "";
    for (let first = true; next < end; next += 2, first = false) {
      const x = formatNumber(coords[next] ?? 0, decimals);
      const y = formatNumber(coords[next + 1] ?? 0, decimals);
      if (verb === "L" && y === lastY) data += `H${x}`;
      else if (verb === "L" && x === lastX) data += `V${y}`;
      else numbers += separated(x, first) + separated(y, false);
      lastX = x;
      lastY = y;
    }
    if (numbers !== "" || verb === "Z") data += verb + numbers;
    // After Z the pen is back at the subpath's start, which is not remembered here.
    if (verb === "Z") lastX = lastY = "";
  }
  return data;
}

/** A number after another one: a minus sign separates by itself. */
export const separated = (number: string, first: boolean): string =>
  first || number.charCodeAt(0) === 45 ? number : ` ${number}`;
