/** What imposition needs to know beside the pages. */

import type { FontFace } from "../base/font/face.ts";
import { foundOnceBeside } from "../base/found-once.ts";
import type { Mm } from "../base/units.ts";
import type { Fold } from "../model/fold.ts";
import type { ResolvedJob } from "../model/job.ts";
import type { OutputProfile } from "../model/output-profile.ts";
import type { SceneColor } from "../model/scene.ts";
import type { Shape } from "./finishing/layers.ts";

export interface ImposeJob {
  readonly profile: OutputProfile;
  /** What a profile means by the format's own bleed, mm; `null`: the pages' own. */
  readonly formatBleed: Mm | null;
  readonly shape: Shape;
  /** As the first page shows them. */
  readonly folds: readonly Fold[];
  /** What the slug line says before size, profile, page and hash; `null` for no slug line. */
  readonly slug: { readonly parts: readonly string[]; readonly face: FontFace } | null;
  /** Solids of the spot inks that the palette may use, for the colour bar. */
  readonly spots: readonly SceneColor[];
  /** Whether its sheets are some of a print run: nobody knows here how many there are, nor the numbers of its pages. */
  readonly ofRun: boolean;
}

/** Pages that know nothing but their profile: no folds, no slug line, no spot inks. */
export const plainJob = (profile: OutputProfile): ImposeJob => ({
  profile,
  formatBleed: null,
  shape: "rectangle",
  folds: [],
  slug: null,
  spots: [],
  ofRun: false,
});

/** @param subject what slug lines say the sheets show; the title names the message and the institution */
export function imposeJobOf(
  { profile, format, title, kit, palette, inks, fonts, day }: ResolvedJob,
  subject: string = title,
): ImposeJob {
  const face = upright(fonts, kit.faces.text);
  const parts = [format.name.vi, subject, day === null ? "" : day.split("-").reverse().join("/")];
  return {
    profile,
    formatBleed: format.bleed,
    shape: format.shape,
    folds: format.folds,
    slug: face ? { parts, face } : null,
    spots: spotsOf(palette, inks),
    ofRun: false,
  };
}

/** The same list for page after page. */
const spotsOf = foundOnceBeside(({ colors }: ResolvedJob["palette"], inks: ResolvedJob["inks"]) => {
  const spots = Object.values(colors)
    .filter(({ token }) => inks.get(token)?.kind === "spot")
    .map(({ rgb, token }): SceneColor => ({ rgb, token }));
  return oneOfEach(spots, inks);
});

/** One colour for each separation: several tokens may be tints or aliases of one ink. */
function oneOfEach(colors: readonly SceneColor[], inks: ResolvedJob["inks"]): readonly SceneColor[] {
  const byName = new Map<string, SceneColor>();
  for (const color of colors) {
    const ink = color.token === null ? undefined : inks.get(color.token);
    if (ink?.kind === "spot" && !byName.has(ink.name)) byName.set(ink.name, color);
  }
  return [...byName.values()];
}

/** The upright face of a family that is nearest to regular. */
function upright(fonts: readonly FontFace[], family: string): FontFace | null {
  let nearest: FontFace | null = null;
  for (const face of fonts) {
    if (face.family !== family || face.style !== "normal") continue;
    if (!nearest || Math.abs(face.weight - 400) < Math.abs(nearest.weight - 400)) nearest = face;
  }
  return nearest;
}
