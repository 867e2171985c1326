import type { Mm } from "../../base/units.ts";
import type { Format } from "../format.ts";
import { bottomStrip, topStrip } from "./edges.ts";

// Sizes: docs/sources.md (X stands and roll-ups 0.6 × 1.6 and 0.8 × 1.8 m, roll-ups 0.8 × 2 and 0.85 × 2 m).
//
// Both kinds of stand share one artwork. A roll-up winds 6–8 in (150–200 mm) of the foot into its base and
// clamps 0.5–1 in (25 mm) at the top (largeformatgraphics.biz, docs/sources.md). An X stand hooks eyelets into the
// corners, 25–50 mm zones (docs/sources.md): they lie within the covered strips and the side margins.
//
// Bleed: sheet work takes 3 mm, a retractable-banner shop 1/4 in = 6.35 mm (egprintpro.com, read in 2026);
// 5 mm covers film that is trimmed by hand, and most shops need none.
//
// Viewing distance: 2 m, from where a visitor reads programmes and telephone, near the lower end of the 2–3 m of a fair
// (innovadruk.pl, read in 2026). The message itself must carry 4 m and more: templates give it that size.
//
// ppi: standee PP 120–150 (docs/sources.md); at 120 a 12-megapixel phone photo (4,000 px) fills 846 mm.
const standee = (id: string, name: Format["name"], width: Mm, height: Mm, foot: Mm): Format => ({
  id,
  name,
  family: "standee",
  medium: "print",
  width,
  height,
  pixels: null,
  bleed: 5,
  safe: { top: 50, right: 40, bottom: foot, left: 40 },
  viewingDistance: 2,
  ppi: 120,
  covered: [
    topStrip({ vi: "Nẹp trên", en: "Top rail" }, { width, height }, 25),
    bottomStrip({ vi: "Chân đế", en: "Base" }, { width, height }, foot),
  ],
  shape: "rectangle",
  wrap: 0,
  folds: [],
  profile: "pp-standee",
  uses: ["recruitment", "event", "office"],
});

export const STANDEES: readonly Format[] = [
  standee("standee-600x1600", { vi: "Standee 0,6 × 1,6 m", en: "Standee 0.6 × 1.6 m" }, 600, 1600, 150),
  standee("standee-800x1800", { vi: "Standee 0,8 × 1,8 m", en: "Standee 0.8 × 1.8 m" }, 800, 1800, 180),
  standee("standee-800x2000", { vi: "Standee 0,8 × 2 m", en: "Standee 0.8 × 2 m" }, 800, 2000, 200),
  standee("standee-850x2000", { vi: "Standee 0,85 × 2 m", en: "Standee 0.85 × 2 m" }, 850, 2000, 200),
];
