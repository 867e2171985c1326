import type { Mm } from "../../base/units.ts";
import type { Format, Zone } from "../format.ts";

const worn = {
  family: "badge",
  medium: "print",
  pixels: null,
  ppi: 300,
  folds: [],
} as const satisfies Partial<Format>;

/** The hole for the clip or the strap, in the middle of the top edge. */
const slot = (page: Mm, width: Mm, height: Mm): Zone => ({
  name: { vi: "Lỗ đeo", en: "Slot" },
  x: (page - width) / 2,
  y: 0,
  width,
  height,
});

const card = {
  ...worn,
  bleed: 3,
  shape: "rectangle",
  wrap: 0,
  // Names differ from card to card: short runs, ganged on a sheet.
  profile: "digital",
  uses: ["event", "office"],
} as const satisfies Partial<Format>;

export const BADGES: readonly Format[] = [
  // Pin badge of a 58 mm button machine: the face shows 58 mm, the paper is cut to 70 mm and wraps 6 mm round the
  // edge to the back [mem; machines differ by a millimetre or two: ask for the maker's cutting die]. `safe` is a
  // rectangle within the circle, a little higher than wide: a mark over short centred lines. 38 × 42 mm has a
  // diagonal of 56.6 mm: its corners are 0.7 mm inside the face, centred lines farther. 1 m is the distance of two
  // people who talk.
  {
    ...worn,
    id: "badge-58",
    name: { vi: "Huy hiệu tròn 58 mm", en: "Round badge 58 mm" },
    width: 70,
    height: 70,
    bleed: 2,
    safe: { top: 14, right: 16, bottom: 14, left: 16 },
    viewingDistance: 1,
    covered: [],
    shape: "circle",
    wrap: 6,
    profile: "badge",
    uses: ["event", "souvenir"],
  },
  // Name card for a holder with a strap or a pin: ISO/IEC 7810 ID-1 is 85.6 × 54 mm, shops say 86 × 54 (custom). Slot
  // punches cut 14 × 3 mm, 3–5 mm below the edge (custom): 20 × 9 mm are kept. Safe area: 4 mm, the frame of the
  // holder. Small lines are read from 0.5 m (9 pt); the name must carry farther, as the template's message.
  {
    ...card,
    id: "name-card-86x54",
    name: { vi: "Thẻ tên 86 × 54 mm", en: "Name card 86 × 54 mm" },
    width: 86,
    height: 54,
    safe: { top: 9, right: 4, bottom: 4, left: 4 },
    viewingDistance: 0.5,
    covered: [slot(86, 20, 9)],
  },
  // Event pass on a strap, the usual 9 × 13 cm pocket (custom). The slot of pocket and card and the clip on it take
  // 30 × 14 mm. Read from 0.8 m: small lines of 14 pt, and a name that greets from two metres.
  {
    ...card,
    id: "name-card-90x130",
    name: { vi: "Thẻ đeo sự kiện 90 × 130 mm", en: "Event pass 90 × 130 mm" },
    width: 90,
    height: 130,
    safe: { top: 14, right: 6, bottom: 6, left: 6 },
    viewingDistance: 0.8,
    covered: [slot(90, 30, 14)],
  },
];
