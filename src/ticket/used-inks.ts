/** The colours of a piece and the inks that they are printed with. */

import type { Rgb } from "../base/color.ts";
import { drawnColors } from "../export/ink/drawn-colors.ts";
import type { InkConverter } from "../export/ink/ink-converter.ts";
import { processOf } from "../export/ink/tint.ts";
import type { Ink } from "../model/ink.ts";
import type { Scene, SceneColor } from "../model/scene.ts";
import { decimal } from "./numbers.ts";

/** A colour as a swatch and in words. */
export interface UsedInk {
  /** In print, or on screen where there are no inks. */
  readonly look: Rgb;
  /** `C100 M84 Y8 K28`, `PANTONE 871 C 50 %`, or the value on screen where there are no inks. */
  readonly words: string;
}

/**
 * Each registered colour of the kit that the scenes draw with, once, in paint order; bare paper is no ink.
 * @param converter `null` for pieces that stay RGB
 */
export function usedInks(scenes: readonly Scene[], converter: InkConverter | null): readonly UsedInk[] {
  const used = new Map<string, UsedInk>();
  for (const { fragments } of scenes) {
    for (const color of fragments.flatMap(({ fragment }) => drawnColors(fragment.nodes))) {
      if (color.token === null) continue;
      const words = inkWords(color, converter);
      if (words === null || used.has(words)) continue;
      const look = converter ? converter.proof(processOf(converter.inkOf(color))) : color.rgb;
      used.set(words, { look, words });
    }
  }
  return [...used.values()];
}

/** The separations beyond C, M, Y and K. */
export function spotNames(scenes: readonly Scene[], converter: InkConverter): readonly string[] {
  const inks = scenes
    .flatMap(({ fragments }) => fragments.flatMap(({ fragment }) => drawnColors(fragment.nodes)))
    .map((color) => converter.inkOf(color));
  return [...new Set(inks.flatMap((ink) => (ink.kind === "spot" ? [ink.name] : [])))];
}

function inkWords(color: SceneColor, converter: InkConverter | null): string | null {
  if (!converter) return `R${color.rgb.r} G${color.rgb.g} B${color.rgb.b}`;
  return describeInk(converter.inkOf(color));
}

function describeInk(ink: Ink): string | null {
  switch (ink.kind) {
    case "process": {
      const parts = Object.entries(ink.cmyk).filter(([, amount]) => amount >= 0.5);
      if (parts.length === 0) return null;
      return parts.map(([name, amount]) => `${name.toUpperCase()}${decimal(Math.round(amount))}`).join(" ");
    }
    case "spot":
      return ink.tint === 100 ? ink.name : `${ink.name} ${decimal(ink.tint)} %`;
    case "registration":
      return null;
  }
}
