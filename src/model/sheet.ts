/** What an exporter writes: scenes placed on a sheet, with the sheet's boxes. */

import type { Matrix, Rect, Size } from "../base/geometry.ts";
import type { Scene, SceneNode, SceneResources } from "./scene.ts";

/** Coordinates: mm from the sheet's top left corner, y down. Invariant: media ⊇ bleed ⊇ trim. */
export interface Sheet {
  readonly size: Size;
  readonly bleedBox: Rect;
  readonly trimBox: Rect;
  readonly placements: readonly Placement[];
  /** Crop marks, slug line and the like, painted above everything. */
  readonly marks: readonly SceneNode[];
  readonly markResources: SceneResources;
}

/** A scene on a sheet. Nothing of it shows outside `window`. */
export interface Placement {
  readonly scene: Scene;
  /** Maps page coordinates (origin: trim) to sheet coordinates. */
  readonly transform: Matrix;
  /** In sheet coordinates. */
  readonly window: Rect;
}
