/** The profile as this request wants it: what a request says wins over the profile. */

import type { Mm } from "../base/units.ts";
import { ALL_MARKS, type Marks, NO_MARKS, type OutputProfile } from "../model/output-profile.ts";
import type { MarkName } from "../model/request.ts";

export interface ProfileOverrides {
  /** mm */
  readonly bleed: number | null;
  readonly marks: boolean | readonly MarkName[] | null;
  readonly outline: boolean | null;
  readonly scale: number | null;
  readonly mirror: boolean | null;
}

/** Where marks are asked of a profile that has none: clear of the usual bleed, as shops expect. */
const MARK_OFFSET: Mm = 3;

const FIELDS: Readonly<Record<MarkName, keyof Marks>> = {
  crop: "crop",
  bleed: "bleed",
  registration: "registration",
  "color-bar": "colorBar",
  fold: "fold",
  slug: "slug",
};

/** The same object when nothing is overridden. */
export function overridden(profile: OutputProfile, asked: ProfileOverrides): OutputProfile {
  const { bleed, marks, outline, scale, mirror } = asked;
  const changes: Partial<OutputProfile> = {
    ...(bleed === null ? {} : { bleed }),
    ...(marks === null ? {} : { marks: marksOf(marks), markOffset: profile.markOffset || MARK_OFFSET }),
    ...(outline === null ? {} : { text: outline ? "outlines" : "live" }),
    ...(scale === null ? {} : { scale }),
    ...(mirror === null ? {} : { mirror }),
  };
  if (Object.keys(changes).length === 0) return profile;
  // Names tell bleed and scale: papers that go to the shop must not say what is no longer so.
  const isAsNamed = (bleed ?? profile.bleed) === profile.bleed && (scale ?? profile.scale) === profile.scale;
  return { ...profile, ...(isAsNamed ? {} : { name: changedName(profile.name) }), ...changes };
}

const changedName = ({ vi, en }: OutputProfile["name"]) => ({
  vi: `${vi} (đã chỉnh)`,
  en: `${en} (changed)`,
});

function marksOf(asked: boolean | readonly MarkName[]): Marks {
  if (typeof asked === "boolean") return asked ? ALL_MARKS : NO_MARKS;
  return { ...NO_MARKS, ...Object.fromEntries(asked.map((name) => [FIELDS[name], true])) };
}
