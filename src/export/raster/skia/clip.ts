/** Clips: one shape a level is Skia's own clip; unions of shapes become coverage. */

import { compose, type Matrix } from "../../../base/geometry.ts";
import type { Clip, ClipShape } from "../../../model/scene.ts";
import { outlinePath } from "./outlines.ts";
import { openSurface, type Surface } from "./surface.ts";

/** Whether every level of the clip is a single shape. */
export const isPlainClip = (clip: Clip | null): boolean =>
  clip === null || (clip.shapes.length === 1 && !clip.shapes[0]!.clip && isPlainClip(clip.parent));

/** Clips what is painted from now on. Holds for a {@link isPlainClip plain} clip only. */
export function clipTo(clip: Clip, { pen }: Surface, toPixels: Matrix): void {
  if (clip.parent) clipTo(clip.parent, { pen } as Surface, toPixels);
  for (const { outline, transform, rule } of clip.shapes) {
    pen.setTransform(...compose(toPixels, transform));
    pen.clip(outlinePath(outline), rule);
  }
}

/** Takes away what is painted outside the clip. */
export function keepInside(clip: Clip, layer: Surface, toLayer: Matrix): void {
  const shown = openSurface(layer);
  shown.pen.fillStyle = "#000";
  for (const shape of clip.shapes) show(shape, shown, toLayer);
  layer.pen.setTransform(1, 0, 0, 1, 0, 0);
  layer.pen.globalCompositeOperation = "destination-in";
  layer.pen.drawImage(shown.canvas, 0, 0);
  layer.pen.globalCompositeOperation = "source-over";
  if (clip.parent) keepInside(clip.parent, layer, toLayer);
}

function show({ outline, transform, rule, clip }: ClipShape, shown: Surface, toLayer: Matrix): void {
  const toShape = compose(toLayer, transform);
  if (!clip) {
    shown.pen.setTransform(...toShape);
    shown.pen.fill(outlinePath(outline), rule);
    return;
  }
  const alone = openSurface(shown);
  alone.pen.fillStyle = "#000";
  alone.pen.setTransform(...toShape);
  alone.pen.fill(outlinePath(outline), rule);
  keepInside(clip, alone, toShape);
  shown.pen.setTransform(1, 0, 0, 1, 0, 0);
  shown.pen.drawImage(alone.canvas, 0, 0);
}
