import { uniformInsets } from "../../base/geometry.ts";
import type { Mm } from "../../base/units.ts";
import type { Format } from "../format.ts";

// Pa nô tấm lớn: flex stretched over a steel frame beside a road [mem for the sizes].
//
// Bleed: 50 mm; the cloth is pulled round a 40 mm box section and riveted behind it (custom), which profile
// `hiflex-panel` lays out as its hem. Nothing covers the face. Safe area: a thirtieth of the height, at least 120 mm:
// stretching by hand moves the picture by some centimetres (custom).
//
// Viewing distance: where a rider who comes along begins to read. At 40–50 km/h five seconds are 55–70 m; but the
// smallest lines, name and address (Đ.27), are read by who waits or walks below: 20 m for 3 m of height to 40 m for 6
// m. The message's capitals are then 200–400 mm, and read to about three times that distance (docs/sources.md).
//
// ppi: pa nô 30–50 (docs/sources.md).
const panel = (width: Mm, height: Mm, viewingDistance: number, ppi: number): Format => {
  const [w, h] = [width / 1000, height / 1000];
  return {
    id: `panel-${w}x${h}m`,
    name: { vi: `Pa nô ${w} × ${h} m`, en: `Billboard ${w} × ${h} m` },
    family: "panel",
    medium: "print",
    width,
    height,
    pixels: null,
    bleed: 50,
    safe: uniformInsets(Math.max(120, height / 30)),
    viewingDistance,
    ppi,
    covered: [],
    shape: "rectangle",
    wrap: 0,
    folds: [],
    profile: "hiflex-panel",
    uses: ["outdoor", "recruitment"],
  };
};

export const PANELS: readonly Format[] = [
  panel(4000, 3000, 20, 50),
  panel(6000, 4000, 25, 50),
  panel(10000, 5000, 35, 30),
  panel(12000, 6000, 40, 30),
];
