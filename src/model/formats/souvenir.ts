import { uniformInsets } from "../../base/geometry.ts";
import type { Format } from "../format.ts";
import { sideStrips } from "./edges.ts";

const souvenir = {
  family: "souvenir",
  medium: "print",
  pixels: null,
  shape: "rectangle",
  wrap: 0,
  folds: [],
  uses: ["souvenir", "event"],
} as const satisfies Partial<Format>;

const MUG = { width: 200, height: 90 } as const;

export const SOUVENIRS: readonly Format[] = [
  // Straight 11 oz mug: the transfer is 20 × 9 cm at 300 ppi (socialmediamax.co.uk, read in 2026; others say 8.5 × 3.7
  // and 9 × 3.5 in: ask the shop). The heat press grips the ends beside the handle, where prints fade, and a hand
  // covers them: 12 mm each (custom). Safe area: 6 mm to rim and foot. Bleed: 3 mm; the paper is cut by hand. Read
  // across a desk.
  {
    ...souvenir,
    ...MUG,
    id: "mug-wrap-200x90",
    name: { vi: "Hình in cốc sứ 200 × 90 mm", en: "Mug wrap 200 × 90 mm" },
    bleed: 3,
    safe: { top: 6, right: 14, bottom: 6, left: 14 },
    viewingDistance: 0.6,
    ppi: 300,
    covered: sideStrips({ vi: "Phía quai cốc", en: "Handle side" }, MUG, 12),
    profile: "sublimation",
  },
  // Print area on a cotton bag of about 35 × 40 cm (custom): frame and seams take the rest. Nothing is cut, so there is
  // no bleed: the cloth is the ground. Carried at the shoulder, it is read from 1.5 m. ppi: the weave holds no more
  // than 200 (custom).
  {
    ...souvenir,
    id: "tote-280x350",
    name: { vi: "Hình in túi vải 280 × 350 mm", en: "Tote bag print 280 × 350 mm" },
    width: 280,
    height: 350,
    bleed: 0,
    safe: uniformInsets(10),
    viewingDistance: 1.5,
    ppi: 200,
    covered: [],
    profile: "textile",
  },
];
