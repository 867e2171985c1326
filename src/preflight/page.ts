/** What every rule looks at: one page, taken apart once. */

import type { Diagnostic } from "../base/diagnostic.ts";
import type { Rect } from "../base/geometry.ts";
import type { Format } from "../model/format.ts";
import type { OutputProfile } from "../model/output-profile.ts";
import type { PlacedFragment, Scene } from "../model/scene.ts";
import type { SampleImage } from "./color-at.ts";
import type { TextRun } from "./text-runs.ts";
import type { PaintedInFrame } from "./walk.ts";

export interface PreflightPage {
  /** 1-based. */
  readonly number: number;
  readonly scene: Scene;
  /** Its frames, back to front. */
  readonly frames: readonly FrameLeaves[];
  /** What of it is text to read. */
  readonly texts: readonly TextRun[];
  readonly format: Format;
  readonly profile: OutputProfile;
  readonly sampleImage: SampleImage;
}

/** What one frame paints. The same object on every page that has the same frame at the same place. */
export interface FrameLeaves {
  readonly placed: PlacedFragment;
  readonly leaves: readonly PaintedInFrame[];
  /** What of it is text to read. */
  readonly texts: readonly TextRun[];
  /** Around all of them, page coordinates; `null` when it paints nothing. */
  readonly reach: Rect | null;
  readonly hasPictures: boolean;
}

export type Rule = (page: PreflightPage) => readonly Diagnostic[];
