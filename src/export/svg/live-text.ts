/** Glyph runs as `<text>`, which stays editable but needs the reader to have the fonts. */

import type { FontFace } from "../../base/font/face.ts";
import type { Matrix } from "../../base/geometry.ts";
import { escapeXml } from "../../base/xml.ts";
import type { GlyphRun } from "../../model/scene.ts";
import { attribute, element } from "./markup.ts";
import { formatNumber } from "./number.ts";
import { transformAttribute } from "./paint.ts";

/** @param paint fill and stroke attributes */
export function liveText(run: GlyphRun, face: FontFace, paint: string, decimals: number): string {
  const xs: string[] = [];
  let text = "";
  for (const glyph of run.glyphs) {
    // `x` lists one position a UTF-16 unit (SVG 2 §11.4); a ligature's letters share its advance.
    for (let unit = 0; unit < glyph.text.length; unit++) {
      const along = (glyph.advance * unit) / glyph.text.length;
      xs.push(formatNumber(glyph.x + along, decimals));
    }
    text += glyph.text;
  }
  const y = run.glyphs[0]?.y ?? 0;
  // A slant about the baseline: x moves by height above it.
  const lean: Matrix = [1, 0, -run.skew, 1, run.skew * y, 0];
  return element(
    "text",
    (run.skew === 0 ? "" : transformAttribute("transform", lean, decimals)) +
      attribute("x", xs.join(" ")) +
      attribute("y", formatNumber(y, decimals)) +
      attribute("font-family", escapeXml(face.family)) +
      attribute("font-weight", face.weight) +
      (face.style === "italic" ? ' font-style="italic"' : "") +
      attribute("font-size", formatNumber(run.size, decimals)) +
      ' xml:space="preserve"' +
      paint,
    escapeXml(text),
  );
}
