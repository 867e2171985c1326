import { uniformInsets } from "../../base/geometry.ts";
import { halfFold, letterFold } from "../fold.ts";
import type { Format } from "../format.ts";

// Folded sheets are ordered by their flat size (kích thước trải); A4 folded in three or in two is the usual tờ gấp
// (docs/sources.md). A letter fold asks for a shorter inner flap, 97 + 100 + 100 (docs/sources.md); half of A4 is A5
// (ISO 216).
//
// Bleed, safe area, resolution and distance are those of a flyer: it is printed and held the same way. The safe area
// is measured from the trim; how far text keeps from a fold is the template's affair. A3 folded once (docs/sources.md)
// closes to A4.
const brochure = {
  family: "brochure",
  medium: "print",
  pixels: null,
  bleed: 3,
  safe: uniformInsets(5),
  viewingDistance: 0.4,
  ppi: 300,
  covered: [],
  shape: "rectangle",
  wrap: 0,
  profile: "offset",
  uses: ["recruitment", "office"],
} as const satisfies Partial<Format>;

const A4 = { width: 297, height: 210 } as const;
const A3 = { width: 420, height: 297 } as const;

export const BROCHURES: readonly Format[] = [
  {
    ...brochure,
    ...A4,
    id: "brochure-trifold-a4",
    name: { vi: "Tờ gấp ba A4", en: "Trifold brochure A4" },
    folds: [...letterFold(A4.width)],
  },
  {
    ...brochure,
    ...A4,
    id: "brochure-bifold-a4",
    name: { vi: "Tờ gấp đôi A4 (thành phẩm A5)", en: "Bifold brochure A4 (closes to A5)" },
    folds: [...halfFold(A4.width)],
  },
  {
    ...brochure,
    ...A3,
    id: "brochure-bifold-a3",
    name: { vi: "Tờ gấp đôi A3 (thành phẩm A4)", en: "Bifold brochure A3 (closes to A4)" },
    folds: [...halfFold(A3.width)],
  },
];
