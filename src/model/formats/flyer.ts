import { uniformInsets } from "../../base/geometry.ts";
import type { Format } from "../format.ts";

// Read in the hand. Sizes and the 3 mm bleed that every shop accepts, text at least 3–5 mm inside: docs/sources.md
// (ISO 216; DL is a third of A4). 300 ppi is the offset standard there. 0.4 m is arm's length with a bent elbow.
const handheld = {
  family: "flyer",
  medium: "print",
  pixels: null,
  bleed: 3,
  safe: uniformInsets(5),
  viewingDistance: 0.4,
  ppi: 300,
  covered: [],
  shape: "rectangle",
  wrap: 0,
  folds: [],
  // Leaflets are ordered by the thousand: offset.
  profile: "offset",
  uses: ["recruitment", "event"],
} as const satisfies Partial<Format>;

export const FLYERS: readonly Format[] = [
  { ...handheld, id: "a5", name: { vi: "Tờ rơi A5", en: "Flyer A5" }, width: 148, height: 210 },
  { ...handheld, id: "a4", name: { vi: "Tờ rơi A4", en: "Flyer A4" }, width: 210, height: 297 },
  {
    ...handheld,
    id: "dl",
    name: { vi: "Tờ rơi DL (1/3 A4)", en: "Flyer DL (1/3 A4)" },
    width: 99,
    height: 210,
  },
];
