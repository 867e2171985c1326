import { uniformInsets } from "../../base/geometry.ts";
import type { Format } from "../format.ts";

// Sizes: facts.md d (ISO 216; 60 × 80 cm is the common cut of the 65 × 86 cm sheet).
//
// Bleed: 3 mm for sheet work (facts.md d); 5 mm for A1 and A0, which are printed from the roll and trimmed by hand.
//
// Viewing distance: from where the smallest text is read, about five times the short side. With the art
// direction's x-height ≥ distance / 300, small text is then the same share of every poster's width (1/60).
//
// Safe area: the 5 mm of sheet work for A3, growing with the size as hand trimming, tape and frames do.
//
// ppi: offset 300, floor 250, A1 and A0 150 (facts.md d).
const poster = {
  family: "poster",
  medium: "print",
  pixels: null,
  covered: [],
} as const satisfies Partial<Format>;

export const POSTERS: readonly Format[] = [
  {
    ...poster,
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
    ...poster,
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
    ...poster,
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
    ...poster,
    id: "a1",
    name: { vi: "Áp phích A1", en: "Poster A1" },
    width: 594,
    height: 841,
    bleed: 5,
    safe: uniformInsets(15),
    viewingDistance: 3,
    ppi: 150,
  },
  {
    ...poster,
    id: "a0",
    name: { vi: "Áp phích A0", en: "Poster A0" },
    width: 841,
    height: 1189,
    bleed: 5,
    safe: uniformInsets(20),
    viewingDistance: 4,
    ppi: 150,
  },
];
