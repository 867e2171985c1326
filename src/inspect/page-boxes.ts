/** A page's boxes (ISO 32000-1 §14.11.2) and the way from its user space to millimetres. */

import { type Insets, type Matrix, mapRect, type Rect, rect } from "../base/geometry.ts";
import { type Mm, ptToMm } from "../base/units.ts";
import { boxOf } from "./content/nested.ts";
import type { PdfDocument } from "./file/document.ts";
import type { PageObject } from "./file/pages.ts";

export const BOX_NAMES = ["MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox"] as const;
export type BoxName = (typeof BOX_NAMES)[number];

export interface PageBoxes {
  /** Those that the page has, in default user space. */
  readonly own: ReadonlyMap<BoxName, Rect>;
  /** Effective boxes, mm from the trim's top left corner as the page is shown, y down. */
  readonly media: Rect;
  readonly crop: Rect;
  readonly bleed: Rect;
  readonly trim: Rect;
  /** Which box the trim was taken from. */
  readonly trimFrom: BoxName;
  /** Bleed on each side as the page is shown, mm; negative where the bleed lies inside the trim. */
  readonly bleedInsets: Insets;
  /** Clockwise degrees: 0, 90, 180 or 270. */
  readonly rotation: number;
  /** 1/72 in a unit of user space (§14.11.2, table 30). */
  readonly userUnit: number;
  /** Maps default user space to mm from the trim's top left corner. */
  readonly toMm: Matrix;
}

/** Used when a page has none at all: US Letter, as viewers do. */
const FALLBACK = rect(0, 0, 612, 792);

export function readBoxes(document: PdfDocument, { dict }: PageObject): PageBoxes {
  const own = new Map<BoxName, Rect>();
  for (const name of BOX_NAMES) {
    const box = boxOf(document.numbers(dict.get(name)));
    if (box) own.set(name, box);
  }
  const media = own.get("MediaBox") ?? FALLBACK;
  const crop = own.get("CropBox") ?? media;
  const trimFrom = (["TrimBox", "ArtBox", "CropBox"] as const).find((name) => own.has(name)) ?? "MediaBox";
  const trim = own.get(trimFrom) ?? media;
  const bleed = own.get("BleedBox") ?? crop;
  const userUnit = Math.max(1e-6, document.numberAt(dict, "UserUnit") ?? 1);
  const rotation = (((document.numberAt(dict, "Rotate") ?? 0) % 360) + 360) % 360;
  const toMm = matrixFor(trim, rotation, ptToMm(userUnit));
  const mapped = { media: mapRect(toMm, media), crop: mapRect(toMm, crop), bleed: mapRect(toMm, bleed) };
  const shown = mapRect(toMm, trim);
  return {
    own,
    ...mapped,
    trim: shown,
    trimFrom,
    bleedInsets: {
      top: shown.y - mapped.bleed.y,
      left: shown.x - mapped.bleed.x,
      right: mapped.bleed.x + mapped.bleed.width - shown.x - shown.width,
      bottom: mapped.bleed.y + mapped.bleed.height - shown.y - shown.height,
    },
    rotation,
    userUnit,
    toMm,
  };
}

/** @param unit mm a unit of user space */
function matrixFor({ x, y, width, height }: Rect, rotation: number, unit: Mm): Matrix {
  switch (rotation) {
    case 90:
      return [0, unit, unit, 0, -y * unit, -x * unit];
    case 180:
      return [-unit, 0, 0, unit, (x + width) * unit, -y * unit];
    case 270:
      return [0, -unit, -unit, 0, (y + height) * unit, (x + width) * unit];
    default:
      return [unit, 0, 0, -unit, -x * unit, (y + height) * unit];
  }
}
