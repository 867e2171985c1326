/** Parts of frames that come again in others: what pictures show, and grounds with borders and round corners. */

import { LRUCache } from "lru-cache";
import type { Diagnostic } from "../../base/diagnostic.ts";
import type { SceneNode } from "../../model/scene.ts";
import type { LiftedPicture } from "../lift-pictures.ts";
import { weightOf } from "../weight.ts";

export interface KnownPart {
  readonly picture: LiftedPicture | null;
  readonly nodes: readonly SceneNode[];
  readonly diagnostics: readonly Diagnostic[];
}

export type PartCache = LRUCache<string, KnownPart>;

/** @param bytes about how much memory they may take; the least recently used go first */
export const createPartCache = (bytes = 8 * 1024 * 1024): PartCache =>
  new LRUCache({
    maxSize: bytes,
    // A drawing is kept as a tree too.
    sizeCalculation: ({ nodes }, key) =>
      2 * (key.length + nodes.reduce((sum, each) => sum + weightOf(each), 0)),
  });
