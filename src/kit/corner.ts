/** The theme's corner, as the outline of a label, tile or card. */

import type { Mm } from "../base/units.ts";
import type { PageContext } from "../model/template.ts";

/** Handle of the cubic curve that follows a quarter circle, in parts of the radius (error under 0.03 %). */
const ARC = 0.5523;

/**
 * SVG path of a box from 0, 0 with the theme's corners: one cut along the rising diagonal, none, or all round.
 * @param corner depth of the cut or radius; never more than half of the shorter side
 */
export function cornered({ theme }: PageContext, width: Mm, height: Mm, corner: Mm): string {
  const depth = Math.min(corner, width / 2, height / 2);
  const n = (value: number) => Math.round(value * 1000) / 1000;
  switch (theme.corner) {
    case "cut":
      return `M0 0H${n(width - depth)}L${n(width)} ${n(depth)}V${n(height)}H0Z`;
    case "square":
      return `M0 0H${n(width)}V${n(height)}H0Z`;
    case "round": {
      const k = depth * (1 - ARC);
      const [w, h, d] = [n(width), n(height), n(depth)];
      const [wd, hd, wk, hk, nk] = [n(width - depth), n(height - depth), n(width - k), n(height - k), n(k)];
      return (
        `M${d} 0H${wd}C${wk} 0 ${w} ${nk} ${w} ${d}V${hd}C${w} ${hk} ${wk} ${h} ${wd} ${h}` +
        `H${d}C${nk} ${h} 0 ${hk} 0 ${hd}V${d}C0 ${nk} ${nk} 0 ${d} 0Z`
      );
    }
  }
}
