/** Pieces for screens, given in pixels. */

import type { Insets } from "../../base/geometry.ts";
import { CSS_PPI, type Mm, type Px, pxToMm } from "../../base/units.ts";
import type { Format, Zone } from "../format.ts";

// A screen has no millimetres of its own, so a canvas counts 96 px to the inch, and the viewing distance is set so
// that the canvas looks as large from there as the picture does from where it is really seen. Text that passes at
// that distance is legible on the real screen.

/** The size of a picture element of a canvas, mm. */
export const canvasMm = (px: Px): Mm => pxToMm(px, CSS_PPI);

/** A picture as people see it. */
export interface Sight {
  /** How wide the picture is, mm. */
  readonly width: Mm;
  /** From how far it is seen, m. */
  readonly distance: number;
}

/** A phone in the hand shows pictures about 65 mm wide and is held 0.3 m away. */
export const PHONE: Sight = { width: 65, distance: 0.3 };

/**
 * The viewing distance of a canvas, m.
 * @param shown how many pixels of the canvas the picture's width shows
 */
export const distanceFor = (shown: Px, { width, distance }: Sight): number =>
  Math.round((100 * distance * canvasMm(shown)) / width) / 100;

export interface Canvas extends Pick<Format, "id" | "name" | "family" | "viewingDistance" | "uses"> {
  readonly width: Px;
  readonly height: Px;
  /** px */
  readonly safe: Insets;
  /** px */
  readonly covered?: readonly Zone[];
  readonly shape?: Format["shape"];
}

export function canvasFormat({ width, height, safe, covered = [], shape, ...rest }: Canvas): Format {
  return {
    ...rest,
    medium: "screen",
    width: canvasMm(width),
    height: canvasMm(height),
    pixels: { width, height },
    bleed: 0,
    safe: {
      top: canvasMm(safe.top),
      right: canvasMm(safe.right),
      bottom: canvasMm(safe.bottom),
      left: canvasMm(safe.left),
    },
    ppi: CSS_PPI,
    covered: covered.map((zone) => ({
      name: zone.name,
      x: canvasMm(zone.x),
      y: canvasMm(zone.y),
      width: canvasMm(zone.width),
      height: canvasMm(zone.height),
    })),
    shape: shape ?? "rectangle",
    wrap: 0,
    folds: [],
    profile: "web",
  };
}

/** Insets that differ across and down. */
export const insets = (y: Px, x: Px): Insets => ({ top: y, right: x, bottom: y, left: x });
