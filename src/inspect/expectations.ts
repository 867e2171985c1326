/** What a file has to be, from the profile and condition that it is meant for, and from what it says itself. */

import { type Insets, uniformInsets } from "../base/geometry.ts";
import { allowanceOf } from "../model/allowance.ts";
import type { OutputCondition } from "../model/output-condition.ts";
import type { OutputProfile } from "../model/output-profile.ts";
import type { PdfDocument } from "./file/document.ts";
import { EMPTY_DICT, isDict } from "./file/object.ts";
import type { Expectations } from "./rules/judge.ts";
import { iccHeader } from "./x4/facts.ts";

export interface ExpectationSources {
  /** What the file is for; `null`: not said, judged as for a press, without its sizes and limits. */
  readonly profile: OutputProfile | null;
  /** The printing condition; `null` for screens or when it is not known. */
  readonly condition: OutputCondition | null;
}

/** mm that every shop accepts (docs/sources.md), where a profile leaves the bleed to the format. */
const USUAL_BLEED = 3;

export function expectations(
  document: PdfDocument,
  { profile, condition }: ExpectationSources,
): Expectations {
  const scale = profile?.scale ?? 1;
  return {
    press: profile === null || profile.colorSpace === "cmyk",
    inksOnly: profile ? profile.colorSpace === "cmyk" : hasCmykIntent(document),
    bleed: bleedOf(profile) === null ? null : (bleedOf(profile) ?? 0) * scale,
    allowance: scaled(profile ? allowanceOf(profile) : uniformInsets(0), scale),
    ppi: profile?.ppi ?? null,
    inkLimit: condition?.inkLimit ?? null,
    scale,
  };
}

const scaled = ({ top, right, bottom, left }: Insets, scale: number): Insets => ({
  top: top * scale,
  right: right * scale,
  bottom: bottom * scale,
  left: left * scale,
});

function bleedOf(profile: OutputProfile | null): number | null {
  if (!profile) return null;
  if (profile.bleed === "none") return 0;
  return profile.bleed === "format" ? USUAL_BLEED : profile.bleed;
}

/** A file with a CMYK output intent has said that only inks are in it. */
function hasCmykIntent(document: PdfDocument): boolean {
  const intents = document.list((document.catalog ?? EMPTY_DICT).get("OutputIntents")).filter(isDict);
  return intents.some((intent) => {
    const profile = document.streamAt(intent, "DestOutputProfile");
    return profile !== null && iccHeader(document, profile).space === "CMYK";
  });
}
