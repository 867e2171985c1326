/** Places pages on sheets: one page a sheet, at its trim size or with its bleed around it. */

import type { Outcome } from "../base/diagnostic.ts";
import { IDENTITY, type Rect, rect, translation } from "../base/geometry.ts";
import type { OutputProfile } from "../model/output-profile.ts";
import type { PageGeometry } from "../model/page-geometry.ts";
import type { Scene } from "../model/scene.ts";
import type { Sheet } from "../model/sheet.ts";

/** Every page once, in order. */
export function impose(scenes: readonly Scene[], profile: OutputProfile): Outcome<readonly Sheet[]> {
  return { value: scenes.map((scene) => imposeOne(scene, profile)), diagnostics: [] };
}

function imposeOne(scene: Scene, profile: OutputProfile): Sheet {
  const shown = shownBox(scene.geometry, profile);
  const { trim } = scene.geometry;
  const sheetBox = rect(0, 0, shown.width, shown.height);
  // A whole sheet without bleed keeps the identity, so that exporters write no transform.
  const moved = shown.x !== 0 || shown.y !== 0;
  return {
    size: { width: shown.width, height: shown.height },
    bleedBox: sheetBox,
    trimBox: rect(trim.x - shown.x, trim.y - shown.y, trim.width, trim.height),
    placements: [{ scene, transform: moved ? translation(-shown.x, -shown.y) : IDENTITY, window: sheetBox }],
    layers: [],
  };
}

/** The part of the page that the sheet shows, in page coordinates. */
const shownBox = ({ trim, bleedBox }: PageGeometry, { bleed }: OutputProfile): Rect =>
  bleed === "none" ? trim : bleedBox;
