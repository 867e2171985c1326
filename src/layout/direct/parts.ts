/** Parts of frames that come again in others: what pictures show. */

import type { Diagnostic } from "../../base/diagnostic.ts";
import { RecurrenceCache } from "../../base/recurrence-cache.ts";
import type { SceneNode } from "../../model/scene.ts";
import type { LiftedPicture } from "../lift-pictures.ts";
import { weightOf } from "../weight.ts";

export interface KnownPart {
  readonly picture: LiftedPicture | null;
  readonly nodes: readonly SceneNode[];
  readonly diagnostics: readonly Diagnostic[];
}

export type PartCache = RecurrenceCache<KnownPart>;

const MEGABYTE = 1024 * 1024;

/** Bounded by about how much memory the parts take; a drawing is kept as a tree too. */
export const createPartCache = (): PartCache =>
  new RecurrenceCache({
    kept: 8 * MEGABYTE,
    waiting: MEGABYTE,
    sizeOf: ({ nodes }, key) => nodes.reduce((sum, each) => sum + 2 * weightOf(each), key.length),
  });
