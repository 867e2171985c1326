/** How many pixels a length in millimetres makes. */

import { fail } from "../../base/diagnostic.ts";
import type { Size } from "../../base/geometry.ts";
import { mmToPx, type Ppi } from "../../base/units.ts";

/** 400 megapixels: an A0 poster at 400 ppi, 1.2 GB of colour. */
export const PIXEL_LIMIT = 400e6;

/** Whole pixels, at least one each way. */
export const pixelSizeOf = ({ width, height }: Size, ppi: Ppi): Size => ({
  width: Math.max(1, Math.round(mmToPx(width, ppi))),
  height: Math.max(1, Math.round(mmToPx(height, ppi))),
});

/** Ends the request when a picture would not fit into memory or into any viewer. */
export function refuseTooLarge({ width, height }: Size): void {
  if (width * height <= PIXEL_LIMIT) return;
  const megapixels = Math.round((width * height) / 1e6);
  fail("export.too-large", {
    found: `${width} × ${height} px (${megapixels} MP)`,
    limit: `${PIXEL_LIMIT / 1e6} MP`,
  });
}
