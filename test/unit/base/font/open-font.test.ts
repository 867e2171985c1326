import { describe, expect, it } from "vitest";
import { openFont } from "../../../../src/base/font/open-font.ts";
import { discoverFonts } from "../../../../src/resolve/fonts.ts";

const fonts = await discoverFonts("fonts");

describe("bounds", () => {
  it.each(fonts.map((face) => [face.postScriptName, face] as const))(
    "of %s lie around the outlines",
    (_, face) => {
      const { glyphCount, outline, bounds } = openFont(face);
      for (let glyph = 0; glyph < glyphCount; glyph++) {
        const { coords } = outline(glyph);
        const box = bounds(glyph);
        if (coords.length === 0) {
          expect(box).toBeNull();
          continue;
        }
        const xs = coords.filter((_, i) => i % 2 === 0);
        const ys = coords.filter((_, i) => i % 2 === 1);
        // A control point may lie outside of the ink, and curves' ends between two units.
        const { x0, y0, x1, y1 } = box!;
        const off = [x0 - Math.min(...xs), y0 - Math.min(...ys), x1 - Math.max(...xs), y1 - Math.max(...ys)];
        expect(Math.max(...off.map(Math.abs)), `glyph ${glyph}`).toBeLessThanOrEqual(1);
      }
    },
  );

  it("are none for a space", () => {
    for (const face of fonts) {
      const font = openFont(face);
      expect(font.bounds(font.glyphFor(0x20))).toBeNull();
    }
  });
});
