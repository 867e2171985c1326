/** Tints of inks, and the process colour that any ink comes to. */

import type { Cmyk } from "../../base/color.ts";
import type { Ink } from "../../model/ink.ts";

/** The ink printed at `percent` % of its strength, 0–100. */
export function tinted(ink: Ink, percent: number): Ink {
  return ink.kind === "process"
    ? { kind: "process", cmyk: scaled(ink.cmyk, percent / 100) }
    : { ...ink, tint: (ink.tint * percent) / 100 };
}

/** What goes on the four process plates where there is no other: a spot's stand-in, registration on all of them. */
export function processOf(ink: Ink): Cmyk {
  switch (ink.kind) {
    case "process":
      return ink.cmyk;
    case "spot":
      return scaled(ink.alternate, ink.tint / 100);
    case "registration":
      return { c: ink.tint, m: ink.tint, y: ink.tint, k: ink.tint };
  }
}

const scaled = ({ c, m, y, k }: Cmyk, factor: number): Cmyk => ({
  c: c * factor,
  m: m * factor,
  y: y * factor,
  k: k * factor,
});
