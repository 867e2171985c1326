import { uniformInsets } from "../../base/geometry.ts";
import type { Format } from "../format.ts";

// Stickers, cut by a plotter along a contour: it wanders by up to 1 mm (custom), so text keeps 4 mm and more to it.
// Bleed: 2 mm; profile `decal-kiss-cut` asks for 5 because it cuts 2 mm outside. A round decal, on helmets and
// machines, is read from 1.5 m; a rectangular one, on laptops and doors, from 1 m by whoever stands before it.
//
// ppi: 300 as anything that may be looked at closely; the profile prints 150 on vinyl (docs/sources.md).
const decal = {
  family: "decal",
  medium: "print",
  pixels: null,
  bleed: 2,
  ppi: 300,
  covered: [],
  wrap: 0,
  folds: [],
  profile: "decal-kiss-cut",
  uses: ["souvenir", "event", "office"],
} as const satisfies Partial<Format>;

export const DECALS: readonly Format[] = [
  // `safe` is a rectangle within the circle, a little higher than wide: a mark over short centred lines. 62 × 68 mm
  // has a diagonal of 92 mm.
  {
    ...decal,
    id: "decal-round-100",
    name: { vi: "Đề can tròn 100 mm", en: "Round decal 100 mm" },
    width: 100,
    height: 100,
    safe: { top: 16, right: 19, bottom: 16, left: 19 },
    viewingDistance: 1.5,
    shape: "circle",
  },
  {
    ...decal,
    id: "decal-100x60",
    name: { vi: "Đề can 100 × 60 mm", en: "Decal 100 × 60 mm" },
    width: 100,
    height: 60,
    safe: uniformInsets(5),
    viewingDistance: 1,
    shape: "rectangle",
  },
  {
    ...decal,
    id: "decal-200x100",
    name: { vi: "Đề can 200 × 100 mm", en: "Decal 200 × 100 mm" },
    width: 200,
    height: 100,
    safe: uniformInsets(6),
    viewingDistance: 1,
    shape: "rectangle",
  },
];
