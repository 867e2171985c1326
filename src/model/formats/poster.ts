import { uniformInsets } from "../../base/geometry.ts";
import type { Format } from "../format.ts";

// Sizes: docs/sources.md (ISO 216; 60 × 80 cm is the common cut of the 65 × 86 cm sheet; 60 × 90 and 80 × 120 cm).
//
// Bleed: 3 mm for sheet work (docs/sources.md); 5 mm for what is printed from the roll and trimmed by hand: A1, A0,
// 60 × 90 and 80 × 120 cm, none of which a 65 × 86 cm sheet holds with marks. They go to PP film, the others to offset.
//
// Viewing distance: from where the smallest text is read, about five times the short side. With the art
// direction's x-height ≥ distance / 300, small text is then the same share of every poster's width (1/60).
//
// Safe area: the 5 mm of sheet work for A3, growing with the size as hand trimming, tape and frames do.
//
// ppi: offset 300, floor 250, A1 and A0 150 (docs/sources.md); the other large ones as these.
const poster = {
  family: "poster",
  medium: "print",
  pixels: null,
  covered: [],
  shape: "rectangle",
  wrap: 0,
  folds: [],
} as const satisfies Partial<Format>;

const offset = {
  ...poster,
  profile: "offset",
  uses: ["recruitment", "event"],
} as const satisfies Partial<Format>;
const roll = {
  ...poster,
  bleed: 5,
  ppi: 150,
  profile: "pp-standee",
  uses: ["recruitment", "event", "outdoor"],
} as const satisfies Partial<Format>;

export const POSTERS: readonly Format[] = [
  {
    ...offset,
    id: "a3",
    name: { vi: "Áp phích A3", en: "Poster A3" },
    width: 297,
    height: 420,
    bleed: 3,
    safe: uniformInsets(8),
    viewingDistance: 1.5,
    ppi: 300,
  },
  {
    ...offset,
    id: "a2",
    name: { vi: "Áp phích A2", en: "Poster A2" },
    width: 420,
    height: 594,
    bleed: 3,
    safe: uniformInsets(10),
    viewingDistance: 2,
    ppi: 250,
  },
  {
    ...offset,
    id: "poster-600x800",
    name: { vi: "Áp phích 60 × 80 cm", en: "Poster 60 × 80 cm" },
    width: 600,
    height: 800,
    bleed: 3,
    safe: uniformInsets(15),
    viewingDistance: 3,
    ppi: 150,
  },
  {
    ...roll,
    id: "poster-600x900",
    name: { vi: "Áp phích 60 × 90 cm", en: "Poster 60 × 90 cm" },
    width: 600,
    height: 900,
    safe: uniformInsets(15),
    viewingDistance: 3,
  },
  {
    ...roll,
    id: "poster-800x1200",
    name: { vi: "Áp phích 80 × 120 cm", en: "Poster 80 × 120 cm" },
    width: 800,
    height: 1200,
    safe: uniformInsets(20),
    viewingDistance: 4,
  },
  {
    ...roll,
    id: "a1",
    name: { vi: "Áp phích A1", en: "Poster A1" },
    width: 594,
    height: 841,
    safe: uniformInsets(15),
    viewingDistance: 3,
  },
  {
    ...roll,
    id: "a0",
    name: { vi: "Áp phích A0", en: "Poster A0" },
    width: 841,
    height: 1189,
    safe: uniformInsets(20),
    viewingDistance: 4,
  },
];
