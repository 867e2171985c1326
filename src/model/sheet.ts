/** What an exporter writes: scenes placed on a sheet, with the sheet's boxes. */

import type { Matrix, Rect, Size } from "../base/geometry.ts";
import type { Scene, SceneNode, SceneResources } from "./scene.ts";

/** Coordinates: mm from the sheet's top left corner, y down. Invariant: media ⊇ bleed ⊇ trim. */
export interface Sheet {
  readonly size: Size;
  readonly bleedBox: Rect;
  readonly trimBox: Rect;
  readonly placements: readonly Placement[];
  /** Marks and finishing lines, painted above everything, the first lowest. */
  readonly layers: readonly SheetLayer[];
}

/** Lines that do not belong to the design. Their colours name inks of the job's ink table by token. */
export interface SheetLayer {
  /** Its name in the file's list of layers: `CutContour`, `Khuy`, `Dấu xén`. */
  readonly name: string;
  readonly for: LayerUse;
  /** In sheet coordinates. */
  readonly nodes: readonly SceneNode[];
  readonly resources: SceneResources;
}

/**
 * `press`: printed, as marks are. `cutter`: a plate of PDF files, which the cutter's RIP takes out of the picture; it
 * looks for it only in what prints (Caldera, “CutContour Troubleshooting”), so its layer prints.
 * `screen`: shows on screen and never prints by default.
 */
export type LayerUse = "press" | "cutter" | "screen";

/** A scene on a sheet. Nothing of it shows outside `window`. */
export interface Placement {
  readonly scene: Scene;
  /** Maps page coordinates (origin: trim) to sheet coordinates. */
  readonly transform: Matrix;
  /** In sheet coordinates. */
  readonly window: Rect;
}
