/** Laid-out frames by the hash of everything that they depend on. */

import { LRUCache } from "lru-cache";
import type { Diagnostic } from "../base/diagnostic.ts";
import type { FontFace } from "../base/font/face.ts";
import type { Fragment, ImageAsset } from "../model/scene.ts";
import { createPartCache, type PartCache } from "./direct/parts.ts";
import { weightOf } from "./weight.ts";

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

/** What recurs in a run is a few dozen frames; what differs from row to row never comes back. */
const MOST_BYTES = 24 * 1024 * 1024;

/** @param bytes about how much memory the frames may take; the least recently used go first */
export const createFrameCache = (bytes = MOST_BYTES): FrameCache => ({
  frames: new LRUCache({
    maxSize: bytes,
    sizeCalculation: ({ fragment }) =>
      FRAME_BYTES + fragment.nodes.reduce((sum, each) => sum + weightOf(each), 0),
  }),
  parts: createPartCache(bytes / 4),
});

/** A frame without content, with what is found out about it later. */
const FRAME_BYTES = 4096;
