import { rect, translation } from "../../base/geometry.ts";
import type { Scene } from "../../model/scene.ts";
import type { Sheet } from "../../model/sheet.ts";

/** The page with its bleed and nothing around it, 1:1: what is looked at while designing. */
export function bleedSheet(scene: Scene): Sheet {
  const { trim, bleedBox } = scene.geometry;
  const whole = rect(0, 0, bleedBox.width, bleedBox.height);
  return {
    size: { width: whole.width, height: whole.height },
    bleedBox: whole,
    trimBox: rect(-bleedBox.x, -bleedBox.y, trim.width, trim.height),
    placements: [{ scene, transform: translation(-bleedBox.x, -bleedBox.y), window: whole }],
    layers: [],
  };
}
