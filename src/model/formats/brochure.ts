import { uniformInsets } from "../../base/geometry.ts";
import { halfFold, letterFold } from "../fold.ts";
import type { Format } from "../format.ts";

// Folded sheets are ordered by their flat size (kích thước trải); A4 folded in three or in two is the usual tờ gấp
// (facts.md d). A letter fold asks for a shorter inner flap, 97 + 100 + 100 (facts.md d); half of A4 is A5 (ISO 216).
//
// Bleed, safe area, resolution and distance are those of a flyer: it is printed and held the same way. The safe area
// is measured from the trim; how far text keeps from a fold is the template's affair.
const brochure = {
  family: "brochure",
  medium: "print",
  width: 297,
  height: 210,
  pixels: null,
  bleed: 3,
  safe: uniformInsets(5),
  viewingDistance: 0.4,
  ppi: 300,
  covered: [],
} as const satisfies Partial<Format>;

export const BROCHURES: readonly Format[] = [
  {
    ...brochure,
    id: "brochure-trifold-a4",
    name: { vi: "Tờ gấp ba A4", en: "Trifold brochure A4" },
    folds: [...letterFold(brochure.width)],
  },
  {
    ...brochure,
    id: "brochure-bifold-a4",
    name: { vi: "Tờ gấp đôi A4 (thành phẩm A5)", en: "Bifold brochure A4 (closes to A5)" },
    folds: [...halfFold(brochure.width)],
  },
];
