/** What lies around a finished piece: bleed, and material that is folded back. All in mm at final size. */

import { type Insets, uniformInsets } from "../base/geometry.ts";
import type { Mm } from "../base/units.ts";
import type { OutputProfile } from "./output-profile.ts";

/** Ink past the last cut. */
export function bleedOf({ bleed }: Pick<OutputProfile, "bleed">, formatBleed: Mm): Mm {
  if (bleed === "none") return 0;
  return bleed === "format" ? formatBleed : bleed;
}

/** Material outside the trim that hems and pole pockets take. A pocket includes its side's hem. */
export function allowanceOf({ finishing }: Pick<OutputProfile, "finishing">): Insets {
  const { hem, polePocket } = finishing;
  const all = uniformInsets(hem);
  return polePocket
    ? { ...all, top: Math.max(hem, polePocket.top), bottom: Math.max(hem, polePocket.bottom) }
    : all;
}

/**
 * How far pages must be painted past their trim: at least the format's bleed, so that one layout serves every
 * profile that asks for no more.
 */
export function paintedBleed(profile: Pick<OutputProfile, "bleed" | "finishing">, formatBleed: Mm): Mm {
  const { top, right, bottom, left } = allowanceOf(profile);
  return Math.max(formatBleed, bleedOf(profile, formatBleed) + Math.max(top, right, bottom, left));
}
