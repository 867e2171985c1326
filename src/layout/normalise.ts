/**
 * usvg's normal form of an SVG: absolute M, L, Q, C and Z, units resolved, styles and uses expanded. Ids
 * survive. System fonts are never read: text must have been taken out before.
 */

import { Resvg } from "@resvg/resvg-js";

/** @throws Error when the text is no SVG */
export function normaliseSvg(svg: string): string {
  return new Resvg(svg, { font: { loadSystemFonts: false } }).toString();
}
