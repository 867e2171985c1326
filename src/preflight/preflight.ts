/** Looks for everything that a print shop, a platform or a reader would complain about. */

import type { Diagnostic } from "../base/diagnostic.ts";
import type { Format } from "../model/format.ts";
import type { OutputProfile } from "../model/output-profile.ts";
import type { Scene } from "../model/scene.ts";
import type { SampleImage } from "./color-at.ts";
import type { Rule } from "./page.ts";
import { lowContrast } from "./rules/low-contrast.ts";
import { lowResolution } from "./rules/low-resolution.ts";
import { overflow } from "./rules/overflow.ts";
import { safeArea } from "./rules/safe-area.ts";
import { smallText } from "./rules/small-text.ts";
import { textRuns } from "./text-runs.ts";
import { walkScene } from "./walk.ts";

export type { SampleImage } from "./color-at.ts";

const RULES: readonly Rule[] = [overflow, safeArea, smallText, lowContrast, lowResolution];

/**
 * Pure: the same scenes give the same findings, page by page and rule by rule.
 * @param sampleImage tells colours inside pictures; without it, text over a picture is not measured
 */
export function preflight(
  scenes: readonly Scene[],
  format: Format,
  profile: OutputProfile,
  sampleImage: SampleImage = () => null,
): readonly Diagnostic[] {
  return scenes.flatMap((scene, i) => {
    const painted = walkScene(scene);
    const page = {
      number: i + 1,
      scene,
      painted,
      texts: textRuns(painted),
      format,
      profile,
      sampleImage,
    };
    return RULES.flatMap((rule) => rule(page));
  });
}
