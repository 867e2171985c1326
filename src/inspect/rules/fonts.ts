/** Fonts that are missing from the file, or whose text cannot be read back (ISO 15930-7 §6.6). */

import { type Diagnostic, diagnose } from "../../base/diagnostic.ts";
import { placeText, type Rule, Tally, whereOf } from "./judge.ts";

export const fonts: Rule = ({ number }) => {
  const missing = new Tally<string>();
  const unreadable = new Tally<string>();
  const notdef = new Tally<string>();
  return {
    see({ text, area }) {
      if (!text) return;
      const { font } = text;
      const name = font.name || font.type;
      if (!font.embedded) missing.add(name, 0, area, name);
      // A simple font's encoding names its characters; numbers of glyphs say nothing (ISO 32000-1 §9.10.2).
      if (font.codeIsGlyph && !font.toUnicode) unreadable.add(name, 0, area, name);
      if (text.notdef) notdef.add(name, 0, area, name);
    },
    end: (): readonly Diagnostic[] => [
      ...missing.entries.map(({ worst, area }) =>
        diagnose("pdf.font-not-embedded", { page: number, font: worst }, whereOf(number, area)),
      ),
      ...unreadable.entries.map(({ worst, area }) =>
        diagnose("pdf.font-without-unicode", { page: number, font: worst }, whereOf(number, area)),
      ),
      ...notdef.entries.map(({ worst, area }) =>
        diagnose(
          "pdf.missing-glyph",
          { page: number, font: worst, place: placeText(area) },
          whereOf(number, area),
        ),
      ),
    ],
  };
};
