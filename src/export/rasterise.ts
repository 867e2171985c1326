/** The port through which a vector exporter gets pixels for the few things that cannot be vector. */

import type { Rect } from "../base/geometry.ts";
import type { Ppi, Px } from "../base/units.ts";
import type { SceneNode, SceneResources } from "../model/scene.ts";

export interface RasterRequest {
  readonly nodes: readonly SceneNode[];
  readonly resources: SceneResources;
  /** What to show, mm, in the nodes' coordinates. */
  readonly region: Rect;
  readonly ppi: Ppi;
}

/** Pixels, top row first, four bytes each: red, green, blue, alpha, colour not multiplied by alpha. */
export interface RasterImage {
  readonly width: Px;
  readonly height: Px;
  readonly rgba: Uint8Array;
}

export type Rasterise = (request: RasterRequest) => Promise<RasterImage>;
