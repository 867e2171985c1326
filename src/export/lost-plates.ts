/** What a print shop needs of a sheet and pictures cannot hold. */

import { type Diagnostic, diagnose } from "../base/diagnostic.ts";
import { MARK_INKS, type MarkToken } from "../model/mark-ink.ts";
import type { Sheet } from "../model/sheet.ts";
import { drawnColors } from "./ink/drawn-colors.ts";

/** Plates without which the piece is not what was ordered; eyelets and hems are also in the order's words. */
const NEEDED: readonly MarkToken[] = ["white-plate", "cut-contour"];

/** A CMYK picture has four plates: white ink and cut lines stay out of it, and that must not be found at the cutter. */
export function lostPlates(sheets: readonly Sheet[]): readonly Diagnostic[] {
  const drawn = new Set(
    sheets.flatMap(({ layers }) =>
      layers.flatMap(({ nodes }) => drawnColors(nodes).map(({ token }) => token)),
    ),
  );
  const names = NEEDED.filter((token) => drawn.has(token)).flatMap((token) => {
    const { ink } = MARK_INKS[token];
    return ink.kind === "spot" ? [ink.name] : [];
  });
  return names.length === 0 ? [] : [diagnose("export.plates-lost", { plates: names.join(", ") })];
}
