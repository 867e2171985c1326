/** The colours with which a display list is drawn. */

import type { Fill, Paint, SceneColor, SceneNode, Stroke } from "../../model/scene.ts";

/** Every solid colour and gradient stop, in paint order; not those of masks, which are read, not seen. */
export const drawnColors = (nodes: readonly SceneNode[]): readonly SceneColor[] => nodes.flatMap(nodeColors);

function nodeColors(node: SceneNode): readonly SceneColor[] {
  switch (node.kind) {
    case "group":
      return drawnColors(node.children);
    case "image":
      return [];
    case "path":
    case "glyphs":
      return [...paintColors(node.fill), ...paintColors(node.stroke)];
  }
}

const paintColors = (painted: Fill | Stroke | null): readonly SceneColor[] =>
  painted ? colorsOf(painted.paint) : [];

function colorsOf(paint: Paint): readonly SceneColor[] {
  switch (paint.kind) {
    case "solid":
      return [paint.color];
    case "linear":
    case "radial":
      return paint.stops.map(({ color }) => color);
    case "pattern":
      return drawnColors(paint.nodes);
  }
}
