/** How large a QR code must be, by the format that carries it. */

import type { Mm } from "../base/units.ts";
import type { Format } from "./format.ts";

/** ISO/IEC 18004 §6.3.8: four modules of light around the symbol. */
export const QUIET_MODULES = 4;

/** Side of a symbol that phones read in the hand (art direction). */
const IN_HAND: Mm = 20;
/** Up to here a print is held in the hand, m. */
const ARM_LENGTH = 1;
/** People step up to a sign to scan it: never more than a fifth of its short side. */
const MOST_OF_SHORT_SIDE = 0.2;

/** Side of the smallest symbol, quiet zone not counted: 20 mm in the hand, a tenth of the distance on signage. */
export function leastQrSymbol({ medium, viewingDistance, width, height }: Format): Mm {
  if (medium !== "print" || viewingDistance <= ARM_LENGTH) return IN_HAND;
  return Math.max(IN_HAND, Math.min(viewingDistance * 100, Math.min(width, height) * MOST_OF_SHORT_SIDE));
}
