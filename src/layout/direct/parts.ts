/** Parts of frames that come again in others: what pictures show, and grounds with borders and round corners. */

import { LRUCache } from "lru-cache";
import type { Diagnostic } from "../../base/diagnostic.ts";
import type { SceneNode } from "../../model/scene.ts";
import type { LiftedPicture } from "../lift-pictures.ts";

export interface KnownPart {
  readonly picture: LiftedPicture | null;
  readonly nodes: readonly SceneNode[];
  readonly diagnostics: readonly Diagnostic[];
}

export type PartCache = LRUCache<string, KnownPart>;

export const createPartCache = (parts = 500): PartCache => new LRUCache({ max: parts });
