import type { Mm } from "../../base/units.ts";
import type { Format } from "../format.ts";
import { bottomStrip, frameStrips, sideStrips, topStrip } from "./edges.ts";

const flex = {
  family: "bandroll",
  medium: "print",
  pixels: null,
  // For the weld (docs/sources.md).
  bleed: 20,
  // Hiflex band 72–100 (docs/sources.md).
  ppi: 100,
  shape: "rectangle",
  wrap: 0,
  folds: [],
} as const satisfies Partial<Format>;

const metres = (width: Mm, height: Mm): readonly [w: number, h: number] => [width / 1000, height / 1000];
const sized = (w: number, h: number) => ({ vi: `${w} × ${h} m`.replaceAll(".", ","), en: `${w} × ${h} m` });

// Băng rôn ngang: sizes of docs/sources.md, and 6 × 0.8 m of the plan.
//
// Covered: hem and eyelets take 25–50 mm of the edge (docs/sources.md), the larger is kept. Safe area: at the ends 100
// mm, because the ropes gather the cloth there (custom).
//
// Viewing distance: a bandroll hangs on a fence or between poles along a street (never across it: Đ.27) and is read
// from the opposite kerb: 10 m for 0.8 and 1 m of height, 15 m for 1.5 m, 20 m for 2 m. The smallest legal one
// decides: 0.8 m leaves 0.7 m, where 10 m ask for contact lines of 64 mm and a message of 143 mm (capitals
// 100 mm): two lines of message and one of name and address take about 0.45 m; at 15 m they would fill all of it.
const bandroll = (width: Mm, height: Mm, viewingDistance: number): Format => {
  const [w, h] = metres(width, height);
  const size = sized(w, h);
  return {
    ...flex,
    id: `bandroll-${w}x${h}m`,
    name: { vi: `Băng rôn ${size.vi}`, en: `Bandroll ${size.en}` },
    width,
    height,
    safe: { top: 50, right: 100, bottom: 50, left: 100 },
    viewingDistance,
    covered: frameStrips({ vi: "Biên gấp và khuy", en: "Hem and eyelets" }, { width, height }, 50),
    profile: "hiflex",
    uses: ["outdoor", "recruitment", "event"],
  };
};

/** A pocket for a pole of 32 mm is 3 in deep (docs/sources.md); profile `hiflex-pocket` welds 80 mm. */
const POCKET: Mm = 80;

// Phướn: sizes of docs/sources.md. A pole runs through a pocket at the head and at the foot; its loop takes 80 mm of
// the face. Safe area: 120 mm there, 50 mm at the sides for the hem.
//
// Viewing distance: from the pavement and the lane beside it. The width decides, because a line must hold “tuyển
// sinh”: about eleven letters of a message whose capitals are a hundredth of the distance fit into 0.5 m at 5 m.
const pennant = (width: Mm, height: Mm, viewingDistance: number): Format => {
  const [w, h] = metres(width, height);
  const size = sized(w, h);
  return {
    ...flex,
    id: `pennant-${w}x${h}m`,
    name: { vi: `Phướn dọc ${size.vi}`, en: `Pennant ${size.en}` },
    width,
    height,
    safe: { top: 120, right: 50, bottom: 120, left: 50 },
    viewingDistance,
    covered: [
      topStrip({ vi: "Túi luồn cây trên", en: "Top pocket" }, { width, height }, POCKET),
      bottomStrip({ vi: "Túi luồn cây dưới", en: "Bottom pocket" }, { width, height }, POCKET),
      ...sideStrips({ vi: "Biên gấp", en: "Hem" }, { width, height }, 30, { top: POCKET, bottom: POCKET }),
    ],
    profile: "hiflex-pocket",
    uses: ["outdoor", "event", "recruitment"],
  };
};

export const BANDROLLS: readonly Format[] = [
  bandroll(3000, 1000, 10),
  bandroll(4000, 1000, 10),
  bandroll(6000, 800, 10),
  bandroll(5000, 1500, 15),
  bandroll(6000, 1500, 15),
  bandroll(10000, 2000, 20),
  pennant(600, 2000, 5),
  pennant(800, 2500, 6.5),
  pennant(1000, 3000, 8),
];
