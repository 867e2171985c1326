/** Laid-out frames by the hash of everything that they depend on. */

import type { Diagnostic } from "../base/diagnostic.ts";
import type { FontFace } from "../base/font/face.ts";
import { RecurrenceCache } from "../base/recurrence-cache.ts";
import type { Fragment, ImageAsset, PlacedFragment } from "../model/scene.ts";
import { createPartCache, type PartCache } from "./direct/parts.ts";
import { weightOf } from "./weight.ts";

export interface LaidOutFrame {
  readonly fragment: Fragment;
  /** The scale that auto-fit chose. */
  readonly scale: number;
  readonly fonts: ReadonlyMap<string, FontFace>;
  readonly images: ReadonlyMap<string, ImageAsset>;
  readonly diagnostics: readonly Diagnostic[];
  /** Where a page had it last. */
  placed: PlacedFragment | null;
}

export interface FrameCache {
  readonly frames: RecurrenceCache<LaidOutFrame>;
  readonly parts: PartCache;
}

const MEGABYTE = 1024 * 1024;
/** A frame without content, with what is found out about it later. */
const FRAME_BYTES = 4096;

/** Bounded by about how much memory the frames take, not by their number: a frame may be a line or a whole drawing. */
export const createFrameCache = (): FrameCache => ({
  frames: new RecurrenceCache({
    kept: 24 * MEGABYTE,
    waiting: 2 * MEGABYTE,
    sizeOf: ({ fragment }) => fragment.nodes.reduce((sum, each) => sum + weightOf(each), FRAME_BYTES),
  }),
  parts: createPartCache(),
});
