/** Colours that are known to read, by measure. */

import { blendOver, contrastRatio, type Rgb } from "../base/color.ts";
import type { ColorToken } from "../model/color-token.ts";
import type { PageContext } from "../model/template.ts";
import { isSignage } from "./grid.ts";

/** WCAG 2.2 asks for 4.5:1; the art direction for 7:1 on signage. */
const needed = (page: PageContext): number => (isSignage(page) ? 7 : 4.5);

/** Where a colour is too dark or too weak it is lightened by this many percent at a time, no further than the last. */
const TINT_STEP = 4;
const PALEST = 30;

/**
 * The first of the wanted tokens that reads on every ground it may stand on, else the palette's own text colour
 * for the first ground.
 */
export function textOn(
  page: PageContext,
  grounds: ColorToken | readonly ColorToken[],
  ...wanted: readonly ColorToken[]
): string {
  const { colors, on } = page.palette;
  const list = typeof grounds === "string" ? [grounds] : grounds;
  const reads = (token: ColorToken) =>
    list.every((ground) => contrastRatio(colors[token].rgb, colors[ground].rgb) >= needed(page));
  const token = wanted.find(reads) ?? on[list[0]!];
  return colors[token].hex;
}

/** Whether a token is one of the light grounds, on which text is dark. */
export const isLight = (ground: ColorToken): boolean =>
  ground === "paper" || ground === "tint" || ground === "glow";

/**
 * The colour for emphasised words. On a dark ground the highlight, lightened as far as the ground asks for; on a
 * light one a livelier step of the primary. The plain text colour where none of them reads.
 */
export function highlightOn(page: PageContext, grounds: ColorToken | readonly ColorToken[]): string {
  const list = typeof grounds === "string" ? [grounds] : grounds;
  if (list.every(isLight)) return textOn(page, list, "primary-3", "primary-2", "primary");
  const { colors } = page.palette;
  const reads = (color: Rgb) =>
    list.every((ground) => contrastRatio(color, colors[ground].rgb) >= needed(page));
  for (let percent = 100; percent >= PALEST; percent -= TINT_STEP) {
    const color = mixWithPaper(page, "highlight", percent);
    if (reads(color)) return percent === 100 ? page.color("highlight") : page.tint("highlight", percent);
  }
  return textOn(page, list, "paper");
}

/** Ground and text of a label, `#rrggbb`. */
export interface LabelColors {
  readonly ground: string;
  readonly text: string;
}

/** A label in that colour whose text reads: where no text colour is strong enough, the ground becomes a lighter tint. */
export function labelColors(page: PageContext, token: ColorToken): LabelColors {
  const { colors, on } = page.palette;
  const wanted = [on[token], "ink", "paper"] as const;
  for (let percent = 100; percent >= PALEST; percent -= TINT_STEP) {
    const ground = mixWithPaper(page, token, percent);
    const text = wanted.find((candidate) => contrastRatio(colors[candidate].rgb, ground) >= needed(page));
    if (text)
      return {
        ground: percent === 100 ? page.color(token) : page.tint(token, percent),
        text: page.color(text),
      };
  }
  return { ground: page.color(token), text: page.color(on[token]) };
}

/** As `page.tint` does, without registering every colour that is only tried. */
function mixWithPaper({ palette }: PageContext, token: ColorToken, percent: number): Rgb {
  return blendOver(palette.colors[token].rgb, percent / 100, palette.colors.paper.rgb);
}
