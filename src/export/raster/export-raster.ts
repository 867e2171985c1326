/** A sheet as a picture file, painted from the same scenes as the PDF. */

import type { Outcome } from "../../base/diagnostic.ts";
import { type Rect, rect, type Size } from "../../base/geometry.ts";
import type { Ppi } from "../../base/units.ts";
import type { Sheet } from "../../model/sheet.ts";
import { covers } from "../display-list/covers.ts";
import { sheetLayers } from "../display-list/sheet-layers.ts";
import { bandsOf, paintBand } from "./bands.ts";
import { encode } from "./encode.ts";
import { pixelSizeOf, refuseTooLarge } from "./pixel-size.ts";
import { PngFile } from "./png/png-file.ts";
import { openLayers, type PaintLayer } from "./skia/paint-region.ts";
import { straighten } from "./straighten.ts";

export interface RasterOptions {
  readonly as: "png" | "jpeg" | "webp";
  readonly ppi: Ppi;
  /** Stored in the file's metadata. */
  readonly title: string;
}

/**
 * Where nothing is painted, PNG and WebP stay transparent and JPEG turns white.
 * @throws AnphamError `export.too-large` above {@link refuseTooLarge}'s limit
 */
export async function exportRaster(
  sheet: Sheet,
  { as, ppi, title }: RasterOptions,
): Promise<Outcome<Uint8Array>> {
  const pixelSize = pixelSizeOf(sheet.size, ppi);
  refuseTooLarge(pixelSize);
  const page = rect(0, 0, sheet.size.width, sheet.size.height);
  const layers = await openLayers(sheetLayers(sheet), ppi);
  const lists = layers.map(({ nodes }) => nodes);
  const covered = covers(lists, page, UNSEEN * (page.width / pixelSize.width));
  if (as === "png" && covered) {
    const file = new PngFile({ pixelSize, opaque: true, ppi, title });
    for (const band of bandsOf(pixelSize, BAND_PIXELS)) {
      file.add(await paintBand(layers, page, pixelSize, band, "white"));
    }
    return { value: file.end(), diagnostics: [] };
  }
  const rgba = await paint(layers, page, pixelSize, covered ? "white" : "none");
  const opaque = covered || straighten(rgba, pixelSize.width);
  return { value: await encode({ ...pixelSize, opaque, rgba }, { as, ppi, title }), diagnostics: [] };
}

/** 10 megapixels, 40 MB, a little more than A4 at 300 ppi: larger pictures are painted in bands. */
const BAND_PIXELS = 10e6;

/** Gaps between grounds that are rounding's, pixels. */
const UNSEEN = 0.2;

async function paint(
  layers: readonly PaintLayer[],
  page: Rect,
  pixelSize: Size,
  paper: "white" | "none",
): Promise<Uint8Array> {
  const bands = bandsOf(pixelSize, BAND_PIXELS);
  if (bands.length === 1) return await paintBand(layers, page, pixelSize, bands[0]!, paper);
  const whole = Buffer.alloc(pixelSize.width * pixelSize.height * 4);
  for (const band of bands) {
    whole.set(await paintBand(layers, page, pixelSize, band, paper), band.top * pixelSize.width * 4);
  }
  return whole;
}
