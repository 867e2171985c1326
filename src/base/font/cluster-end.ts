import type { ShapedGlyph } from "./open-font.ts";

/**
 * Where the characters end that glyph `i` and those beside it stand for.
 * @param length of the shaped text, which was set from left to right
 */
export function clusterEnd(glyphs: readonly ShapedGlyph[], i: number, length: number): number {
  const { cluster } = glyphs[i]!;
  for (let next = i + 1; next < glyphs.length; next++) {
    if (glyphs[next]!.cluster > cluster) return glyphs[next]!.cluster;
  }
  return length;
}
