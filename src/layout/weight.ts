/** How much memory scene nodes take, with what preflight and export remember of them; for bounds, not to the byte. */

import type { SceneNode } from "../model/scene.ts";

/** A node with its paints, and as preflight's leaf. */
const NODE_BYTES = 1000;
const GLYPH_BYTES = 160;
/** A number of an outline: in the scene, and once more where preflight makes polygons of it. */
const COORD_BYTES = 32;

export function weightOf(node: SceneNode): number {
  switch (node.kind) {
    case "group":
      return node.children.reduce(
        (sum, each) => sum + weightOf(each),
        NODE_BYTES + (node.mask?.nodes ?? []).reduce((sum, each) => sum + weightOf(each), 0),
      );
    case "glyphs":
      return NODE_BYTES + node.glyphs.length * GLYPH_BYTES;
    case "path":
      return NODE_BYTES + node.outline.coords.length * COORD_BYTES;
    case "image":
      return NODE_BYTES;
  }
}
