/** Glyph runs as plain outlines, for where text acts as a shape. */

import type { FontFace } from "../../base/font/face.ts";
import { openFont } from "../../base/font/open-font.ts";
import type { Glyph, Outline, SceneNode } from "../../model/scene.ts";

/** @param unit multiplies positions and size, which may be in px or mm */
export function runOutline(
  glyphs: readonly Glyph[],
  face: FontFace,
  size: number,
  skew: number,
  unit: number,
): Outline {
  const font = openFont(face);
  const scale = (size / font.metrics.unitsPerEm) * unit;
  let verbs = "";
  const coords: number[] = [];
  for (const glyph of glyphs) {
    const x = (value: number, up: number) => glyph.x * unit + (value + skew * up) * scale;
    const y = (up: number) => glyph.y * unit - up * scale;
    const { verbs: own, coords: points } = font.outline(glyph.id);
    let at = 0;
    let [penX, penY] = [0, 0];
    for (const verb of own) {
      const count = verb === "M" || verb === "L" ? 2 : verb === "Q" ? 4 : verb === "C" ? 6 : 0;
      const p = points.slice(at, at + count) as [number, number, number, number, number, number];
      at += count;
      if (verb === "Q") {
        const [x1, y1, x2, y2] = p;
        const [a, b] = [penX + ((x1 - penX) * 2) / 3, penY + ((y1 - penY) * 2) / 3];
        const [c, d] = [x2 + ((x1 - x2) * 2) / 3, y2 + ((y1 - y2) * 2) / 3];
        coords.push(x(a, b), y(b), x(c, d), y(d), x(x2, y2), y(y2));
        verbs += "C";
      } else {
        for (let i = 0; i < count; i += 2) coords.push(x(p[i]!, p[i + 1]!), y(p[i + 1]!));
        verbs += verb;
      }
      if (count) [penX, penY] = [p[count - 2]!, p[count - 1]!];
    }
  }
  return { verbs, coords };
}

/** The same picture without any text to read, for copies of what is already on the page. */
export function withoutText(
  nodes: readonly SceneNode[],
  fonts: ReadonlyMap<string, FontFace>,
): readonly SceneNode[] {
  return nodes.map((node) => {
    if (node.kind === "group") return { ...node, children: withoutText(node.children, fonts) };
    if (node.kind !== "glyphs") return node;
    const outline = runOutline(node.glyphs, fonts.get(node.font)!, node.size, node.skew, 1);
    const { fill, stroke, paintOrder } = node;
    return { kind: "path", outline, fill, stroke, paintOrder, antialias: true };
  });
}
