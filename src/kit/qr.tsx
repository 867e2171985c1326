import encodeQr from "qr";
import type { Mm } from "../base/units.ts";
import type { ColorToken } from "../model/color-token.ts";
import { type Mosaic, mosaicOf } from "../model/mosaic.ts";
import { leastQrSymbol, QUIET_MODULES } from "../model/qr-size.ts";
import type { PageContext } from "../model/template.ts";
import { isLight } from "./contrast.ts";
import { grid, isSignage } from "./grid.ts";
import type { Node } from "./jsx-runtime.ts";

export interface QrSetting {
  /** The modules, dark ones filled, the quiet zone included. */
  readonly modules: Mosaic;
  /** Side of the light square, quiet zone included. */
  readonly side: Mm;
  /** Width of the quiet zone, to align the dark modules with the grid. */
  readonly quiet: Mm;
}

/**
 * Error correction of level M: about 15 % of the code may be dirty or folded (ISO/IEC 18004).
 * @param symbol side of the code itself, without its quiet zone
 */
export function setQr(text: string, symbol: Mm): QrSetting {
  const modules = mosaicOf(encodeQr(text, "raw", { ecc: "medium", border: QUIET_MODULES }));
  const module = symbol / (modules.columns - 2 * QUIET_MODULES);
  return { modules, side: module * modules.columns, quiet: module * QUIET_MODULES };
}

/**
 * The side of a symbol that a phone reads: at least 20 mm in the hand, a tenth of the distance on signage.
 * @param share of the short side that it takes in the hand where that is more
 */
export function qrSymbolSize(page: PageContext, share = 0.16): Mm {
  const least = leastQrSymbol(page.format);
  return isSignage(page) ? least : Math.max(least, grid(page).short * share);
}

/**
 * A QR code, dark on light, as one vector path.
 * @param ground what it stands on: a light ground is its quiet zone, on any other it brings a square of paper
 */
export const Qr = (
  { set, ground = "primary" }: { readonly set: QrSetting; readonly ground?: ColorToken },
  page: PageContext,
): Node => {
  const { modules, side } = set;
  const { columns } = modules;
  return (
    <svg viewBox={`0 0 ${columns} ${columns}`} width={side} height={side} style={{ flexShrink: 0 }}>
      <rect width={columns} height={columns} fill={page.color(isLight(ground) ? ground : "paper")} />
      <path d={modules} fill={page.color("ink")} fill-rule="evenodd" />
    </svg>
  );
};
