import type { OpenFont } from "../../base/font/open-font.ts";
import type { GlyphRun, Outline } from "../../model/scene.ts";

/** A run's glyphs as one outline, in the run's coordinates. */
export function runOutline(run: GlyphRun, font: OpenFont): Outline {
  const em = run.size / font.metrics.unitsPerEm;
  let verbs = "";
  const coords: number[] = [];
  for (const glyph of run.glyphs) {
    const outline = font.outline(glyph.id);
    const point = (i: number) => {
      const up = outline.coords[i + 1]! * em;
      return [glyph.x + outline.coords[i]! * em + up * run.skew, glyph.y - up] as const;
    };
    let at = 0;
    for (const verb of outline.verbs) {
      if (verb === "Q") {
        // A quadratic curve's control point is two thirds of the way to each cubic one.
        const [x0, y0] = coords.slice(-2) as [number, number];
        const [x1, y1] = point(at);
        const [x2, y2] = point(at + 2);
        coords.push(x0 + ((x1 - x0) * 2) / 3, y0 + ((y1 - y0) * 2) / 3);
        coords.push(x2 + ((x1 - x2) * 2) / 3, y2 + ((y1 - y2) * 2) / 3, x2, y2);
        verbs += "C";
        at += 4;
        continue;
      }
      const points = verb === "Z" ? 0 : verb === "C" ? 3 : 1;
      for (let p = 0; p < points; p++, at += 2) coords.push(...point(at));
      verbs += verb;
    }
  }
  return { verbs, coords };
}
