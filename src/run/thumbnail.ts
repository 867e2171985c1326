/** How small pictures of a piece are rendered. */

import { MM_PER_INCH, type Mm, type Ppi, type Px } from "../base/units.ts";

/** Taller pieces get narrower, so that a standee does not fill three screens. */
const TALLEST = 1.5;

/** The resolution at which a piece is `width` px wide, or 1.5 times that high. */
export function thumbnailPpi(piece: { readonly width: Mm; readonly height: Mm }, width: Px): Ppi {
  const perMm = Math.min(width / piece.width, (width * TALLEST) / piece.height);
  return Math.round(perMm * MM_PER_INCH * 1000) / 1000;
}

/** The size that a PNG file says it has (PNG, W3C REC, 11.2.2: IHDR is first), px. */
export function pngSize(bytes: Uint8Array): { readonly width: Px; readonly height: Px } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}
