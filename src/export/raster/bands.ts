/** Pictures too large to hold: painted in stripes of full width, from the top down. */

import { setImmediate } from "node:timers/promises";
import { type Rect, rect, type Size } from "../../base/geometry.ts";
import type { Px } from "../../base/units.ts";
import { type PaintLayer, paintRegion } from "./skia/paint-region.ts";

export interface Band {
  /** Rows of the picture above it. */
  readonly top: Px;
  readonly rows: Px;
}

/**
 * Bands that cover the picture in order, as equal as can be.
 * @param mostPixels in one band, unless a single multiple of rows already has more
 * @param multiple every band but the last has a multiple of this many rows
 */
export function bandsOf({ width, height }: Size, mostPixels: number, multiple: Px = 1): readonly Band[] {
  const count = Math.ceil((width * height) / mostPixels);
  const rows = Math.ceil(height / count / multiple) * multiple;
  const bands: Band[] = [];
  for (let top = 0; top < height; top += rows) bands.push({ top, rows: Math.min(rows, height - top) });
  return bands;
}

/**
 * The pixels of one band: four bytes each, colour multiplied by alpha. Whatever else waits has its turn first.
 * @param page what the whole picture shows, mm, in the layers' coordinates
 * @param pixelSize of the whole picture
 */
export async function paintBand(
  layers: readonly PaintLayer[],
  page: Rect,
  pixelSize: Size,
  { top, rows }: Band,
  paper: "white" | "none" = "none",
): Promise<Uint8Array> {
  const mm = page.height / pixelSize.height;
  const region = rect(page.x, page.y + top * mm, page.width, rows * mm);
  await setImmediate();
  return paintRegion(layers, region, { width: pixelSize.width, height: rows }, paper);
}
