import { uniformInsets } from "../../base/geometry.ts";
import type { Format } from "../format.ts";

// Giấy mời: a flat card, printed on two sides; A5 and a third of A4 on their sides (ISO 216, docs/sources.md), which go
// into C5 and DL envelopes. Bleed, resolution and distance as a flyer. Safe area: 8 mm, the margin that formal cards
// keep at least (custom). Guests' names differ: digital.
const invitation = {
  family: "invitation",
  medium: "print",
  width: 210,
  pixels: null,
  bleed: 3,
  safe: uniformInsets(8),
  viewingDistance: 0.4,
  ppi: 300,
  covered: [],
  shape: "rectangle",
  wrap: 0,
  folds: [],
  profile: "digital",
  uses: ["ceremony", "event"],
} as const satisfies Partial<Format>;

export const INVITATIONS: readonly Format[] = [
  {
    ...invitation,
    id: "invitation-210x148",
    name: { vi: "Giấy mời 210 × 148 mm", en: "Invitation 210 × 148 mm" },
    height: 148,
  },
  {
    ...invitation,
    id: "invitation-dl",
    name: { vi: "Giấy mời 210 × 99 mm", en: "Invitation 210 × 99 mm" },
    height: 99,
  },
];
