import { uniformInsets } from "../../base/geometry.ts";
import type { Mm } from "../../base/units.ts";
import type { Format } from "../format.ts";

// Sizes: docs/sources.md (phông nền 3 × 2, 4 × 3, 5 × 3, 6 × 3, 8 × 4 m).
//
// Bleed: 20 mm, which the weld or the hem folds to the back (kalendarzerzeszow.pl, docs/sources.md).
//
// Safe area: 150 mm. Eyelets and hem take 25–50 mm (helpdesk.caldera.com, docs/sources.md); the rest is what a frame,
// a truss or flowers at the side hide, and what hiflex loses when it is stretched by hand (custom).
//
// Viewing distance: 8 m, the middle rows of a hall and where a press photographer stands (custom): text that reads
// there is 51 mm high and more, and the message's capitals are 80 mm and more (art direction).
//
// ppi: 50–72 for backdrops over 3 m (docs/sources.md); 72 is what kalendarzerzeszow.pl asks for at 1:1.
const backdrop = (width: Mm, height: Mm): Format => {
  const [w, h] = [width / 1000, height / 1000];
  return {
    id: `backdrop-${w}x${h}m`,
    name: { vi: `Phông nền ${w} × ${h} m`, en: `Backdrop ${w} × ${h} m` },
    family: "backdrop",
    medium: "print",
    width,
    height,
    pixels: null,
    bleed: 20,
    safe: uniformInsets(150),
    viewingDistance: 8,
    ppi: 72,
    covered: [],
    shape: "rectangle",
    wrap: 0,
    folds: [],
    profile: "hiflex",
    uses: ["event", "ceremony"],
  };
};

export const BACKDROPS: readonly Format[] = [
  backdrop(3000, 2000),
  backdrop(4000, 3000),
  backdrop(5000, 3000),
  backdrop(6000, 3000),
  backdrop(8000, 4000),
];
