import { uniformInsets } from "../../base/geometry.ts";
import type { Format } from "../format.ts";

// Cẩm nang: one page of a booklet, folded once and stapled through the spine; A5 is the usual size (custom).
//
// Bleed and resolution are those of sheet work (docs/sources.md). Safe area: 8 mm rather than a leaflet's 5: the trim
// of a stapled booklet creeps from sheet to sheet, and at the spine 5 mm vanish in the gutter (custom). It is the same
// on all sides because left and right pages share one format. Read in the hand like a flyer.
export const HANDBOOKS: readonly Format[] = [
  {
    id: "handbook-a5",
    name: { vi: "Cẩm nang A5", en: "Handbook A5" },
    family: "handbook",
    medium: "print",
    width: 148,
    height: 210,
    pixels: null,
    bleed: 3,
    safe: uniformInsets(8),
    viewingDistance: 0.4,
    ppi: 300,
    covered: [],
    shape: "rectangle",
    wrap: 0,
    folds: [],
    profile: "saddle-stitch",
    uses: ["recruitment", "office"],
  },
];
