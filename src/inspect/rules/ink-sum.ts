/**
 * Ink that adds up where one object, or the group that it is in, is blended with another or overprints it. Only told,
 * never judged: objects are known by their boxes, pictures not by their pixels.
 */

import { diagnose } from "../../base/diagnostic.ts";
import { meets, type Rect } from "../../base/geometry.ts";
import { type InkAmounts, inksOf, totalInk } from "../content/inks.ts";
import type { Painted } from "../content/painted.ts";
import { INK_TOLERANCE } from "./ink-limit.ts";
import { isOnPiece, KIND_NAMES, placeText, type Rule, Tally, whereOf } from "./judge.ts";

/** Modes in which ink over ink is never more than the heavier of both (ISO 32000-1 §11.3.5). */
const LIGHT_MODES = new Set(["Normal", "Compatible", "Screen", "Lighten", "ColorDodge"]);

/** Areas that later ones are compared with; of more, those painted last count. */
const MOST_AREAS = 50;
/** Findings after which a page is not looked at any further: the first of them tells enough. */
const MOST_FOUND = 1000;

/** Percent of cyan, magenta, yellow and black: limits are about process inks. */
type Process = readonly [c: number, m: number, y: number, k: number];

interface Inked {
  readonly area: Rect;
  readonly amounts: Process;
  readonly groups: Painted["groups"];
}

export const inkSum: Rule = (page) => {
  const limit = page.wanted.inkLimit;
  const below: Inked[] = [];
  let hits = 0;
  const found = new Tally<{ readonly ink: number; readonly kind: Painted["kind"] }>();
  return {
    see(painted) {
      if (limit === null || hits >= MOST_FOUND || !isOnPiece(painted, page)) return;
      const own = amountsOf(painted);
      if (!own || total(own) === 0) return;
      let amounts = own;
      if (painted.overprint || [painted, ...painted.groups].some(darkens)) {
        for (const { area, amounts: under, groups } of below) {
          if (!meets(area, painted.area)) continue;
          const sum = together(painted, groups, under, own);
          if (total(sum) > total(amounts)) amounts = sum;
        }
        const ink = total(amounts);
        if (ink > limit + INK_TOLERANCE && ink > total(own) + INK_TOLERANCE) {
          hits++;
          found.add(painted.kind, ink, painted.area, { ink, kind: painted.kind });
        }
      }
      below.push({ area: painted.area, amounts, groups: painted.groups });
      if (below.length > MOST_AREAS) below.shift();
    },
    end: () =>
      found.entries.map(({ worst: { ink, kind }, count, area }) => {
        const [kindVi, kindEn] = KIND_NAMES[kind];
        const sum = { found: Math.round(ink), limit: limit ?? 0 };
        const params = { page: page.number, kindVi, kind: kindEn, ...sum, count, place: placeText(area) };
        return diagnose("pdf.ink-not-summed", params, whereOf(page.number, area));
      }),
  };
};

const total = ([c, m, y, k]: Process): number => c + m + y + k;

/** The heaviest value; `null` for pictures and where inks are not known. */
function amountsOf({ kind, color, shades }: Painted): Process | null {
  if (kind === "image") return null;
  let heaviest: InkAmounts | null = null;
  for (const value of kind === "shading" ? shades : [color.components]) {
    const amounts = inksOf(color.space, value);
    if (amounts && (!heaviest || totalInk(amounts) > totalInk(heaviest))) heaviest = amounts;
  }
  const of = (ink: string) => heaviest?.get(ink) ?? 0;
  return heaviest && [of("Cyan"), of("Magenta"), of("Yellow"), of("Black")];
}

const darkens = ({ blend }: { readonly blend: string }): boolean => !LIGHT_MODES.has(blend);

/**
 * Ink by ink: what overprints replaces the inks that it has, what is multiplied darkens each.
 * @param groupsUnder those around what lies below: what is in the same group is not blended by it
 */
function together(
  { overprint, blend, groups }: Painted,
  groupsUnder: Painted["groups"],
  under: Process,
  own: Process,
): Process {
  const between = groups.filter((group) => !groupsUnder.includes(group));
  const multiplies = [{ blend }, ...between].some(darkens);
  if (!multiplies && !overprint) return own;
  const both = (before: number, amount: number): number => {
    if (!multiplies) return amount > 0 ? amount : before;
    return before + amount - (before * amount) / 100;
  };
  return [both(under[0], own[0]), both(under[1], own[1]), both(under[2], own[2]), both(under[3], own[3])];
}
