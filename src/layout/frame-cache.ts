/** Laid-out frames by the hash of everything that they depend on. */

import { LRUCache } from "lru-cache";
import type { Diagnostic } from "../base/diagnostic.ts";
import type { FontFace } from "../base/font/face.ts";
import type { Fragment, ImageAsset } from "../model/scene.ts";
import { createPartCache, type PartCache } from "./direct/parts.ts";

export interface LaidOutFrame {
  readonly fragment: Fragment;
  /** The scale that auto-fit chose. */
  readonly scale: number;
  readonly fonts: ReadonlyMap<string, FontFace>;
  readonly images: ReadonlyMap<string, ImageAsset>;
  readonly diagnostics: readonly Diagnostic[];
}

export interface FrameCache {
  readonly frames: LRUCache<string, LaidOutFrame>;
  readonly parts: PartCache;
}

/** @param frames how many are kept; the least recently used go first */
export const createFrameCache = (frames = 1000): FrameCache => ({
  frames: new LRUCache({ max: frames }),
  parts: createPartCache(),
});
