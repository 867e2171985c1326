/** The modular grid and the type scale of a page: everything comes from its short side and its distance. */

import { inset, intersection, type Rect, rect, uniformInsets } from "../base/geometry.ts";
import type { Mm } from "../base/units.ts";
import type { PageContext } from "../model/template.ts";

export interface Grid {
  /** From the trim to the content: 6 % of the short side, as far as the safe area allows. */
  readonly margin: Mm;
  /** A quarter of the margin; every distance is a multiple of it. */
  readonly baseline: Mm;
  /** Where content stands: the trim without its margins, within the safe area. */
  readonly box: Rect;
  /** The shorter side of the trim. */
  readonly short: Mm;
}

/** Layout rounds to its own unit: marks over a capital at the edge would pass it by this, in parts of the baseline. */
const HAIR = 0.05;

/** @param share the margin in parts of the short side; the art direction asks for 5–7 % */
export function grid({ geometry }: Pick<PageContext, "geometry">, share = 0.06): Grid {
  const { trim, safe } = geometry;
  const short = Math.min(trim.width, trim.height);
  const margin = short * share;
  const baseline = margin / 4;
  const inner = inset(trim, uniformInsets(margin));
  const hair = baseline * HAIR;
  const within = rect(safe.x, safe.y + hair, safe.width, safe.height - hair);
  return { margin, baseline, box: intersection(inner, within) ?? inner, short };
}

/** Farther away, a piece is signage. */
const ARM_LENGTH_M = 1;

export interface TypeScale {
  /** The smallest type that can be read from the format's distance: x-height = distance / 300, in either face. */
  readonly minimum: Mm;
  /** The smallest type for the message: cap height of the display face = distance / 100. */
  readonly message: Mm;
  /** 1.333 in the hand, 1.5 on signage. */
  readonly ratio: number;
  /** Step 0 is running text; never below the minimum. */
  size(step: number): Mm;
}

/** Running text on an A5 sheet, and the short side of that sheet, mm. */
const HANDHELD = { text: 3.2, short: 148 } as const;

/**
 * In the hand every sheet is read from the same distance, so text grows slower than the sheet; on signage it grows
 * with it.
 * @param share running text of signage and screens in parts of the short side
 */
export function typeScale(page: PageContext, share = 0.0215): TypeScale {
  const { format, geometry, faces } = page;
  const display = page.metrics({ family: faces.display, weight: 800 });
  const running = page.metrics({ family: faces.text, weight: 400 });
  const distance = format.viewingDistance * 1000;
  const minimum = distance / 300 / Math.min(display.xHeight, running.xHeight);
  const short = Math.min(geometry.trim.width, geometry.trim.height);
  const isHandheld = format.medium === "print" && !isSignage(page);
  const text = isHandheld ? HANDHELD.text * Math.sqrt(short / HANDHELD.short) : short * share;
  const ratio = isSignage(page) ? 1.5 : 1.333;
  const base = Math.max(minimum, text);
  const message = distance / 100 / display.capHeight;
  return { minimum, message, ratio, size: (step) => Math.max(minimum, base * ratio ** step) };
}

export const isSignage = ({ format }: Pick<PageContext, "format">): boolean =>
  format.medium === "print" && format.viewingDistance > ARM_LENGTH_M;
