/** What every rule looks at: one page, taken apart once. */

import type { Diagnostic } from "../base/diagnostic.ts";
import type { Format } from "../model/format.ts";
import type { OutputProfile } from "../model/output-profile.ts";
import type { Scene } from "../model/scene.ts";
import type { SampleImage } from "./color-at.ts";
import type { TextRun } from "./text-runs.ts";
import type { PaintedInFrame } from "./walk.ts";

export interface PreflightPage {
  /** 1-based. */
  readonly number: number;
  readonly scene: Scene;
  /** Everything it paints, back to front. */
  readonly painted: readonly PaintedInFrame[];
  /** What of it is text to read. */
  readonly texts: readonly TextRun[];
  readonly format: Format;
  readonly profile: OutputProfile;
  readonly sampleImage: SampleImage;
}

export type Rule = (page: PreflightPage) => readonly Diagnostic[];
