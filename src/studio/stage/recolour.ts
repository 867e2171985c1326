/** A scene in other colours, for looking at one ink at a time. */

import type { Paint, Scene, SceneColor, SceneNode, Stroke } from "../../model/scene.ts";

export type Recolour = (color: SceneColor) => SceneColor;

/** @param withoutImages leaves pictures out, since they hold no spot inks */
export function recoloured(scene: Scene, recolour: Recolour, withoutImages = false): Scene {
  const nodes = (list: readonly SceneNode[]): readonly SceneNode[] =>
    list.flatMap((node): readonly SceneNode[] => {
      if (node.kind === "image") return withoutImages ? [] : [node];
      // Masks stay: they say how much shows, not in which colour.
      if (node.kind === "group") return [{ ...node, children: nodes(node.children) }];
      const fill = node.fill && { ...node.fill, paint: paintOf(node.fill.paint) };
      return [{ ...node, fill, stroke: strokeOf(node.stroke) }];
    });
  const paintOf = (paint: Paint): Paint => {
    if (paint.kind === "solid") return { ...paint, color: recolour(paint.color) };
    if (paint.kind === "pattern") return { ...paint, nodes: nodes(paint.nodes) };
    return { ...paint, stops: paint.stops.map((stop) => ({ ...stop, color: recolour(stop.color) })) };
  };
  const strokeOf = (stroke: Stroke | null): Stroke | null =>
    stroke && { ...stroke, paint: paintOf(stroke.paint) };
  return {
    ...scene,
    fragments: scene.fragments.map((placed) => ({
      ...placed,
      fragment: { ...placed.fragment, hash: `${placed.fragment.hash}~`, nodes: nodes(placed.fragment.nodes) },
    })),
  };
}
