import { uniformInsets } from "../../base/geometry.ts";
import type { Mm } from "../../base/units.ts";
import type { Format } from "../format.ts";
import { frameStrips } from "./edges.ts";

// Bảng quảng cáo ngang: hiflex at a gate, on a fence or a wall, twice as wide as high (custom).
//
// Bleed: 20 mm for the weld (docs/sources.md). Covered: hem and eyelets take 25–50 mm of the edge (docs/sources.md),
// the larger is kept. Safe area: 80 mm, so that nothing seems to hang on the ropes.
//
// Viewing distance: 8 × the height, 8 m in front of a gate, 16 m across a street. Then the smallest text is 1/19 and
// the message's capitals are 1/12 of the height: two lines of message, an address and a telephone fit with room.
//
// ppi: 100 is the least for banners (largeformatgraphics.biz, docs/sources.md).
const banner = (width: Mm, height: Mm): Format => {
  const [w, h] = [width / 1000, height / 1000];
  return {
    id: `banner-${w}x${h}m`,
    name: {
      vi: `Bảng quảng cáo ngang ${w} × ${h} m`.replaceAll(".", ","),
      en: `Banner ${w} × ${h} m`,
    },
    family: "banner",
    medium: "print",
    width,
    height,
    pixels: null,
    bleed: 20,
    safe: uniformInsets(80),
    viewingDistance: 8 * h,
    ppi: 100,
    covered: frameStrips({ vi: "Biên gấp và khuy", en: "Hem and eyelets" }, { width, height }, 50),
    shape: "rectangle",
    wrap: 0,
    folds: [],
    profile: "hiflex",
    uses: ["recruitment", "outdoor", "event"],
  };
};

export const BANNERS: readonly Format[] = [banner(2000, 1000), banner(3000, 1500), banner(4000, 2000)];
